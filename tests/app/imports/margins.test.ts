import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runMainJob } from '#app/mainJob.ts'
import { latestSurvey } from '#store/surveys.ts'
import { read } from '#store/open.ts'
import { weightingOfSurvey } from '#store/weightings.ts'
import { bring, onSample } from '#tests/importing.ts'
import { fileOf } from '#tests/sourceFiles.ts'

const ages = ['18-29', '30-44', '45-59', '60-74', '75+']

describe('an imported population', () => {
  it('gives the margins that the survey is weighted to, in its own shares', () =>
    onSample(async (obs, db) => {
      // Twice as many of the first age as of each other, women and men alike; two communes share each count.
      const rows = ['female', 'male'].flatMap((sex) =>
        ages.flatMap((age, i) => ['62765', '62160'].map((zone) => `${zone},${sex},${age},,${i === 0 ? 3000 : 1500}`)),
      )
      const document = await bring(obs, [fileOf('population.csv', `zone,sex,age,activity,count\n${rows.join('\n')}\n`)], {
        kind: 'population',
      })
      assert.deepEqual(document.files[0]?.errors, [])
      await runMainJob(obs, '62')
      const weighting = await read(db, async (reader) => {
        const survey = await latestSurvey(reader, '62', 'satisfaction')
        return survey && weightingOfSurvey(reader, survey)
      })
      const margins = weighting?.report.margins.filter((margin) => margin.variable === 'sexAge') ?? []
      const total = margins.reduce((sum, margin) => sum + margin.target, 0)
      const shares = margins.map(({ category, target }) => `${category} ${(target / total).toFixed(4)}`).toSorted()
      const expected = ['female', 'male'].flatMap((sex) => ages.map((age, i) => `${sex}:${age} ${i === 0 ? '0.1667' : '0.0833'}`))
      assert.deepEqual(shares, expected.toSorted())
      const activity = weighting?.report.margins.find((margin) => margin.variable === 'activity')
      assert.ok((activity?.target ?? 0) > 0)
    }))
})
