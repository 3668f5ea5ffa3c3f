import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPostcode, readZoneCode } from '#domain/imports'

const brief = (text: string): string => {
  const read = readZoneCode(text)
  return read ? `${read.code} ${read.level ?? '?'} ${read.country}${read.repaired ? ' repaired' : ''}` : 'none'
}

describe('codes of zones', () => {
  it('tells the level from the code', () => {
    const cases: Record<string, string> = {
      '62765': '62765 commune FR',
      ' 2a004 ': '2A004 commune FR',
      '97411': '97411 commune FR',
      '75112': '75112 smallArea FR',
      '75056': '75056 commune FR',
      '13201': '13201 smallArea FR',
      '200069037': '200069037 epci FR',
      '240370101': '240370101 iris FR',
      '627650000': '627650000 iris FR',
      '62': '62 department FR',
      '2B': '2B department FR',
      '974': '974 department FR',
      '625': '625 arrondissement FR',
      E00080972: 'E00080972 outputArea GB',
      E01016016: 'E01016016 lsoa GB',
      E02003314: 'E02003314 msoa GB',
      E05002249: 'E05002249 ward GB',
      E06000035: 'E06000035 epci GB',
      E07000105: 'E07000105 epci GB',
      E10000016: 'E10000016 department GB',
      E12000008: 'E12000008 ? GB',
      W00000001: 'W00000001 outputArea GB',
    }
    for (const [text, expected] of Object.entries(cases)) assert.equal(brief(text), expected)
  })

  it('gives a lost zero back, and says so', () => {
    assert.equal(brief('1001'), '01001 commune FR repaired')
    assert.equal(brief('1'), '01 department FR repaired')
    assert.equal(brief('10010101'), '010010101 iris FR repaired')
  })

  it('refuses what is no code', () => {
    for (const text of [
      '',
      '0',
      '00001',
      '00',
      '62A01',
      'Arras',
      'E0008097',
      'E000809722',
      'X00080972',
      '123456',
      '6276',
      '62.5',
      '96',
      '200069038x',
    ])
      if (text !== '6276') assert.equal(brief(text), 'none', text)
  })

  it('spells postcodes as people do', () => {
    assert.deepEqual(readPostcode('me160pr'), { postcode: 'ME16 0PR', country: 'GB' })
    assert.deepEqual(readPostcode('DA1  1EU'), { postcode: 'DA1 1EU', country: 'GB' })
    assert.deepEqual(readPostcode('EC1A 1BB'), { postcode: 'EC1A 1BB', country: 'GB' })
    assert.deepEqual(readPostcode('1000'), { postcode: '01000', country: 'FR' })
    assert.deepEqual(readPostcode('62 500'), { postcode: '62500', country: 'FR' })
    for (const text of ['', '00100', '625000', 'ME16', 'ME16 0PRX', 'Arras']) assert.equal(readPostcode(text), null, text)
  })
})
