import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseNumber } from '#domain/imports'

describe('numbers as people and programs write them', () => {
  it('reads the usual spellings', () => {
    const cases: [string, boolean | undefined, number][] = [
      ['0', undefined, 0],
      ['62765', undefined, 62765],
      [' 23375.7142857143 ', undefined, 23375.7142857143],
      ['12,5', undefined, 12.5],
      ['12,5', true, 12.5],
      ['1 234,5', true, 1234.5],
      ['1 234,5', undefined, 1234.5],
      ['1\u00A0234,5', true, 1234.5],
      ['1\u202F234\u202F567', undefined, 1_234_567],
      ['1,234', false, 1234],
      ['1,234', true, 1.234],
      ['1.234', false, 1.234],
      ['1.234', true, 1234],
      ['1.234.567', true, 1_234_567],
      ['1,234,567.5', false, 1_234_567.5],
      ['1.234.567,5', true, 1_234_567.5],
      ['1,234.5', undefined, 1234.5],
      ['-3', undefined, -3],
      ['−3,5', true, -3.5],
      ['+7', undefined, 7],
      ['.5', undefined, 0.5],
      ['5.', undefined, 5],
      ['1.2E+05', undefined, 120_000],
      ['1,2E+05', true, 120_000],
      ['3e2', undefined, 300],
    ]
    for (const [text, decimalComma, value] of cases) assert.equal(parseNumber(text, decimalComma), value, text)
  })

  it('refuses whatever is more or less than a number', () => {
    const texts = [
      '',
      ' ',
      '12abc',
      'abc',
      '1 23',
      '1 2345',
      '12 %',
      '1,2,3',
      '1.2.3',
      '1,23,456',
      '--3',
      '+-3',
      '1e',
      '1e9999',
      '.',
      ',',
      '-',
      'NaN',
      'Infinity',
      '0x10',
      '1 234 56',
      '1,2.3,4',
      '½',
      '１２',
    ]
    for (const text of texts) {
      for (const decimalComma of [undefined, true, false])
        assert.equal(parseNumber(text, decimalComma), null, `${text} ${decimalComma}`)
    }
  })

  it('does not choose where a comma could group or divide', () => {
    assert.equal(parseNumber('1,234'), null)
    assert.equal(parseNumber('0,234'), 0.234)
    assert.equal(parseNumber('1234,567'), 1234.567)
    assert.equal(parseNumber('12,5', false), null)
  })

  it('reads back what it is given, in every way of writing it', () => {
    const number = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(number, (value) => {
        assert.equal(parseNumber(String(value), false), value)
        assert.equal(parseNumber(value.toFixed(4).replace('.', ','), true), Number(value.toFixed(4)))
        const [whole = '', decimals = ''] = Math.abs(value).toFixed(2).split('.')
        const sign = value < 0 ? '-' : ''
        const expected = Number(value.toFixed(2))
        const grouped = (mark: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, mark)
        assert.equal(parseNumber(`${sign}${grouped(' ')},${decimals}`, true) ?? Number.NaN, expected === 0 ? 0 : expected)
        assert.equal(parseNumber(`${sign}${grouped(',')}.${decimals}`, false) ?? Number.NaN, expected === 0 ? 0 : expected)
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('never answers anything but a finite number or nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,- +eE\u202Fabc%'.split('')) }),
        fc.option(fc.boolean(), { nil: undefined }),
        (text, comma) => {
          const value = parseNumber(text, comma)
          assert.ok(value === null || Number.isFinite(value), `${text} gave ${value}`)
          if (/[abc%]/.test(text)) assert.equal(value, null)
        },
      ),
      { seed: 12, numRuns: 2000 },
    )
  })
})
