import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import OpeningHours from 'opening_hours'
import { boundaryOf, isFileIssue, readColumnNames, type MeasureRecord, type PlaceRecord } from '#domain/imports'
import { realFiles, withoutRealFiles } from '#tests/sourceFiles.ts'
import { realJson, realRows, takeRows, told, type Taken } from './tableTools.ts'

function takeFile(path: string, columnNames?: ReturnType<typeof readColumnNames>): Taken {
  const fileName = path.split('/').at(-1) ?? ''
  return takeRows(realRows(path), { fileName, decimalComma: false, ...(columnNames ? { columnNames } : {}) })
}

function checkHours(places: readonly PlaceRecord[]): void {
  for (const { openingHours, country } of places) {
    if (openingHours === null) continue
    const where = country === 'FR' ? { country_code: 'fr', state: 'Hauts-de-France' } : { country_code: 'gb', state: 'England' }
    assert.deepEqual(new OpeningHours(openingHours, { lat: 51, lon: 1, address: where }).getWarnings(), [], openingHours)
  }
}

/** Every column is named and counts what its table's total says. */
function checkMeasures(measures: readonly MeasureRecord[], table: string): void {
  for (const { code, label, unit } of measures) {
    assert.notEqual(label.en, code)
    assert.ok(['people', 'households', 'perKm2'].includes(unit), `${code} ${unit}`)
  }
  const [total, ...others] = measures.filter(({ denominator }) => denominator === null)
  assert.ok(total && others.length === 0 && total.code === `${table}0001`, table)
  if (/all household/i.test(total.label.en)) assert.equal(total.unit, 'households', table)
  if (/usual residents|all persons/i.test(total.label.en)) assert.equal(total.unit, 'people', table)
}

