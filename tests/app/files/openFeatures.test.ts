import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { FileIssue } from '#domain/imports'
import { jsonFault } from '#app/files/jsonFault.ts'
import { openFile, type OpenOptions } from '#app/files/openFile.ts'
import type { OpenFeatures } from '#app/files/sourceFile.ts'
import { fileOf } from '#tests/sourceFiles.ts'

const square = [
  [2.2, 50.7],
  [2.3, 50.7],
  [2.3, 50.8],
  [2.2, 50.8],
  [2.2, 50.7],
]
const polygon = (ring: unknown): unknown => ({ type: 'Polygon', coordinates: [ring] })
const feature = (properties: object, geometry: unknown): unknown => ({ type: 'Feature', properties, geometry })
const document = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const good = document(feature({ code: '62765', nom: 'Saint-Omer-Capelle é' }, polygon(square)))

async function issues(
  content: string | Uint8Array,
  name = 'a.geojson',
  options: OpenOptions = {},
): Promise<readonly FileIssue[]> {
  const opened = await openFile(fileOf(name, content), options)
  assert.equal(opened.form, 'unreadable', opened.form)
  return opened.form === 'unreadable' ? opened.issues : []
}

describe('boundaries as people have them', () => {
  const forms: readonly [string, string, string | Uint8Array][] = [
    ['GeoJSON', 'a.geojson', good],
    ['GeoJSON in gzip', 'a.geojson.gz', gzipSync(good)],
    ['GeoJSON named as a table', 'a.csv', good],
    ['GeoJSON with a mark', 'a.json', `\uFEFF\n ${good}`],
    ['GeoJSON in Latin-1', 'a.json', Buffer.from(good, 'latin1')],
    ['GeoJSON in UTF-16', 'a.json', Buffer.from(`\uFEFF${good}`, 'utf16le')],
  ]
  for (const [what, name, content] of forms) {
    it(`reads ${what}`, async () => {
      const opened = (await openFile(fileOf(name, content, 50))) as OpenFeatures
      assert.deepEqual([opened.form, opened.features.length], ['features', 1])
      assert.equal(opened.features[0]?.properties['nom'], 'Saint-Omer-Capelle é')
    })
  }

  it('names the feature by its number and by the property people know it by', async () => {
    const open = polygon(square.slice(0, 4))
    const seen = await issues(
      document(
        feature({ nom: 'Arras', code: '62041' }, open),
        feature({ OBJECTID: 4, LSOA11NM: 'Dover 001A', LSOA11CD: 'E01024190' }, open),
        feature({ INSEE_COM: '62001' }, open),
        feature({ surface: 3.5 }, open),
        { type: 'Feature', id: 'f-7', properties: null, geometry: open },
      ),
    )
    assert.deepEqual(
      seen.map(({ line, column, value, code, expected }) => [line, column, value, code, expected]),
      [
        [1, 'code', '62041: 2.2 50.8', 'geo.ringOpen', '2.2 50.7'],
        [2, 'LSOA11CD', 'E01024190: 2.2 50.8', 'geo.ringOpen', '2.2 50.7'],
        [3, 'INSEE_COM', '62001: 2.2 50.8', 'geo.ringOpen', '2.2 50.7'],
        [4, '', '2.2 50.8', 'geo.ringOpen', '2.2 50.7'],
        [5, 'id', 'f-7: 2.2 50.8', 'geo.ringOpen', '2.2 50.7'],
      ],
    )
  })

  it('names both zones where two overlap, and refuses a collection of nothing', async () => {
    const moved = square.map(([x = 0, y = 0]) => [x + 0.05, y + 0.05])
    const [issue] = await issues(
      document(feature({ code: '62041' }, polygon(square)), feature({ code: '62765' }, polygon(moved))),
    )
    assert.deepEqual(issue, { line: 2, column: 'code', value: '62765: 2.3 50.75', code: 'geo.zonesCross', expected: '62041' })
    assert.equal((await issues(document()))[0]?.code, 'geo.noPolygons')
  })

  it('asks for the coordinate system, and takes the answer', async () => {
    const metres = JSON.stringify({
      type: 'Point',
      coordinates: [650_000, 7_060_000],
      crs: { properties: { name: 'EPSG:31370' } },
    })
    assert.equal((await issues(metres))[0]?.code, 'geo.unknownCrs')
    const opened = (await openFile(fileOf('a.json', metres), { crs: 'EPSG:2154' })) as OpenFeatures
    assert.deepEqual([opened.crs, opened.crsGuessed], ['EPSG:2154', false])
  })
})

