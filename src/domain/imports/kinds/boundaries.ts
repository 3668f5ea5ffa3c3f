import type { ZoneLevel } from '#domain/territory'
import { codeExamples, departmentOf, readZoneCode, type ReadCode } from '../codes.ts'
import { fold } from '../head.ts'
import type { FileIssue } from '../issue.ts'
import { nameOf } from '../names.ts'
import type { BoundaryRecord, ZoneRecord } from '../records.ts'
import { issueAt } from '../report.ts'

/** What the properties of a feature tell about its zone: a boundary without its outline. */
export type BoundaryFields = Omit<BoundaryRecord, 'polygons'>

/** A feature as far as its properties go. */
export interface NamedFeature {
  readonly number: number
  readonly id: string | null
  readonly properties: Readonly<Record<string, unknown>>
}

export interface BoundaryHints {
  /** Tells the level where codes do not: arrondissements numbered like communes come in files that say so. */
  readonly fileName?: string | undefined
  readonly level?: ZoneLevel | null | undefined
}

/** An IRIS names its commune too, and a commune its inter-municipal body: the narrower one comes first. */
const codeKeys: readonly string[] = [
  'codeiris',
  'dciris',
  'codeirisge',
  'code',
  'codeinsee',
  'insee',
  'inseecom',
  'codecommune',
  'codgeo',
  'com',
  'dcoeccod',
  'depcom',
  'refinsee',
  'siren',
  'sirenepci',
  'codesiren',
  'codeepci',
  'epci',
  'inseedep',
  'codedept',
  'codedep',
  'dep',
  'geocode',
  'areacode',
  'zone',
]
const nameKeys: readonly string[] = [
  'nomiris',
  'libiris',
  'nom',
  'name',
  'libgeo',
  'libelle',
  'nomcom',
  'nomcommune',
  'libcom',
  'dcoelnom',
  'lib',
  'nomepci',
  'libepci',
  'raisonsociale',
  'nomdep',
  'nomdept',
  'nomofficiel',
  'areaname',
  'geoname',
]

/** Columns of the ONS from the narrowest area to the widest, of any vintage: `OA11CD`, `LSOA21CD`, `WD13CD`, `LAD11CD`. */
const onsKinds = ['oa', 'lsoa', 'msoa', 'wd', 'lad', 'ctyua', 'cty', 'utla'] as const
type OnsKind = (typeof onsKinds)[number]

/** The properties under folded names, texts and numbers as text. */
function foldedProperties({ id, properties }: NamedFeature): ReadonlyMap<string, string> {
  const folded = new Map<string, string>()
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'string' || typeof value === 'number') folded.set(fold(key), String(value).trim())
  }
  if (id !== null && id !== '' && !folded.has('')) folded.set('', id)
  return folded
}

interface OnsArea {
  readonly kind: OnsKind
  readonly key: string
  readonly value: string
}

function onsAreas(properties: ReadonlyMap<string, string>): OnsArea[] {
  return onsKinds.flatMap((kind) => {
    const pattern = new RegExp(`^${kind}(\\d\\d)cd$`)
    const keys = [...properties.keys()].filter((key) => pattern.test(key)).toSorted()
    const key = keys.at(-1)
    const value = key === undefined ? undefined : properties.get(key)
    return key === undefined || value === undefined || value === '' ? [] : [{ kind, key, value }]
  })
}

const onsHierarchies: Readonly<Record<OnsKind, ZoneRecord['parents'][number]['hierarchy']>> = {
  oa: 'statistical',
  lsoa: 'statistical',
  msoa: 'statistical',
  wd: 'electoral',
  lad: 'administrative',
  ctyua: 'administrative',
  cty: 'administrative',
  utla: 'administrative',
}

/** The wider areas that a feature names beside its own. */
function onsParents(areas: readonly OnsArea[], code: string): ZoneRecord['parents'] {
  return areas.slice(1).flatMap(({ kind, value }) => {
    const parent = readZoneCode(value)
    return parent && parent.level !== null && parent.code !== code ? [{ code: parent.code, hierarchy: onsHierarchies[kind] }] : []
  })
}

/** The level that the name of a file tells, in French or English. */
function levelInName(fileName: string): ZoneLevel | null {
  const name = fold(fileName)
  if (name.includes('arrondissement')) return 'arrondissement'
  if (name.includes('iris')) return 'iris'
  if (name.includes('commune')) return name.includes('intercommun') ? 'epci' : 'commune'
  if (name.includes('epci') || name.includes('intercommun')) return 'epci'
  return name.includes('departement') || name.includes('department') ? 'department' : null
}

