import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { citationFindings } from '#domain/matrix'
import type { Respondent } from '#domain/survey'
import { near } from '../stats/near.ts'

function person(number: number, over: Partial<Respondent>): Respondent {
  return {
    number,
    zone: '62765',
    stratum: '62',
    designWeight: 1,
    sex: 'female',
    age: '30-44',
    family: 'couple',
    activity: 'employed',
    digital: 'atEase',
    ...over,
  }
}

/** 89 users, 20 of them of 75 or more; 30 cite `distance.time`, 12 of those 20 among them: the vector of the methods. */
function vector() {
  const respondents = Array.from({ length: 89 }, (_, i) => person(i + 1, { age: i < 20 ? '75+' : '30-44' }))
  const citing = [...respondents.slice(0, 12), ...respondents.slice(20, 38)]
  return { respondents, citations: citing.map(({ number }) => ({ respondent: number, item: 'distance.time' as const })) }
}

describe('publics that cite a sub-criterion notably often', () => {
  it('are those of the vector of the methods, with every count', () => {
    const { respondents, citations } = vector()
    const { tests, citing, family, n } = citationFindings(respondents, citations, 5)
    const found = tests.find(({ group, item }) => group === 'age:75+' && item === 'distance.time')
    assert.ok(found)
    assert.deepEqual([found.n, found.inGroup, found.citing, found.both], [89, 20, 30, 12])
    near(found.p, 0.0060540033661198103, 1e-9)
    near(found.value, 2.508980794396412, 1e-9)
    assert.deepEqual([n, citing.get('distance.time'), family], [89, 30, 19 * 36])
    // The only test under a half but for those of equal counts: corrected over all of the family.
    assert.ok(found.pAdjusted > found.p && found.pAdjusted <= 1)
  })

  it('count who cites twice once, and leave out who did not tell the dimension', () => {
    const { respondents, citations } = vector()
    const silent = respondents.map((each) => (each.number === 1 ? { ...each, age: null } : each))
    const twice = [...citations, ...citations]
    const found = citationFindings(silent, twice, 0).tests.find(
      ({ group, item }) => group === 'age:75+' && item === 'distance.time',
    )
    assert.deepEqual([found?.n, found?.inGroup, found?.citing, found?.both], [88, 19, 29, 11])
  })

  it('are not told under five people, nor where subtracting would tell them', () => {
    const { respondents } = vector()
    // 9 of the older and 3 of the others: the 3 are too few, and 12 - 9 would tell them.
    const few = [...respondents.slice(0, 9), ...respondents.slice(20, 23)].map(({ number }) => ({
      respondent: number,
      item: 'distance.time' as const,
    }))
    const { tests, citing } = citationFindings(respondents, few, 5)
    assert.equal(tests.filter(({ item, group }) => item === 'distance.time' && group.startsWith('age:')).length, 0)
    assert.equal(citing.get('distance.time'), 12)
    assert.equal(citationFindings(respondents, few.slice(0, 4), 5).citing.has('distance.time'), false)
  })

  it('never tell a count under the threshold, nor leave just one small part of a dimension out', () => {
    const cited = fc.array(fc.integer({ min: 1, max: 89 }), { maxLength: 60 })
    fc.assert(
      fc.property(cited, (numbers) => {
        const { respondents } = vector()
        const citations = numbers.map((respondent) => ({ respondent, item: 'cost.price' as const }))
        const { tests } = citationFindings(respondents, citations, 5)
        for (const { both, inGroup, citing } of tests) assert.ok(both >= 5 && inGroup >= 5 && citing >= 5)
        const ages = tests.filter(({ group }) => group.startsWith('age:'))
        const hidden = (ages[0]?.citing ?? 0) - ages.reduce((sum, { both }) => sum + both, 0)
        if (ages.length > 0) assert.ok(hidden === 0 || hidden >= 5)
      }),
    )
  })
})