describe('JSON that is broken', () => {
  const broken: readonly [string, string, number, number][] = [
    ['a comma too many', '{"type": "Point",\n "coordinates": [1, 2,]}', 2, 23],
    ['a number that JSON has not', '{"type": "Point",\n\n "coordinates": [NaN, 2]}', 3, 18],
    ['an end too early', '{"type": "FeatureCollection", "features": [', 1, 44],
    ['text after the end', '{"type": "Point"}\nx', 2, 1],
    ['a name without quotes', '{type: "Point"}', 1, 2],
    ['a line end inside a text', '{"type": "Po\nint"}', 1, 10],
    ['two values without a comma', '{"a": [1 2]}', 1, 10],
    ['a missing colon', '{"a" 1}', 1, 6],
    ['the wrong bracket', '{"a": [1}', 1, 9],
    ['a bad escape', String.raw`{"a": "\x"}`, 1, 7],
  ]
  for (const [what, text, line, column] of broken) {
    it(`names line and column of ${what}`, async () => {
      const [issue] = await issues(text)
      assert.deepEqual([issue?.code, issue?.line, issue?.column], ['json.syntax', line, String(column)])
    })
  }

  it('finds a fault exactly where the engine refuses a text', () => {
    const text = fc.oneof(
      fc.json(),
      fc
        .tuple(fc.json(), fc.nat(60), fc.constantFrom('', ',', '"', '}', ']', '1', 'e', '\\'))
        .map(([json, at, put]) => json.slice(0, at) + put + json.slice(at + 1)),
      fc.string({
        unit: fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ':',
          ',',
          '1',
          '-',
          '.',
          'e',
          ' ',
          'null',
          'true',
          '\\u00e9',
          '\u007f',
          '\u0085',
        ),
        maxLength: 12,
      }),
    )
    fc.assert(
      fc.property(text, (sample) => {
        let isJson = true
        try {
          JSON.parse(sample)
        } catch {
          isJson = false
        }
        assert.equal(jsonFault(sample) === null, isJson, JSON.stringify(sample))
      }),
      { seed: 29, numRuns: 5000 },
    )
  })

  it('does not fall over a million brackets', async () => {
    assert.equal((await issues(`{"type":"Polygon","coordinates":${'['.repeat(1e6)}`))[0]?.code, 'json.syntax')
    const deep = `{"type":"Polygon","coordinates":${'['.repeat(1e6)}${']'.repeat(1e6)}}`
    assert.equal((await issues(deep))[0]?.code, 'geo.number')
    assert.equal((await issues(`[${'['.repeat(1e6)}`, 'a.json'))[0]?.code, 'json.syntax')
  })

  it('refuses what is too large to be held whole, and bytes of another alphabet with their place', async () => {
    const limits = { json: 1024 * 1024 }
    assert.deepEqual(
      (await issues(document(feature({ note: 'x'.repeat(2_000_000) }, polygon(square))), 'a.json', { limits })).map(
        ({ code, expected }) => [code, expected],
      ),
      [['file.tooLarge', '1 MB']],
    )
    const mixed = Buffer.concat([Buffer.from('{"type": "Point",\n"nom": "éè, '), Buffer.from([0xe9]), Buffer.from('"}')])
    assert.deepEqual(
      (await issues(mixed)).map(({ code, line, column }) => [code, line, column]),
      [['file.encoding', 2, '13']],
    )
  })
})
