import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openFile } from '#app/files/openFile.ts'
import type { OpenFeatures } from '#app/files/sourceFile.ts'
import { allOf, realFile, realFiles, withoutRealFiles } from '#tests/sourceFiles.ts'

async function count(path: string): Promise<number> {
  const opened = await openFile(realFile(path))
  if (opened.form === 'features') return opened.features.length
  assert.equal(opened.form, 'table', JSON.stringify(opened))
  return (await allOf(opened.rows())).flat().length
}

describe('the real files of the field', { skip: withoutRealFiles }, () => {
  for (const folder of ['boundaries', 'population', 'services']) {
    it(`opens all of ${folder}, every row with as many cells as the head`, async () => {
      const files = realFiles(folder)
      assert.ok(files.length > 2, `${files.length} files`)
      for (const file of files) {
        const opened = await openFile(file)
        assert.notEqual(opened.form, 'unreadable', JSON.stringify(opened))
        if (opened.form !== 'table') continue
        for await (const rows of opened.rows()) assert.ok(rows.every(({ cells }) => cells.length === opened.header.length))
      }
    })
  }

  const counts: readonly [string, number][] = [
    ['boundaries/pas-de-calais/communes-62-pas-de-calais.geojson', 891],
    ['boundaries/pas-de-calais/arrondissements-62-pas-de-calais.geojson', 7],
    ['boundaries/pas-de-calais/departement-62-pas-de-calais.geojson', 1],
    ['population/pas-de-calais/filosofi_com_2016_dep62.csv', 890],
    ['population/kent-census-2021/ts001.csv.gz', 5306],
    ['services/france-services-2024-pas-de-calais.csv', 50],
    ['services/libraries-kent.csv', 125],
  ]
  for (const [path, expected] of counts) {
    it(`counts ${expected} in ${path.split('/').at(-1)}`, async () => assert.equal(await count(path), expected))
  }

  const layers: readonly [string, string, number][] = [
    ['oa', 'OA11CD', 5475],
    ['lsoa', 'LSOA11CD', 1065],
    ['msoa', 'MSOA11CD', 220],
    ['wards', 'WD13CD', 305],
  ]
  for (const [layer, property, expected] of layers) {
    it(`counts ${expected} zones of Kent and Medway in ${layer}, each with its code and polygons`, async () => {
      const opened = await Promise.all(realFiles(`boundaries/kent/${layer}`).map((file) => openFile(file)))
      const features = opened.flatMap((each) => (each as OpenFeatures).features)
      assert.equal(new Set(features.map(({ properties }) => properties[property])).size, expected)
      assert.equal(features.length, expected)
      assert.ok(features.every(({ polygons }) => polygons.length > 0))
    })
  }

  it('tells the two zones whose border crosses itself by less than a metre, and takes them', async () => {
    const opened = await Promise.all(realFiles('boundaries').map((file) => openFile(file)))
    const warnings = opened.flatMap((each) => (each.form === 'features' ? each.warnings : []))
    assert.deepEqual(
      warnings.map(({ code, column, value }) => [code, column, value.split(':')[0]]),
      [
        ['geo.slightCrossing', 'OA11CD', 'E00124373'],
        ['geo.slightCrossing', 'WD13CD', 'E05005046'],
      ],
    )
  })
})
