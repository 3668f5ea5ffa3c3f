import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  criterionCodes,
  drawnServices,
  interviewOf,
  isCriterionCode,
  isMasked,
  standardQuestionnaire,
  subCriterionCodes,
} from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import { random } from '#kernel/random.ts'

const draw = (seed: number) => interviewOf(standardQuestionnaire, isMasked, random(seed))
const seeds = fc.integer()
const someServices = fc.subarray([...serviceCodes])

describe('an interview', () => {
  it('puts all services in an order, and asks every criterion that makes sense', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { order, items } = draw(seed)
        assert.deepEqual(order.toSorted(), [...serviceCodes].toSorted())
        for (const service of serviceCodes)
          assert.deepEqual(
            items[service].filter(isCriterionCode),
            criterionCodes.filter((criterion) => !isMasked(service, criterion)),
          )
      }),
    )
  })

  it('asks about a third of the sub-criteria, never a masked one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items } = draw(seed)
        for (const service of serviceCodes) {
          const asked = subCriterionCodes.filter((item) => !isMasked(service, item))
          const drawn = items[service].filter((item) => !isCriterionCode(item))
          assert.ok(drawn.every((item) => !isMasked(service, item)))
          assert.equal(new Set(drawn).size, drawn.length)
          assert.ok(Math.abs(drawn.length - asked.length / 3) < 1, `${service}: ${drawn.length} of ${asked.length}`)
        }
      }),
    )
  })

  it('is the same again for the same chance, and another for another', () => {
    assert.deepEqual(draw(7), draw(7))
    assert.notDeepEqual(draw(7).order, draw(8).order)
  })

  it('gives every sub-criterion of a service the same chance, one in three', () => {
    const runs = 6000
    const asked = new Map<string, number>()
    for (let seed = 0; seed < runs; seed++)
      for (const item of draw(seed).items.employment) asked.set(item, (asked.get(item) ?? 0) + 1)
    const open = subCriterionCodes.filter((item) => !isMasked('employment', item))
    assert.equal(open.length, 33)
    // Four and a half standard errors of a share of a third over 6,000 draws.
    for (const item of open) assert.ok(Math.abs((asked.get(item) ?? 0) / runs - 1 / 3) < 0.0275, `${item}: ${asked.get(item)}`)
    for (const criterion of criterionCodes) assert.equal(asked.get(criterion), runs)
  })
})

describe('the services drawn', () => {
  it('are among those used, four at most, with the probability that is written down', () => {
    fc.assert(
      fc.property(seeds, someServices, fc.integer({ min: 1, max: 6 }), (seed, used, mostServices) => {
        const drawn = drawnServices(draw(seed), { ...standardQuestionnaire, mostServices }, used)
        assert.equal(drawn.length, Math.min(mostServices, used.length))
        for (const { service, probability } of drawn) {
          assert.ok(used.includes(service))
          assert.equal(probability, Math.min(1, mostServices / used.length))
        }
      }),
    )
  })

  it('stay drawn when another one turns out not to have been used', () => {
    fc.assert(
      fc.property(seeds, someServices, (seed, used) => {
        const interview = draw(seed)
        const before = drawnServices(interview, standardQuestionnaire, used).map(({ service }) => service)
        const [gone] = used
        const after = new Set(drawnServices(interview, standardQuestionnaire, used.slice(1)).map(({ service }) => service))
        assert.ok(before.filter((service) => service !== gone).every((service) => after.has(service)))
      }),
    )
  })

  it('are each used service equally often: as often as the probability says', () => {
    const used = serviceCodes.slice(2, 9)
    const runs = 7000
    const counts = new Map<string, number>()
    for (let seed = 0; seed < runs; seed++)
      for (const { service } of drawnServices(draw(seed), standardQuestionnaire, used))
        counts.set(service, (counts.get(service) ?? 0) + 1)
    for (const service of used) assert.ok(Math.abs((counts.get(service) ?? 0) / runs - 4 / 7) < 0.0265, service)
  })
})
