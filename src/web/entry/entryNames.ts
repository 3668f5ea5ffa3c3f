import {
  channelCodes,
  criterionCodes,
  isCriterionCode,
  publicDimensionCodes,
  type GridContent,
  type ItemCode,
  type PublicDimension,
} from '#domain/survey'
import { isServiceCode, type ServiceCode } from '#domain/territory'
import type { Visit } from '../page.ts'

/** The letter under which a service stands on a form: the first of the order is A. */
export function letterOf(order: readonly ServiceCode[], service: ServiceCode): string {
  return String.fromCodePoint(65 + order.indexOf(service))
}

export function nameOfItem({ language }: Visit, grid: GridContent, item: ItemCode): string {
  const own: { readonly fr: string; readonly en: string } | undefined = grid.names[item]
  return own?.[language] ?? item
}

/** The number of a criterion on paper: its place in the grid, whatever the mask leaves out. */
export function criterionNumber(item: ItemCode): number | null {
  return isCriterionCode(item) ? criterionCodes.indexOf(item) + 1 : null
}

function isDimension(field: string): field is PublicDimension {
  return (publicDimensionCodes as readonly string[]).includes(field)
}

/** A part of a service's frame on the form, as its label says it. */
export function nameOfPart(visit: Visit, grid: GridContent, part: string): string {
  const { fields } = visit.words.entry
  if (part === 'important' || part === 'channelUsed' || part === 'channelPreferred' || part === 'words') return fields[part]
  return nameOfItem(visit, grid, part as ItemCode)
}

/** What a field of a form is called: "Mairie · Délais", "Commune", "Idée 3". */
export function nameOfField(visit: Visit, grid: GridContent, field: string): string {
  const { words } = visit
  const [group = '', service = '', ...rest] = field.split('.')
  if (group === 'citations') return words.entry.fields.citation(service)
  if (field === 'language' || field === 'zone') return words.entry.fields[field]
  if (isDimension(field)) return words.publicDimensions[field]
  if (!isServiceCode(service)) return field
  const { name } = words.services[service]
  return group === 'needs' ? name : `${name} · ${nameOfPart(visit, grid, rest.join('.'))}`
}

/** What a kept value means, as the page shows it. */
export function nameOfValue(
  visit: Visit,
  grid: GridContent,
  field: string,
  value: string,
  towns: ReadonlyMap<string, string>,
): string {
  const { entry } = visit.words
  if (value === '') return entry.settle.empty
  if (field === 'language') return value === 'en' ? entry.languages.en : entry.languages.fr
  if (field === 'zone') return `${towns.get(value) ?? value} (${value})`
  if (isDimension(field)) return entry.answers[field][value] ?? value
  return nameInFrame(visit, grid, field, value)
}

function nameInFrame(visit: Visit, grid: GridContent, field: string, value: string): string {
  const { entry } = visit.words
  const named = (code: string): string => (isCriterionCode(code) ? nameOfItem(visit, grid, code) : code)
  if (field.startsWith('needs.')) return value === 'used' ? entry.used : entry.gaveUp(named(value))
  if (field.endsWith('.important')) return value.split(',').map(named).join(', ')
  const channel = /\.channel(?:Used|Preferred)$/.test(field) ? channelCodes.find((code) => code === value) : undefined
  return channel ? entry.channels[channel] : value
}
