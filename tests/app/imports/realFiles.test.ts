import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { importDocument, type ImportDocument } from '#app/imports/importContract.ts'
import { bring, fingerprint, numberOf, onSample } from '#tests/importing.ts'
import { fileOf, realFile, realFiles, withoutRealFiles } from '#tests/sourceFiles.ts'

const total = ({ files }: ImportDocument, part: 'rows' | 'added' | 'changed' | 'unchanged' | 'errorCount'): number =>
  files.reduce((sum, file) => sum + file[part], 0)

const count = (what: ReturnType<typeof sql>) => sql<{ n: number }>`SELECT count(*)::int AS n FROM ${what}`

describe('importing the real files', { skip: withoutRealFiles }, () => {
  it('gives the 887 communes of today a polygon, and the bodies the border around theirs', () =>
    onSample(async (obs, db) => {
      const document = importDocument.parse(await bring(obs, realFiles('boundaries/pas-de-calais')))
      assert.ok(document.committed)
      const communes = document.files.find((file) => file.rows === 891)
      assert.ok(communes)
      assert.deepEqual([communes.changed, communes.errorCount], [891, 0])
      assert.deepEqual(communes.unmatched.map(({ code, resolvedTo }) => `${code} ${resolvedTo}`).toSorted(), [
        '62210 62154',
        '62461 62447',
        '62549 62447',
        '62743 62447',
      ])
      const shapes = (level: string, derived: boolean) =>
        numberOf(
          db,
          count(sql`zone_shape JOIN zone USING (edition, code) WHERE level = ${level} AND country = 'FR'
            AND derived = ${derived} AND NOT schematic AND polygons IS NOT NULL`),
        )
      assert.equal(await shapes('commune', false), 887)
      assert.equal(await shapes('arrondissement', false), 7)
      assert.equal(await shapes('epci', true), 20)
      const before = await fingerprint(db)
      const again = await bring(obs, realFiles('boundaries/pas-de-calais'))
      assert.deepEqual([total(again, 'added'), total(again, 'changed'), total(again, 'unchanged')], [0, 0, 899])
      assert.equal(await fingerprint(db), before)
    }))

  it('keeps 847 median incomes and 43 missing ones, which are not zero', () =>
    onSample(async (obs, db) => {
      const document = await bring(obs, [realFile('population/pas-de-calais/filosofi_com_2016_dep62.csv')])
      assert.deepEqual([document.files[0]?.rows, document.files[0]?.added, document.committed], [890, 890, true])
      const medians = (condition: ReturnType<typeof sql>) =>
        numberOf(
          db,
          count(sql`measure_value JOIN measure USING (dataset)
            WHERE dataset LIKE 'filosofi%' AND code LIKE 'MED%' AND figures[position + 1] ${condition}`),
        )
      assert.deepEqual([await medians(sql`IS NOT NULL`), await medians(sql`IS NULL`), await medians(sql`= 0`)], [847, 43, 0])
    }))

  it('takes census tables before their areas are known, and joins them when the outlines come', () =>
    onSample(async (obs, db) => {
      const tables = ['Table_Metadata.csv', 'ts001.csv.gz', 'ts006.csv.gz']
      const document = await bring(
        obs,
        tables.map((name) => realFile(`population/kent-census-2021/${name}`)),
      )
      assert.ok(document.committed)
      assert.deepEqual(
        document.files.map((file) => file.rows),
        [489, 5306, 5306],
      )
      assert.equal(document.files[1]?.unmatchedCount, 5306)
      const named = count(sql`measure WHERE code = 'ts0010002' AND label_en = 'Lives in a household'`)
      assert.equal(await numberOf(db, named), 1)
      const outlines = await bring(obs, realFiles('boundaries/kent/oa'))
      assert.deepEqual([total(outlines, 'rows'), total(outlines, 'added'), total(outlines, 'errorCount')], [5475, 5475, 0])
      const joined = count(sql`measure_value AS v JOIN zone ON zone.code = v.zone
        WHERE dataset = 'ts001' AND territory_id = 'kent' AND zone.root = 'kent'`)
      assert.equal(await numberOf(db, joined), 5306)
      const districts = count(sql`zone_shape JOIN zone USING (edition, code) WHERE level = 'epci' AND root = 'kent' AND derived`)
      assert.equal(await numberOf(db, districts), 13)
    }))

  it('takes 50 France Services and 125 libraries, these at their town until a directory of postcodes comes', () =>
    onSample(async (obs, db) => {
      const names = ['france-services-2024-pas-de-calais.csv', 'libraries-kent.csv']
      const files = () => names.map((name) => realFile(`services/${name}`))
      const document = await bring(obs, files())
      assert.deepEqual(
        document.files.map((file) => file.added),
        [50, 125],
      )
      const at = (position: string) => numberOf(db, count(sql`place WHERE kind = 'library' AND position = ${position}`))
      assert.equal((await at('town')) + (await at('unknown')), 125)
      const directory = 'pcds,lat,long,oa11,laua,doterm\nME16 0PR,51.2837,0.4943,E00124000,E07000110,\n'
      assert.ok((await bring(obs, [fileOf('ONSPD.csv', directory)])).committed)
      assert.equal(await at('postcode'), 1)
      const again = await bring(obs, files())
      assert.equal(total(again, 'unchanged'), 175)
    }))

  it('adds up the facilities of IRIS onto their communes', () =>
    onSample(async (obs, db) => {
      const document = await bring(obs, [realFile('services/bpe-2018-pas-de-calais.csv.gz')])
      assert.equal(document.files[0]?.added, 20_858)
      const here = sql<{ n: number }>`SELECT sum(facilities)::int AS n FROM facility_count`
      assert.equal(await numberOf(db, here), 41_493)
    }))
})
