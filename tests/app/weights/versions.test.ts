import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runMainJob } from '#app/mainJob.ts'
import { storedMatrixDocument } from '#app/computeMatrix.ts'
import type { Observatory } from '#app/observatory.ts'
import { attemptView, freezeVersion } from '#app/weights/attempt.ts'
import { bringMargins } from '#app/weights/bringMargins.ts'
import { differenceView } from '#app/weights/difference.ts'
import type { TypedSettings } from '#app/weights/typedSettings.ts'
import { putInForce, surveyWeights, versionView, weightList } from '#app/weights/versions.ts'
import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import type { Database } from '#store/open.ts'
import { readOnce } from '#store/open.ts'
import { openQueue } from '#store/queue.ts'
import { fingerprint, onSample } from '#tests/importing.ts'

const analyst: Viewer = { userId: 'lea', name: 'Léa Analyste', email: null, memberships: [] }

const raking: TypedSettings = {
  method: 'raking',
  lower: '',
  upper: '',
  variables: ['stratum', 'sexAge', 'activity', 'family'],
  joins: [],
}

async function surveyOf(obs: Observatory) {
  const found = (await weightList(obs)).find(({ survey }) => survey.root.code === '62')
  assert.ok(found)
  return { root: '62', code: found.survey.code, version: found.survey.version }
}

async function freeze(obs: Observatory, typed: TypedSettings, name = 'Essai'): Promise<number> {
  const frozen = await freezeVersion(obs, analyst, await surveyOf(obs), { typed, name })
  assert.ok('number' in frozen, JSON.stringify(frozen))
  return frozen.number
}

/** A queue that nobody works off: what it was sent can be counted. */
async function force(obs: Observatory, db: Database, number: number, version?: number): Promise<boolean> {
  const survey = await surveyOf(obs)
  const queue = await openQueue(db, { soleOwner: true, onError: () => {} })
  try {
    const asked = await putInForce({ observatory: obs, queue }, analyst, survey, { number, version: version ?? survey.version })
    const [job] = await queue.list()
    assert.equal(job?.territory === '62', asked)
    return asked
  } finally {
    await queue.stop()
  }
}

async function weightingCount(db: Database): Promise<number> {
  return (await readOnce(db, (reader) => reader.selectFrom('weighting').select('id').execute())).length
}

const csvOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const brought = (text: string, scaleTo = '') => ({
  fileName: 'margins.csv',
  content: csvOf(text),
  source: 'INSEE 2022',
  referenceDate: '2022',
  scaleTo,
})

