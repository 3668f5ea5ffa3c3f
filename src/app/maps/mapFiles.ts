import type { Language } from '#kernel/bilingual.ts'
import { csvField } from '../exportMatrix.ts'
import type { MapFile, MapValues, ZoneOutline } from './mapContract.ts'

const utf8 = new TextEncoder()

function nameOf(values: MapValues, extension: string): string {
  const said = [values.territory.code, values.level, values.indicator.code, values.service, values.criterion]
  return `map-${said
    .filter((part) => part !== null)
    .join('-')
    .replaceAll(/[^\w-]+/g, '-')}.${extension}`
}

/** The figures of one or two maps of the same zones, with source, licence and date on every line, so that a line cut out still says whence it comes. */
export function mapCsv(maps: readonly MapValues[], language: Language): MapFile {
  const [first] = maps
  if (!first) throw new Error('mapCsv: a file of no map')
  const head = [
    'code',
    'name',
    'level',
    'indicator',
    'service',
    'criterion',
    'value',
    'unit',
    'status',
    'verdict',
    'sureness',
    'n',
  ]
  const rows = maps.flatMap((values) =>
    values.figures.map(({ zone, value, status, level, sureness, n }) => [
      zone.code,
      zone.name[language],
      zone.level,
      values.indicator.label?.[language] ?? values.indicator.code,
      values.service,
      values.criterion,
      value,
      values.indicator.unit,
      status,
      level,
      sureness,
      n,
      values.source.source[language],
      values.source.licence,
      values.source.date,
    ]),
  )
  const lines = [[...head, 'source', 'licence', 'date'], ...rows].map((row) => row.map(csvField).join(','))
  return { name: nameOf(first, 'csv'), type: 'text/csv; charset=utf-8', body: utf8.encode(`${lines.join('\r\n')}\r\n`) }
}

/** The zones of a map with their figures as GeoJSON (RFC 7946), degrees WGS 84. */
export function mapGeoJson(maps: readonly MapValues[], outlines: readonly ZoneOutline[], language: Language): MapFile {
  const [first] = maps
  if (!first) throw new Error('mapGeoJson: a file of no map')
  const byCode = maps.map((values) => new Map(values.figures.map((figure) => [figure.zone.code, figure])))
  const features = outlines.map(({ code, polygons, schematic }) => {
    const [figure, second] = byCode.map((figures) => figures.get(code))
    const properties = {
      code,
      name: figure?.zone.name[language] ?? null,
      value: figure?.value ?? null,
      status: figure?.status ?? 'missing',
      ...(figure?.level ? { verdict: figure.level, sureness: figure.sureness } : {}),
      ...(second ? { comparedValue: second.value, comparedStatus: second.status } : {}),
      schematic,
    }
    return { type: 'Feature', id: code, properties, geometry: { type: 'MultiPolygon', coordinates: polygons } }
  })
  const about = maps.map(({ indicator, service, criterion, source }) => ({
    indicator: indicator.code,
    label: indicator.label?.[language] ?? null,
    unit: indicator.unit,
    service,
    criterion,
    source: source.source[language],
    licence: source.licence,
    date: source.date,
  }))
  const text = JSON.stringify({ type: 'FeatureCollection', name: nameOf(first, ''), about, features })
  return { name: nameOf(first, 'geojson'), type: 'application/geo+json', body: utf8.encode(`${text}\n`) }
}
