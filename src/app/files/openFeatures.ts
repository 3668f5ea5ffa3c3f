import { readFeatures, type FeatureReading } from '#geo/features/readFeatures.ts'
import type { FeatureFault } from '#geo/features/featureFault.ts'
import type { FileIssue } from '#domain/imports'
import { inPieces } from './bytes.ts'
import { FileFault, issueOf, unreadable } from './fileFault.ts'
import { jsonFault } from './jsonFault.ts'
import type { OpenFeatures, Unreadable } from './sourceFile.ts'
import type { TableSource } from './openTable.ts'
import { textDecoding } from './textDecoding.ts'

/** Properties that name a feature, best first: `code`, `insee_com`, `OA11CD`, `CODGEO`, `code_insee`, then names. */
const namingProperties = [
  /^code$/i,
  /^insee|^code_?insee|^codgeo$|code$|^code_|\dcdo?$/i,
  /^id$|^gml_id$|^fid$/i,
  /^nom|^name|\dnm$|name$/i,
]

interface Naming {
  readonly column: string
  readonly value: string
}

/** The property by which people know a feature, and its value. */
function namingOf(properties: Readonly<Record<string, unknown>>, id: string | null): Naming {
  const named = Object.entries(properties).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  const found = namingProperties.map((pattern) => named.find(([key]) => pattern.test(key))).find((entry) => entry !== undefined)
  const [column, value] = found ?? (id === null ? ['', ''] : ['id', id])
  return { column, value: String(value) }
}

function featureIssue({ feature, code, value, expected: right, other }: FeatureFault, { raw }: FeatureReading): FileIssue {
  const [subject, rival] = [raw[feature - 1], other === undefined ? undefined : raw[other - 1]]
  const expected = rival ? namingOf(rival.properties, rival.id).value || right : right
  if (!subject) return issueOf(code, { value, expected })
  const naming = namingOf(subject.properties, subject.id)
  return issueOf(code, {
    line: feature,
    column: naming.column,
    value: naming.value ? `${naming.value.slice(0, 40)}: ${value}` : value,
    expected,
  })
}

const mebi = 1024 * 1024

async function textOf({ bytes, encoding, limits }: TableSource): Promise<string> {
  const decoding = textDecoding(encoding)
  const parts: string[] = []
  let size = 0
  for await (const piece of inPieces(bytes())) {
    size += piece.length
    if (size > limits.json) throw new FileFault(issueOf('file.tooLarge', { expected: `${limits.json / mebi} MB` }))
    parts.push(decoding.push(piece))
    if (decoding.fault()) break
  }
  parts.push(decoding.end())
  const text = parts.join('')
  const fault = decoding.fault()
  if (!fault) return text
  const [line, start] = [text.split('\n').length, text.lastIndexOf('\n') + 1]
  const value = `${text.slice(-Math.min(40, text.length - start) || text.length)}${fault.seen}`
  throw new FileFault(issueOf(fault.code, { line, column: String(text.length - start + 1), value, expected: 'UTF-8' }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const fault = jsonFault(text)
    if (!fault) throw error
    const { line, column, seen, expected } = fault
    throw new FileFault(issueOf('json.syntax', { line, column: String(column), value: seen, expected }))
  }
}

/** Opens GeoJSON or TopoJSON: parsed whole, brought to degrees, every ring checked. Any fault makes it unreadable. */
export async function openFeatures(source: TableSource, crs: string | undefined): Promise<OpenFeatures | Unreadable> {
  const reading = readFeatures(parsed(await textOf(source)), crs)
  const issues = reading.faults.map((fault) => featureIssue(fault, reading))
  if (issues.length > 0) return unreadable(source.name, ...issues)
  if (reading.features.length === 0)
    return unreadable(source.name, issueOf('geo.noPolygons', { expected: 'Polygon, MultiPolygon, Point' }))
  const warnings = reading.warnings.map((warning) => featureIssue(warning, reading))
  const { features, crsGuessed } = reading
  return { form: 'features', name: source.name, crs: reading.crs, crsGuessed, features, warnings }
}