describe('versions of weights', () => {
  it('are tried without anything being saved', () =>
    onSample(async (obs, db) => {
      const before = [await fingerprint(db), await weightingCount(db)]
      const survey = await surveyOf(obs)
      const view = await attemptView(obs, survey, {
        ...raking,
        joins: [{ variable: 'activity', category: 'student', into: 'atHome' }],
      })
      assert.deepEqual(view.outcome?.obstacles, [])
      const activities = view.outcome?.report?.margins.filter(({ variable }) => variable === 'activity')
      assert.deepEqual(
        activities?.map(({ category }) => category),
        ['atHome', 'employed', 'retired', 'unemployed'],
      )
      const own = (category: string): number =>
        view.variables.find(({ variable }) => variable === 'activity')?.categories.find((each) => each.category === category)
          ?.total ?? 0
      assert.equal(activities?.[0]?.target, own('atHome') + own('student'))
      assert.deepEqual([await fingerprint(db), await weightingCount(db)], before)
    }))

  it('freeze, come into force, and are kept by the main job however often it runs', () =>
    onSample(async (obs, db) => {
      const former = await storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en' })
      const number = await freeze(obs, { ...raking, variables: ['stratum', 'sexAge'] }, '  Sans activité ')
      assert.equal(number, 2)
      const asked = await surveyOf(obs)
      const frozen = await surveyWeights(obs, asked)
      assert.deepEqual(
        frozen.versions.map((line) => [line.number, line.name, line.madeBy, line.inForce]),
        [
          [2, 'Sans activité', 'Léa Analyste', false],
          [1, null, null, true],
        ],
      )
      assert.equal(frozen.isNamed, false)
      // Frozen only: no figure has changed.
      assert.deepEqual(await storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en' }), former)
      assert.equal(await force(obs, db, 2), true)
      await runMainJob(obs, '62')
      const now = await storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en' })
      assert.notDeepEqual(now.rows, former.rows)
      const count = await weightingCount(db)
      await runMainJob(obs, '62')
      assert.equal(await weightingCount(db), count)
      assert.deepEqual(await storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en' }), now)
      const { line, report } = await versionView(obs, asked, 2)
      assert.equal(line.inForce, true)
      assert.deepEqual(new Set(report.margins.map(({ variable }) => variable)), new Set(['stratum', 'sexAge']))
      // The version before is still there and comes back as it was.
      assert.equal(await force(obs, db, 1), true)
      await runMainJob(obs, '62')
      const back = await storedMatrixDocument(obs, { territory: 'audomarois', detail: false, language: 'en' })
      assert.deepEqual(back.rows, former.rows)
    }))

  it('get numbers of their own when two are frozen at once', () =>
    onSample(async (obs) => {
      const numbers = await Promise.all([1, 2, 3, 4].map((i) => freeze(obs, raking, `Essai ${i}`)))
      assert.deepEqual(
        numbers.toSorted((a, b) => a - b),
        [2, 3, 4, 5],
      )
    }))

  it('refuse a form with faults, weights that cannot be, and a survey that changed meanwhile', () =>
    onSample(async (obs, db) => {
      const survey = await surveyOf(obs)
      const nameless = await freezeVersion(obs, analyst, survey, { typed: { ...raking, variables: [] }, name: ' ' })
      assert.deepEqual(nameless, { issues: { variables: 'variables.missing', name: 'name.missing' } })
      const bounds = { ...raking, method: 'logit', lower: '0,9', upper: '1,01' }
      assert.deepEqual(await freezeVersion(obs, analyst, survey, { typed: bounds, name: 'Étroit' }), { issues: {} })
      const tight = await attemptView(obs, survey, bounds)
      assert.equal(tight.outcome?.obstacles[0]?.code, 'weights.boundsTooTight')
      const rings = ['student', 'atHome'].map((category, i) => ({
        variable: 'activity',
        category,
        into: ['atHome', 'student'][i] ?? '',
      }))
      const ring = await attemptView(obs, survey, { ...raking, joins: rings })
      assert.deepEqual(ring.issues, { 'join:activity:student': 'join.ring', 'join:activity:atHome': 'join.ring' })
      assert.equal(ring.outcome, null)
      const number = await freeze(obs, raking)
      const refusal = await force(obs, db, number, survey.version + 1).catch((error: unknown) => error)
      assert.ok(refusal instanceof DomainError && refusal.code === 'version.changed')
      assert.equal(await force(obs, db, number, survey.version), true)
      const unknown = await versionView(obs, survey, 99).catch((error: unknown) => error)
      assert.ok(unknown instanceof DomainError && unknown.code === 'weights.noVersion')
    }))

  it('compare: margins, design effect, scores', () =>
    onSample(async (obs) => {
      await freeze(obs, { ...raking, variables: ['stratum'] })
      const view = await differenceView(obs, await surveyOf(obs), { from: 1, to: 2, zone: 'audomarois' })
      assert.equal(view.zone.code, 'audomarois')
      const gone = view.margins.filter(({ to }) => to === null)
      assert.deepEqual(new Set(gone.map(({ variable }) => variable)), new Set(['sexAge', 'activity', 'family']))
      for (const { variable, from, to } of view.margins) if (variable === 'stratum') assert.equal(from, to)
      assert.ok(view.to.designEffect < view.from.designEffect)
      assert.ok(view.compared > 100 && view.medianChange > 0)
      const [first, second] = view.scores
      assert.ok(Math.abs(first?.difference ?? 0) >= Math.abs(second?.difference ?? 0))
      const same = await differenceView(obs, await surveyOf(obs), { from: 1, to: 1, zone: 'kent' })
      assert.equal(same.zone.code, '62')
      assert.equal(same.verdictsChanged, 0)
      assert.equal(same.scores[0]?.difference, 0)
    }))
})

describe('margins that are brought', () => {
  const sexes = (female: string, male: string): string => `variable;category;total\nsex;female;${female}\nsex;male;${male}\n`

  it('are kept with their source and date, and count before an imported population', () =>
    onSample(async (obs) => {
      const survey = await surveyOf(obs)
      const { variables } = await surveyWeights(obs, survey)
      const adults = variables[0]?.total ?? 0
      const half = String(adults / 2).replace('.', ',')
      assert.equal(await bringMargins(obs, analyst, survey, brought(sexes(half, half))), null)
      const now = await surveyWeights(obs, survey)
      const sex = now.variables.find(({ variable }) => variable === 'sex')
      assert.equal(sex?.source, 'INSEE 2022')
      assert.equal(sex?.referenceDate, '2022')
      assert.equal(sex?.origin, 'file')
      assert.equal(sex?.brought?.by, 'Léa Analyste')
      const { outcome } = await attemptView(obs, survey, { ...raking, variables: ['sex', 'stratum'] })
      const females = outcome?.report?.margins.find(({ category }) => category === 'female')
      assert.ok(females && Math.abs(females.after - adults / 2) < 1e-7 * adults)
      assert.equal(now.variables.length, variables.length + 1)
    }))

  it('are told totals that differ, and scale them when an analyst says to what', () =>
    onSample(async (obs) => {
      const survey = await surveyOf(obs)
      const before = await surveyWeights(obs, survey)
      const refused = await bringMargins(obs, analyst, survey, brought(sexes('600', '400')))
      assert.deepEqual(refused?.fields, { scaleTo: 'totals.differ' })
      assert.equal(refused?.totals.find(({ variable }) => variable === 'sex')?.total, 1000)
      assert.deepEqual((await surveyWeights(obs, survey)).variables, before.variables)
      assert.equal(await bringMargins(obs, analyst, survey, brought(sexes('600', '400'), 'stratum')), null)
      const after = await surveyWeights(obs, survey)
      const sex = after.variables.find(({ variable }) => variable === 'sex')
      assert.equal(sex?.scaledFrom, 1000)
      const adults = before.variables.find(({ variable }) => variable === 'stratum')?.total ?? 0
      assert.ok(Math.abs((sex?.total ?? 0) - adults) < 1e-6)
      const number = await freeze(obs, { ...raking, variables: ['sex', 'stratum'] })
      const { report } = await versionView(obs, survey, number)
      assert.ok(report.warnings?.some((warning) => warning.code === 'totalsScaled' && warning.from === 1000))
    }))

  it('tell every line that cannot be used, with column, value and what is expected', () =>
    onSample(async (obs) => {
      const survey = await surveyOf(obs)
      const lines = [
        'variable,category,total',
        'sexe,female,1',
        'sex,femme,1',
        'sex,female,beaucoup',
        'sex,female,-3',
        'sex,male,2',
        'sex,male,3',
      ]
      const found = await bringMargins(obs, analyst, survey, { ...brought(lines.join('\n')), source: '', referenceDate: ' ' })
      assert.deepEqual(
        found?.lines.map(({ line, column, value, code }) => [line, column, value, code]),
        [
          [2, 'variable', 'sexe', 'margin.variable'],
          [3, 'category', 'femme', 'margin.category'],
          [4, 'total', 'beaucoup', 'margin.total'],
          [5, 'total', '-3', 'margin.negative'],
          [7, 'category', 'male', 'margin.twice'],
        ],
      )
      assert.deepEqual(found?.fields, { source: 'text.missing', referenceDate: 'text.missing' })
      const head = await bringMargins(obs, analyst, survey, brought('a,b,c\nsex,male,2\n'))
      assert.deepEqual(
        head?.lines.map(({ code }) => code),
        ['margin.head'],
      )
      const half = await bringMargins(obs, analyst, survey, brought('variable,categorie,effectif\nsex,female,9\n'))
      assert.deepEqual(
        half?.lines.map(({ value, code, expected }) => [value, code, Number(expected) > 500]),
        [['male', 'margin.incomplete', true]],
      )
      const empty = await bringMargins(obs, analyst, survey, brought('variable,category,total\n'))
      assert.equal(empty?.lines[0]?.code, 'margin.empty')
    }))
})