describe('the real files of the field', { skip: withoutRealFiles }, () => {
  it('Filosofi: 890 communes, 847 medians and 43 missing, 138 poverty rates', () => {
    const { plan, figures, faults, warnings, missing } = takeFile('population/pas-de-calais/filosofi_com_2016_dep62.csv')
    assert.deepEqual([plan.kind, faults, warnings], ['filosofi', [], []])
    assert.equal(figures.length, 890)
    const measures = plan.dataset?.measures ?? []
    assert.equal(measures.length, 27)
    assert.ok(measures.every(({ unit, label }) => unit !== 'unknown' && label.fr !== label.en && label.fr !== ''))
    const present = (code: string): number => {
      const at = measures.findIndex((measure) => measure.code === code)
      return figures.filter((row) => row.figures[at] !== null).length
    }
    assert.deepEqual([present('MED16'), 890 - present('MED16'), present('TP6016')], [847, 43, 138])
    assert.equal(missing, figures.flatMap((row) => row.figures).filter((figure) => figure === null).length)
  })

  it('50 France Services, all placed and with hours that can be read', () => {
    const { plan, places, faults, warnings } = takeFile('services/france-services-2024-pas-de-calais.csv')
    assert.deepEqual([plan.kind, faults, warnings], ['franceServices', [], []])
    assert.equal(places.length, 50)
    assert.equal(new Set(places.map(({ code }) => code)).size, 50)
    assert.ok(
      places.every(
        ({ lat, lon, position, zone }) =>
          position === 'exact' && lat !== null && lat > 50 && lon !== null && lon > 1.5 && zone?.startsWith('62'),
      ),
    )
    assert.deepEqual(
      places.filter(({ openingHours }) => openingHours === null).map(({ code }) => code),
      ['fs-2463'],
    )
    assert.equal(places.find(({ code }) => code === 'fs-371')?.openingHours, 'Mo-We,Fr 09:00-12:30,14:00-17:00; Th 09:00-19:00')
    assert.deepEqual(
      places.filter(({ kind }) => kind === 'franceServicesMobile').map(({ code }) => code),
      ['fs-372', 'fs-1939', 'fs-2302'],
    )
    checkHours(places)
  })

  it('125 libraries with a postcode each, nine of them closed', () => {
    const { plan, places, faults, warnings } = takeFile('services/libraries-kent.csv')
    assert.deepEqual([plan.kind, faults, warnings], ['libraries', [], []])
    assert.equal(places.length, 125)
    assert.equal(new Set(places.map(({ code }) => code)).size, 125)
    assert.ok(places.every(({ postcode, lon }) => /^[A-Z]{2}\d{1,2} \d[A-Z]{2}$/.test(postcode ?? '') && lon === null))
    assert.equal(places.filter(({ closedOn }) => closedOn !== null).length, 9)
    assert.equal(places.find(({ code }) => code === 'library-kent-bockhanger')?.closedOn, null)
    assert.equal(
      places.find(({ code }) => code === 'library-kent-allington')?.openingHours,
      'Tu-We,Fr 09:00-17:00; Th 14:00-17:00; Sa 09:00-13:00',
    )
    checkHours(places)
  })

  it('facilities: 20,858 rows of 859 communes, 41,493 facilities of 174 types', () => {
    const { plan, facilities, faults, missing } = takeFile('services/bpe-2018-pas-de-calais.csv.gz')
    assert.deepEqual([plan.kind, faults, missing], ['facilities', [], 0])
    assert.equal(facilities.length, 20_858)
    assert.equal(
      facilities.reduce((sum, row) => sum + row.facilities, 0),
      41_493,
    )
    assert.deepEqual(
      [new Set(facilities.map(({ zone }) => zone)).size, new Set(facilities.map(({ type }) => type)).size],
      [859, 174],
    )
    assert.equal(new Set(facilities.map(({ zone, type }) => zone + type)).size, 14_931)
  })

  it('5,306 areas in each of the census tables, every column named by the metadata', () => {
    const [header = [], ...rows] = realRows('population/kent-census-2021/Table_Metadata.csv')
    const columnNames = readColumnNames(header, rows)
    assert.equal(columnNames.count, 489)
    const tables = realFiles('population/kent-census-2021').filter(({ name }) => name.endsWith('.csv.gz'))
    assert.ok(tables.length >= 42, `${tables.length} tables`)
    for (const { name } of tables) {
      const { plan, figures, faults, missing } = takeFile(`population/kent-census-2021/${name}`, columnNames)
      assert.deepEqual([plan.kind, faults, missing, figures.length], ['census', [], 0, 5306], name)
      assert.ok(plan.dataset)
      assert.equal(plan.dataset.code, name.slice(0, 5))
      assert.equal(figures[0]?.figures.length, plan.dataset.measures.length)
      checkMeasures(plan.dataset.measures, name.slice(0, 5))
    }
  })

  it('5,475 output areas of 13 authorities that the file leaves without a name', () => {
    const { plan, zones, faults, missing } = takeFile('population/kent-census-2021/oa11-lad-kent.csv')
    assert.deepEqual([plan.kind, faults], ['zones', []])
    const areas = zones.filter(({ level }) => level === 'outputArea')
    const authorities = zones.filter(({ level }) => level === 'epci')
    assert.deepEqual([areas.length, authorities.length, missing], [5475, 13, 13])
    assert.ok(areas.every(({ parents }) => parents.length === 1 && authorities.some(({ code }) => code === parents[0]?.code)))
    assert.ok(authorities.every(({ name }) => name === null))
  })

  it('outlines: 891 communes, 7 arrondissements, a département; 13 authorities by four kinds of areas', () => {
    const folder = 'boundaries/pas-de-calais'
    const french = (name: string) => {
      const file = realJson(`${folder}/${name}`) as {
        features?: { properties: Record<string, unknown> }[]
        properties?: Record<string, unknown>
      }
      const all = file.features?.map(({ properties }) => properties) ?? [file.properties ?? {}]
      return all.map((properties, i) => boundaryOf({ number: i + 1, id: null, properties }, { fileName: name }))
    }
    const communes = french('communes-62-pas-de-calais.geojson')
    assert.equal(communes.length, 891)
    assert.ok(
      communes.every(
        (read) => !isFileIssue(read) && read.level === 'commune' && read.name !== null && read.parents[0]?.code === '62',
      ),
    )
    const arrondissements = french('arrondissements-62-pas-de-calais.geojson')
    assert.deepEqual(
      arrondissements.map((read) => (isFileIssue(read) ? '' : read.code)),
      ['621', '622', '623', '624', '625', '626', '627'],
    )
    assert.deepEqual(
      french('departement-62-pas-de-calais.geojson').map((read) => (isFileIssue(read) ? '' : `${read.code} ${read.level}`)),
      ['62 department'],
    )

    const levels = { oa: 'outputArea', lsoa: 'lsoa', msoa: 'msoa', wards: 'ward' }
    const counts = { oa: 5475, lsoa: 1065, msoa: 220, wards: 305 }
    for (const kind of ['oa', 'lsoa', 'msoa', 'wards'] as const) {
      const codes = new Set<string>()
      for (const { name } of realFiles(`boundaries/kent/${kind}`)) {
        const { objects } = realJson(`boundaries/kent/${kind}/${name}`) as {
          objects: Record<string, { geometries: { id?: string; properties: Record<string, unknown> }[] }>
        }
        for (const { geometries } of Object.values(objects)) {
          for (const [i, { id, properties }] of geometries.entries()) {
            const read = boundaryOf({ number: i + 1, id: id ?? null, properties }, { fileName: name })
            assert.ok(!isFileIssue(read) && read.level === levels[kind], JSON.stringify(read))
            codes.add(read.code)
          }
        }
      }
      assert.equal(codes.size, counts[kind], kind)
    }
  })

  it('Filosofi with code and name exchanged is told once', () => {
    const { faults } = takeRows([
      ['CODGEO', 'LIBGEO', 'MED16', 'TP6016'],
      ...realRows('population/pas-de-calais/filosofi_com_2016_dep62.csv')
        .slice(1, 20)
        .map(([code = '', name = '', , , median = '', , poverty = '']) => [name, code, median, poverty]),
    ])
    assert.deepEqual(told(faults), ['2 CODGEO, LIBGEO column.swapped'])
  })
})