/** `62007` is the arrondissement that INSEE calls 627, when it is told to be one. */
function arrondissementCode(code: string): string | null {
  if (/^(?:\d\d|2[AB])\d$/.test(code)) return code
  return /^(?:\d\d|2[AB])00\d$/.test(code) ? code.slice(0, 2) + code.slice(4) : null
}

function wholeArrondissement(number: string, department: string): string {
  return number.length === 1 ? department + number : number
}

function frenchParents(code: string, level: ZoneLevel): ZoneRecord['parents'] {
  if (level === 'department') return [{ code: 'FR', hierarchy: 'administrative' }]
  if (level === 'iris') return [{ code: code.slice(0, 5), hierarchy: 'statistical' }]
  return level === 'commune' || level === 'arrondissement' ? [{ code: departmentOf(code), hierarchy: 'administrative' }] : []
}

function withLevel(
  read: ReadCode | null,
  text: string,
  hints: BoundaryHints,
): { readonly code: string; readonly level: ZoneLevel; readonly country: ReadCode['country'] } | null {
  const hinted = hints.level ?? levelInName(hints.fileName ?? '')
  if (hinted === 'arrondissement' && read?.country !== 'GB') {
    const code = arrondissementCode(text.toUpperCase())
    return code === null ? null : { code, level: 'arrondissement', country: 'FR' }
  }
  if (!read || read.level === null) return null
  return { code: read.code, level: hints.level ?? read.level, country: read.country }
}

function first(
  properties: ReadonlyMap<string, string>,
  keys: readonly string[],
): { readonly key: string; readonly value: string } | null {
  for (const key of keys) {
    const value = properties.get(key)
    if (value !== undefined && value !== '') return { key, value }
  }
  return null
}

/**
 * The code that a feature has: one of the ONS, a property that usually holds it, the feature's own id; of several the first that is a code at all. Then any
 * property that is told to be one.
 */
function codeOf(
  properties: ReadonlyMap<string, string>,
  areas: readonly OnsArea[],
): { readonly key: string; readonly value: string } | null {
  if (areas[0]) return areas[0]
  const [district, department] = [properties.get('inseearr'), properties.get('inseedep')]
  // IGN gives an arrondissement its number within the département; communes have theirs beside.
  if (district && department && !properties.has('inseecom'))
    return { key: 'inseearr', value: wholeArrondissement(district, department) }
  const candidates = [...codeKeys, ''].flatMap((key) => {
    const value = properties.get(key)
    return value === undefined || value === '' ? [] : [{ key, value }]
  })
  return candidates.find(({ value }) => readZoneCode(value) !== null) ?? candidates[0] ?? null
}

/** `LSOA11NM` beside `LSOA11CD`, else whatever property usually holds a name. */
function nameIn(properties: ReadonlyMap<string, string>, codeKey: string): string {
  const own = codeKey.endsWith('cd') ? properties.get(codeKey.replace(/cd$/, 'nm')) : undefined
  return own ?? first(properties, nameKeys)?.value ?? ''
}

/** The inter-municipal body of a commune, where the properties name it. */
function bodyOf(properties: ReadonlyMap<string, string>, level: ZoneLevel): ZoneRecord['parents'] {
  const found = level === 'commune' ? first(properties, ['sirenepci', 'codeepci', 'epci']) : null
  const body = found ? readZoneCode(found.value) : null
  return body?.level === 'epci' ? [{ code: body.code, hierarchy: 'intercommunal' }] : []
}

/** Code, level, name and wider zones of a feature, from its properties (INSEE, IGN, the ONS of any vintage, or plain `code` and `nom`), or why not. */
export function boundaryOf(feature: NamedFeature, hints: BoundaryHints = {}): BoundaryFields | FileIssue {
  const properties = foldedProperties(feature)
  const areas = onsAreas(properties)
  const found = codeOf(properties, areas)
  const listed = Object.keys(feature.properties).join(', ')
  if (!found) return issueAt(feature.number, 'code', listed, 'zone.noCode', 'code, insee, codgeo, OA21CD')
  const zone = withLevel(readZoneCode(found.value), found.value, hints)
  if (!zone) return issueAt(feature.number, found.key || 'id', found.value, 'code.malformed', codeExamples)
  const parents = areas[0] ? onsParents(areas, zone.code) : frenchParents(zone.code, zone.level)
  return {
    line: feature.number,
    code: zone.code,
    level: zone.level,
    name: nameOf(nameIn(properties, found.key)),
    country: zone.country,
    parents: [...parents, ...bodyOf(properties, zone.level)],
  }
}

/** Whether a feature was refused. */
export function isFileIssue(read: BoundaryFields | FileIssue): read is FileIssue {
  return 'expected' in read
}
