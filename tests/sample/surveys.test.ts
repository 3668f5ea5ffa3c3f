import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { gridVersion, publicDimensionCodes, publicDimensions } from '#domain/survey'
import { geography } from '#domain/territory'
import { buildSurveys } from '#sample/surveys/buildSurveys.ts'
import { apportion } from '#sample/surveys/apportion.ts'
import type { SampleMargin, SampleRespondent, SampleSurvey } from '#sample/surveys/sampleSurvey.ts'
import { buildTerritory } from '#sample/territory.ts'
import { kishDesignEffect } from '#stats/kish.ts'
import { rake } from '#stats/rake.ts'

const seed = 2026
const territory = buildTerritory()
const places = geography(territory.zones, territory.parents)
const surveys = buildSurveys(territory, seed)
const [, earlier, pasDeCalais, kent] = surveys as [SampleSurvey, SampleSurvey, SampleSurvey, SampleSurvey]
const satisfaction = [earlier, pasDeCalais, kent] as const
const published = surveys.filter((each) => each.state === 'published')

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const categoryOf: Record<SampleMargin['variable'], (each: SampleRespondent) => string> = {
  stratum: (each) => each.stratum,
  sexAge: (each) => `${each.sex}:${each.age}`,
  activity: (each) => each.activity,
  family: (each) => each.family,
}
const variables = Object.keys(categoryOf) as SampleMargin['variable'][]

describe('the synthetic surveys', () => {
  it('are four and two in the field, labelled as synthetic in both languages', () => {
    assert.deepEqual(
      surveys.map((each) => [each.territory, each.kind, each.respondents.length]),
      [
        ['62', 'elicitation', 89],
        ['62', 'satisfaction', 1500],
        ['62', 'satisfaction', 3000],
        ['kent', 'satisfaction', 1500],
        ['62', 'satisfaction', 0],
        ['kent', 'elicitation', 0],
      ],
    )
    for (const survey of surveys) {
      assert.equal(survey.synthetic, survey.state === 'published')
      assert.equal(survey.grid, gridVersion)
      assert.match(survey.title.fr, survey.state === 'open' ? /démonstration/ : /synthétiques/)
      assert.match(survey.source.fr, survey.state === 'open' ? /démonstration/ : /ynthétiques/)
      assert.match(survey.title.en, survey.state === 'open' ? /demonstration/ : /synthetic/)
      assert.match(survey.source.en, survey.state === 'open' ? /Demonstration/ : /ynthetic/)
      assert.ok(survey.fieldStart < survey.fieldEnd)
    }
    assert.equal(new Set(surveys.map((each) => `${each.territory}/${each.code}`)).size, 6)
  })

  it('are the same bytes for the same seed, whatever the order of the zones, and others for another seed', () => {
    const reversed = { zones: territory.zones.toReversed(), parents: territory.parents.toReversed() }
    assert.equal(hash(buildSurveys(reversed, seed)), hash(surveys))
    assert.notEqual(hash(buildSurveys(territory, seed + 1)), hash(surveys))
  })

  it('number their respondents and refer to nobody else', () => {
    for (const { respondents, needs, ratings, citations, importance } of surveys) {
      assert.deepEqual(
        respondents.map((each) => each.number),
        respondents.map((_, i) => i + 1),
      )
      for (const { respondent } of [...needs, ...ratings, ...citations, ...importance])
        assert.ok(respondent >= 1 && respondent <= respondents.length)
    }
  })

  it('have people of every category, of real communes within the root', () => {
    for (const { respondents, territory: root } of published) {
      for (const dimension of publicDimensionCodes) {
        const found = new Set<string | null>(respondents.map((each) => each[dimension]))
        for (const category of publicDimensions[dimension])
          assert.ok(found.has(category), `${root}: nobody is ${dimension}:${category}`)
      }
      for (const { zone } of respondents) {
        assert.equal(places.get(zone).level, 'commune')
        assert.equal(places.get(zone).root, root)
      }
    }
  })

  it('refuse zones without the bodies they need', () => {
    assert.throws(() => buildSurveys({ zones: [], parents: [] }, seed), /no zone of level epci/)
    const lacking = territory.zones.filter((zone) => zone.code !== '246201016')
    assert.throws(() => buildSurveys({ ...territory, zones: lacking }, seed), /246201016, which is no stratum/)
  })
})

describe('the samples of satisfaction', () => {
  it('over-sample the Audomarois by 500 in each of its bodies', () => {
    const byStratum = Map.groupBy(pasDeCalais.respondents, (each) => each.stratum)
    const adults = pasDeCalais.margins.filter((each) => each.variable === 'stratum')
    const proportional = apportion(
      adults.map((each) => each.total),
      2000,
    )
    for (const [i, { category }] of adults.entries()) {
      const further = ['200069037', '246201016'].includes(category) ? 500 : 0
      assert.equal(byStratum.get(category)?.length, (proportional[i] ?? 0) + further)
    }
    assert.equal(byStratum.size, 20)
    assert.equal(new Set(kent.respondents.map((each) => each.stratum)).size, 13)
  })

  it('weigh each stratum to its adults, with at least two respondents who live there', () => {
    for (const { respondents, margins } of satisfaction) {
      for (const { category, total } of margins.filter((each) => each.variable === 'stratum')) {
        const own = respondents.filter((each) => each.stratum === category)
        assert.ok(own.length >= 2)
        assert.ok(Math.abs(sum(own.map((each) => each.designWeight)) - total) < 1e-6)
        for (const { zone } of own) assert.equal(places.position(zone, category), 'inside')
      }
    }
  })

  it('have margins with one total, that tell of the assumption', () => {
    for (const { margins, respondents } of satisfaction) {
      const totals = variables.map((variable) =>
        sum(margins.filter((each) => each.variable === variable).map((each) => each.total)),
      )
      assert.equal(new Set(totals).size, 1)
      for (const { source } of margins) assert.match(source, /0\.78 .* assumption/)
      for (const variable of variables) {
        const known = new Set(margins.filter((each) => each.variable === variable).map((each) => each.category))
        for (const respondent of respondents) assert.ok(known.has(categoryOf[variable](respondent)))
      }
    }
    const department = places.get('62').population ?? 0
    const adults = sum(pasDeCalais.margins.filter((each) => each.variable === 'stratum').map((each) => each.total))
    assert.ok(Math.abs(adults - 0.78 * department) < 20)
  })

  it('deviate from the margins by response, and rake to them', () => {
    for (const { margins, respondents } of satisfaction) {
      const weights = Float64Array.from(respondents, (each) => each.designWeight)
      const asked = variables.map((variable) => {
        const own = margins.filter((each) => each.variable === variable)
        const categories = own.map((each) => each.category)
        const codes = Int32Array.from(respondents, (each) => categories.indexOf(categoryOf[variable](each)))
        return { variable, categories, codes, targets: Float64Array.from(own, (each) => each.total) }
      })
      const raked = rake({ weights, margins: asked })
      assert.equal(raked.converged, true)
      const youngMen = raked.margins.find((each) => each.category === 'male:18-29')
      assert.ok(youngMen && youngMen.before < 0.75 * youngMen.target, `young men: ${youngMen?.before} of ${youngMen?.target}`)
      const loss = kishDesignEffect(raked.weights) / kishDesignEffect(weights)
      assert.ok(loss > 1.05 && loss < 1.4, `raking costs a design effect of ${loss}`)
    }
  })
})
