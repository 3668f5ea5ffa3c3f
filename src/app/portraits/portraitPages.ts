import type { Classification, Segment, SegmentArea } from '#domain/segments'
import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { selectSentences } from '#store/portraits.ts'
import { publishedClassifications, selectSegmentAreas, selectSegments } from '#store/segments.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { nameOf } from '../regrouping/classificationNames.ts'
import { may } from '../rights.ts'
import { apartOf, concentrations, describesResidents, isComplete, nearestGroups, partsOf } from './composePortrait.ts'
import { loadGroupFacts, type GroupFacts } from './groupFacts.ts'
import type {
  ComparedFact,
  PortraitAsked,
  PortraitComparison,
  PortraitFact,
  PortraitShelf,
  PortraitView,
} from './portraitViews.ts'

/** The groups in force of a territory at one level, with all that is counted about them. */
export interface PublishedGroups extends GroupFacts {
  readonly of: Classification
  readonly segments: readonly Segment[]
  readonly groups: readonly Segment[]
  readonly areas: readonly SegmentArea[]
}

async function groupsAt(reader: Reader, atlas: Atlas, of: Classification, segments: readonly Segment[], level: number) {
  const groups = segments.filter((each) => each.level === level)
  const areas = await selectSegmentAreas(reader, of)
  return { of, segments, groups, areas, ...(await loadGroupFacts(reader, atlas, of, areas, { level, k: groups.length })) }
}

/** The groups in force of every territory, at their first level. */
export async function groupsInForce(reader: Reader, atlas: Atlas): Promise<PublishedGroups[]> {
  const found: PublishedGroups[] = []
  for (const of of await publishedClassifications(reader))
    found.push(await groupsAt(reader, atlas, of, await selectSegments(reader, of), 1))
  return found
}

async function groupsOf(
  reader: Reader,
  atlas: Atlas,
  { root, letter }: PortraitAsked,
): Promise<PublishedGroups & { segment: Segment }> {
  const of = (await publishedClassifications(reader)).find(({ territory }) => territory === root)
  const segments = of ? await selectSegments(reader, of) : []
  const segment = segments.find((each) => each.letter === letter)
  if (!of || !segment) throw new DomainError('portrait.unknown', { letter })
  return { ...(await groupsAt(reader, atlas, of, segments, segment.level)), segment }
}

const sharesOf = (groups: readonly Segment[], segment: Segment, key: 'people' | 'households'): number => {
  const all = groups.reduce((sum, each) => sum + each[key], 0)
  return all > 0 ? segment[key] / all : 0
}

/** The portrait of one group, as anybody may read it once age and household type are known. */
export async function portraitOf(reader: Reader, atlas: Atlas, viewer: Viewer, asked: PortraitAsked): Promise<PortraitView> {
  const { of, segment, segments, groups, areas, facts, datasets } = await groupsOf(reader, atlas, asked)
  const own = facts[segment.number] ?? []
  const complete = isComplete(own)
  if (!complete && !may(viewer, 'portraits.write')) throw new DomainError('portrait.unknown', { letter: asked.letter })
  const sentences = await selectSentences(reader, { ...of, level: segment.level, segment: segment.number })
  const theme = (name: string): PortraitFact[] => own.filter((fact) => fact.theme === name)
  return {
    of: nameOf(atlas, of, segments),
    segment,
    groups,
    peopleShare: sharesOf(groups, segment, 'people'),
    householdShare: sharesOf(groups, segment, 'households'),
    residents: own.filter(describesResidents),
    ...apartOf(own),
    services: theme('users').toSorted((a, b) => b.share - a.share),
    channels: theme('channel'),
    digital: theme('digital'),
    where: concentrations(atlas, areas, segment),
    near: nearestGroups(segment, groups),
    parts: partsOf(own, sentences),
    complete,
    sources: datasets.map(({ title, source, date }) => ({ title, source, date })),
  }
}

export function portraitView(obs: Observatory, viewer: Viewer, asked: PortraitAsked): Promise<PortraitView> {
  return withAtlas(obs, (reader, atlas) => portraitOf(reader, atlas, viewer, asked))
}

/** All portraits of all territories. */
export function portraitShelves(obs: Observatory): Promise<PortraitShelf[]> {
  return withAtlas(obs, async (reader, atlas) => {
    const shelves: PortraitShelf[] = []
    for (const { of, segments, groups, facts } of await groupsInForce(reader, atlas)) {
      const cards = []
      for (const segment of groups) {
        const sentences = await selectSentences(reader, { ...of, level: segment.level, segment: segment.number })
        const [first] = partsOf(facts[segment.number] ?? [], sentences)
        const strap = first?.part === 'strap' ? first : null
        cards.push({ segment, peopleShare: sharesOf(groups, segment, 'people'), strap })
      }
      shelves.push({ of: nameOf(atlas, of, segments), cards, incomplete: !facts.every(isComplete) })
    }
    return shelves
  })
}

function compared(one: readonly PortraitFact[], two: readonly PortraitFact[]): ComparedFact[] {
  const others = new Map(two.map((fact) => [fact.code, fact]))
  return one.flatMap((fact) => {
    const other = others.get(fact.code)
    return other ? [{ code: fact.code, label: fact.label, theme: fact.theme, one: fact, two: other }] : []
  })
}

const mostApart = 12

/** Two groups of one territory side by side; the first two where none is asked for. */
export function comparePortraits(
  obs: Observatory,
  root: string,
  asked: { readonly one: string | null; readonly two: string | null },
): Promise<PortraitComparison> {
  return withAtlas(obs, async (reader, atlas) => {
    const found = (await groupsInForce(reader, atlas)).find(({ of }) => of.territory === root)
    if (!found || found.groups.length < 2) throw new DomainError('portrait.unknown', { letter: root })
    const { groups, facts } = found
    const chosen = (letter: string | null): Segment | undefined => groups.find((each) => each.letter === letter)
    const one = chosen(asked.one) ?? groups[0]
    const two = chosen(asked.two) ?? groups.find((each) => each !== one)
    if (!one || !two) throw new DomainError('portrait.unknown', { letter: root })
    const all = compared(facts[one.number] ?? [], facts[two.number] ?? [])
    const ratio = (fact: ComparedFact): number => Math.abs(Math.log((fact.one.share + 1e-6) / (fact.two.share + 1e-6)))
    const apart = all
      .filter((fact) => fact.one.lowest > fact.two.highest || fact.two.lowest > fact.one.highest)
      .toSorted((a, b) => ratio(b) - ratio(a))
      .slice(0, mostApart)
    return { of: nameOf(atlas, found.of, found.segments), groups, one, two, facts: all, apart }
  })
}
