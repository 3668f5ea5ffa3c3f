import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { testDatabase } from '#tests/database.ts'
import { testObservatory } from '#tests/sampleObservatory.ts'
import { kmeans } from '#stats/kmeans.ts'
import type { Cluster } from '#domain/segments'
import { makeClassification } from '#app/segments/buildClassification.ts'
import { loadFigures } from '#app/segments/figures.ts'
import { read, type Database } from '#store/open.ts'
import { classificationOfNumber, publishedClassifications, selectSegmentAreas, selectSegments } from '#store/segments.ts'

const cluster: Cluster = async (points, k, seed) => kmeans(points, { k, restarts: 10, seed, maxIterations: 300, tolerance: 1e-4 })

describe('the groups of the sample', () => {
  let db: Database
  let drop: () => Promise<void>

  before(async () => {
    ;({ db, drop } = await testDatabase({ from: 'sample' }))
  })
  after(() => drop())

  it('are in force on both sides: thirteen in Kent, seven in the Audomarois', async () => {
    const published = await read(db, publishedClassifications)
    const found = await Promise.all(
      published.map(async (each) => [each.territory, (await read(db, (reader) => selectSegments(reader, each))).length]),
    )
    assert.deepEqual(found, [
      ['62', 7],
      ['kent', 13],
    ])
  })

  it('hold every small area once, and all of its people', async () => {
    for (const each of await read(db, publishedClassifications)) {
      const [segments, areas] = await read(
        db,
        async (reader) => [await selectSegments(reader, each), await selectSegmentAreas(reader, each)] as const,
      )
      assert.equal(
        segments.reduce((sum, segment) => sum + segment.areas, 0),
        areas.length,
      )
      const people = areas.reduce((sum, area) => sum + area.people, 0)
      assert.equal(
        segments.reduce((sum, segment) => sum + segment.people, 0),
        people,
      )
      assert.equal(new Set(segments.map((segment) => segment.letter)).size, segments.length)
    }
  })

  it('are made again to the byte from their record', async () => {
    const obs = testObservatory(db)
    const first = await read(obs.db, (reader) => classificationOfNumber(reader, 'kent', 1))
    const loaded = await read(obs.db, (reader) => loadFigures(reader, first.record.settings.dataset, 'kent'))
    const again = await makeClassification(loaded, first.record.settings, first.record.dropped, cluster)
    assert.equal(again.record.dataChecksum, first.record.dataChecksum)
    assert.equal(again.checksum, first.checksum)
    const other = await makeClassification(loaded, { ...first.record.settings, seed: 7 }, [], cluster)
    assert.notEqual(other.checksum, first.checksum)
  })
})
