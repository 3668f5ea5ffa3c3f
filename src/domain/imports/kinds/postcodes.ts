import { codeReader } from '../codeReader.ts'
import { nowhere, positionReader } from '../coordinates.ts'
import { findFields, refusalOf, type Field, type Fields, type Head } from '../head.ts'
import { hasAll, licences, type KindReader } from '../kindReader.ts'
import { postcodeExamples, readPostcode } from '../postcodeSpelling.ts'
import { parseNumber } from '../numbers.ts'
import { issueAt } from '../report.ts'
import type { ReadingContext, RecordSink, TablePlan } from '../rowReader.ts'

const onsNames = ['pcds', 'pcd', 'pcd7', 'pcd2', 'pcd8']

const fields: readonly Field[] = [
  {
    field: 'postcode',
    names: ['pcds', 'pcd', 'pcd7', 'pcd2', 'pcd8', 'codepostal', 'postcode', 'postalcode', 'cp'],
    required: true,
  },
  {
    field: 'zone',
    names: [
      'oa21',
      'oa21cd',
      'oa11',
      'oa11cd',
      'codecommuneinsee',
      'codeinsee',
      'codecommune',
      'inseecom',
      'depcom',
      'codgeo',
      'zone',
    ],
  },
  { field: 'zone2', names: ['oa11', 'oa11cd'] },
  { field: 'district', names: ['laua', 'oslaua', 'lad', 'ladcd', 'lad23cd', 'lad24cd', 'lad25cd'] },
  { field: 'ended', names: ['doterm'] },
  { field: 'lat', names: ['lat', 'latitude', 'y'] },
  { field: 'lon', names: ['long', 'lon', 'longitude', 'lng', 'x'] },
  { field: 'point', names: ['coordonneesgeographiques', 'geopoint', 'coordonneesgps', 'geopoint2d'] },
]

interface Point {
  readonly lon: number
  readonly lat: number
}

/** `50.28, 2.77`: latitude and longitude in one cell, as the list of La Poste has them. */
function readPoint(text: string, column: string, line: number, sink: RecordSink): Point | null {
  if (text === '') return null
  const [lat, lon, rest] = text.split(',').map((part) => parseNumber(part, false))
  if (lat != null && lon != null && rest === undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lon, lat }
  sink.fault(issueAt(line, column, text, 'geo.notFinite', '50.28, 2.77'))
  return null
}

/** The small area, else the one of the census before, else the district. */
function zoneText(found: Fields, cells: readonly string[]): string {
  return found.text(cells, 'zone') || found.text(cells, 'zone2') || found.text(cells, 'district')
}

/** A latitude of 99.999999 is the directory's way of saying that there is no position. */
function hasNoPosition(lat: string): boolean {
  return lat.startsWith('99.9999')
}

function pointReader(found: Fields): (cells: readonly string[], line: number, sink: RecordSink) => Point | null {
  if (!found.has('lat') || !found.has('lon')) {
    return (cells, line, sink) => readPoint(found.text(cells, 'point'), found.column('point'), line, sink)
  }
  const position = positionReader(found)
  return (cells, line, sink) => (hasNoPosition(found.text(cells, 'lat')) ? null : position(cells, line, sink))
}

/** The directory's areas outside the United Kingdom: Jersey, Guernsey and Man have none. */
const noArea = /^[A-Z]99999999$/

/** Who publishes a directory, from its head. */
function publisherOf(head: Head): { readonly source: string | null; readonly licence: string | null; readonly unique: boolean } {
  // The ONS's 2.7 million postcodes are all different; nothing of them need be remembered.
  if (hasAll(head, onsNames)) return { source: 'ONS Postcode Directory', licence: licences.ogl, unique: true }
  if (!hasAll(head, ['libelleacheminement', 'libelledacheminement', 'ligne5']))
    return { source: null, licence: null, unique: false }
  return { source: 'La Poste, base officielle des codes postaux', licence: licences.licenceOuverte, unique: false }
}

function rowReader(found: Fields, unique: boolean): TablePlan['read'] {
  const codes = codeReader('zone', found.column('zone'))
  const point = pointReader(found)
  // Hamlets of one commune share a postcode: its row comes again with another line of address.
  const seen = new Set<string>()

  function postcodeOf(cells: readonly string[], line: number, sink: RecordSink): string | null {
    const written = found.text(cells, 'postcode')
    const read = readPostcode(written)
    if (read) return read.postcode
    const code = written === '' ? 'value.missing' : 'postcode.malformed'
    sink.fault(issueAt(line, found.column('postcode'), written, code, postcodeExamples))
    return null
  }

  /** The zone's code, `null` where the row names none, `undefined` after a fault. */
  function areaOf(cells: readonly string[], line: number, sink: RecordSink): string | null | undefined {
    const text = zoneText(found, cells)
    return text === '' || noArea.test(text) ? null : codes.read(text, line, sink)?.code
  }

  function isAgain(postcode: string, zone: string | null): boolean {
    if (unique) return false
    const key = `${postcode} ${zone ?? ''}`
    if (seen.has(key)) return true
    seen.add(key)
    return false
  }

  return (cells, line, sink) => {
    if (found.text(cells, 'ended') !== '') {
      sink.skipped?.('postcode.terminated', 1)
      return
    }
    const postcode = postcodeOf(cells, line, sink)
    const zone = areaOf(cells, line, sink)
    const at = point(cells, line, sink)
    if (postcode === null || zone === undefined) return
    if (zone === null && at === null) sink.skipped?.('postcode.nowhere', 1)
    else if (isAgain(postcode, zone)) sink.skipped?.('postcode.again', 1)
    else sink.postcode({ line, postcode, zone, ...(at ?? nowhere) })
  }
}

function planPostcodes(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  const found = findFields(head, fields, context.mapping)
  const located = found.has('zone') || (found.has('lat') && found.has('lon')) || found.has('point')
  const refusal = refusalOf('postcodes', head, fields, context, located ? [] : ['zone', 'lat', 'lon'])
  if (refusal) return refusal
  const { source, licence, unique } = publisherOf(head)
  return {
    kind: 'postcodes',
    dataset: null,
    source,
    licence,
    referenceDate: null,
    mapping: found.mapping,
    read: rowReader(found, unique),
  }
}

const latitudes = ['lat', 'latitude']

/** Postcodes with points and nothing that could be a place's. */
function recognisesList(head: Head): boolean {
  return (
    hasAll(head, ['postcode', 'codepostal', 'postalcode'], latitudes) &&
    !hasAll(head, ['name', 'nom', 'service', 'services', 'libelle'])
  )
}

/** Postcode directories: the ONS's (a point each; terminated ones are left out) and La Poste's (a commune per row), or a list of one's own. */
export const postcodes: KindReader = {
  kind: 'postcodes',
  recognises: (head) =>
    hasAll(head, onsNames, ['lat', 'laua', 'oslaua', 'oa11', 'oa21', 'oa21cd', 'oa11cd', 'doterm']) ||
    hasAll(
      head,
      ['codepostal'],
      ['codecommuneinsee'],
      ['libelleacheminement', 'libelledacheminement', 'ligne5', 'nomcommune', 'nomdelacommune'],
    ) ||
    recognisesList(head),
  plan: planPostcodes,
}
