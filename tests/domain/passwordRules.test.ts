import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { passwordFault, passwordLengths } from '#domain/accounts'

const own = ['Anne Petit-Durand', 'anne.petit@caf62.example']

describe('the rules for passwords', () => {
  it('refuse what a thief tries first, with whatever is put around it', () => {
    const refused: Record<string, string[]> = {
      'password.tooShort': ['', 'grenierbleu', 'a'.repeat(11)],
      'password.tooLong': ['grenier bleu '.repeat(12)],
      'password.repetitive': [
        'aaaaaaaaaaaa',
        'abcabcabcabc',
        '123456789012',
        'azertyuiopqs',
        '987654321098',
        'abcdefghijklmnop',
        '112211221122',
      ],
      'password.common': [
        'password1234',
        'Password2026!',
        'P@ssw0rd1234',
        'Motdepasse2026!',
        '2026motdepasse',
        'passwordpassword',
        'iloveyouiloveyou',
        'Bienvenue2026!!',
        '!!welcome 1234',
        'correcthorsebatterystaple',
      ],
      'password.personal': ['AnnePetit2026', 'petit-durand-1', 'caf62annepetit', 'Passerelle2026', 'passerelle-anne'],
    }
    for (const [fault, passwords] of Object.entries(refused))
      for (const password of passwords) assert.equal(passwordFault(password, own), fault, password)
  })

  it('accept words in a row, long random signs, and any alphabet', () => {
    const accepted = [
      'grenier bleu sous la pluie',
      'dragon83927462837',
      'kX9!vQ2#mL7@pR4$',
      'ветер уносит чёрные листья',
      'trois poules au grenier',
      '六月の雨は静かに降っている窓',
      'annette court vers la gare',
    ]
    for (const password of accepted) assert.equal(passwordFault(password, own), null, password)
  })

  it('do not look at capitals or accents', () => {
    assert.equal(passwordFault('MÖTDEPASSE2026', own), 'password.common')
    assert.equal(passwordFault('mOtDePaSsE2026', own), 'password.common')
  })

  it('always say the length first, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), (password, name) => {
        const fault = passwordFault(password, [name])
        if (password.length < passwordLengths.shortest) assert.equal(fault, 'password.tooShort')
        else if (password.length > passwordLengths.longest) assert.equal(fault, 'password.tooLong')
        else assert.notEqual(fault, 'password.tooShort')
      }),
      { seed: 20261123 },
    )
  })

  it('accept nearly every random password', () => {
    const letters = 'abcdefghijkmnopqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
    const drawn = fc.sample(
      fc.array(fc.constantFrom(...letters.split('')), { minLength: 16, maxLength: 16 }).map((signs) => signs.join('')),
      { numRuns: 2000, seed: 7 },
    )
    const refused = drawn.filter((password) => new Set(password).size > 6 && passwordFault(password, own) !== null)
    assert.deepEqual(refused, [])
  })
})
