import {
  gridVersion,
  isMasked,
  itemCodes,
  maskOf,
  subCriterionCodes,
  type Crosswalk,
  type GridContent,
  type Mask,
  type SubCriterionCode,
} from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { selectGrids, type GridVersion } from '#store/gridVersions.ts'
import type { Reader } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'

type Labels = Pick<DeskTools, 'labels'>

/** Where each sub-criterion falls among the seven dimensions of the CGET (2015), in our reading; nothing in the grid is about choosing a provider. */
const cget2015: Readonly<Record<string, readonly SubCriterionCode[]>> = {
  access: [
    'distance.time',
    'distance.dailyLife',
    'transport.public',
    'transport.parking',
    'transport.active',
    'building.stepFree',
    'building.signs',
    'procedures.online',
    'contact.phone',
    'contact.online',
    'contact.message',
  ],
  availability: [
    'delays.queue',
    'delays.appointment',
    'delays.answer',
    'opening.days',
    'opening.hours',
    'opening.evenings',
    'welcome.help',
    'procedures.steps',
    'procedures.documents',
  ],
  price: ['transport.cost', 'cost.price', 'cost.payment'],
  quality: ['building.comfort', 'competence.quality', 'competence.followUp', 'competence.coordination'],
  choice: [],
  information: ['information.known', 'information.clear', 'information.findable', 'contact.orientation', 'procedures.clarity'],
  image: ['welcome.courtesy', 'welcome.listening', 'welcome.confidentiality', 'cost.fairness'],
}

function crosswalkOf(name: (code: string) => Bilingual): Crosswalk {
  const dimensions = Object.entries(cget2015).map(([code, items]) => ({ code, name: name(code), items }))
  return { code: 'cget2015', name: name('cget2015'), source: name('source'), dimensions }
}

/** The grid that the program came with. */
export function builtInGrid(tools: Labels): Omit<GridVersion, 'version'> {
  const [fr, en] = [tools.labels('fr'), tools.labels('en')]
  const texts = (kind: 'item' | 'definition' | 'question') =>
    Object.fromEntries(itemCodes.map((item) => [item, { fr: fr(kind, item), en: en(kind, item) }]))
  const masked = serviceCodes.map((service) => [service, subCriterionCodes.filter((item) => isMasked(service, item))])
  const content = {
    names: texts('item'),
    definitions: texts('definition'),
    questions: texts('question'),
    masked: Object.fromEntries(masked),
    crosswalks: [crosswalkOf((code) => ({ fr: fr('dimension', code), en: en('dimension', code) }))],
  } as unknown as GridContent
  const born = new Date('2026-01-01T00:00:00Z')
  return { code: gridVersion, state: 'published', content, basedOn: null, createdAt: born, publishedAt: born, publishedBy: null }
}

/** A kept version's content; the first one as an earlier release kept it lacks texts, which the program has. */
export function contentOf(tools: Labels, { code, content }: Pick<GridVersion, 'code' | 'content'>): GridContent {
  return code === gridVersion ? { ...builtInGrid(tools).content, ...content } : content
}

/** What a version of the grid says, by its code; `grid.unknown` where there is none. */
export async function gridOf(tools: Labels, reader: Reader, code: string): Promise<GridContent> {
  const kept = (await selectGrids(reader)).find((grid) => grid.code === code)
  if (kept) return contentOf(tools, kept)
  if (code === gridVersion) return builtInGrid(tools).content
  throw new DomainError('grid.unknown', { code })
}

/** The mask of a version of the grid: what its surveys never asked. */
export async function maskOfGrid(reader: Reader, code: string): Promise<Mask> {
  const kept = (await selectGrids(reader)).find((grid) => grid.code === code)
  return kept ? maskOf(kept.content) : isMasked
}
