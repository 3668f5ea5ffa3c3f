import type { Viewer } from '#domain/accounts'
import type { Classification, Segment, SegmentArea } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { selectSentences, type StoredSentence } from '#store/portraits.ts'
import { publishedClassifications, selectSegmentAreas, selectSegments } from '#store/segments.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { nameOf } from '../regrouping/classificationNames.ts'
import { may } from '../rights.ts'
import { apartOf, concentrations, describesResidents, isComplete, nearestGroups, partsOf } from './composePortrait.ts'
import { loadGroupFacts, type GroupFacts } from './groupFacts.ts'
import type {
  ComparedFact,
  PartView,
  PortraitAsked,
  PortraitComparison,
  PortraitFact,
  PortraitShelf,
  PortraitView,
} from './portraitViews.ts'

/** The groups in force of a territory at one level, with all that is counted and written about them. */
export interface PublishedGroups extends GroupFacts {
  readonly of: Classification
  /** Groups of all levels, and those of this one. */
  readonly segments: readonly Segment[]
  readonly groups: readonly Segment[]
  readonly areas: readonly SegmentArea[]
  readonly sentences: readonly StoredSentence[]
}

/** All that is known of the groups of a classification at one level. */
export async function groupsAt(
  reader: Reader,
  atlas: Atlas,
  of: Classification,
  known: { readonly segments: readonly Segment[]; readonly level: number; readonly areas?: readonly SegmentArea[] },
): Promise<PublishedGroups> {
  const { segments, level } = known
  const groups = segments.filter((each) => each.level === level)
  const areas = known.areas ?? (await selectSegmentAreas(reader, of))
  const facts = await loadGroupFacts(reader, atlas, of, areas, { level, k: groups.length })
  return { of, segments, groups, areas, sentences: await selectSentences(reader, { ...of, level }), ...facts }
}

/** The sentences of one group. */
export function partsOfGroup({ facts, sentences }: PublishedGroups, { number }: Segment): PartView[] {
  const written = sentences.filter(({ segment }) => segment === number)
  return partsOf(facts[number] ?? [], written)
}

/** The classification in force of a territory with its groups; refuses `portrait.unknown`, naming what was asked. */
async function inForce(reader: Reader, root: string, letter: string) {
  const of = (await publishedClassifications(reader)).find(({ territory }) => territory === root)
  if (!of) throw new DomainError('portrait.unknown', { letter })
  return { of, segments: await selectSegments(reader, of) }
}

/** A group by its letter, with all others of its level; refuses `portrait.unknown`. */
export async function groupsOf(
  reader: Reader,
  atlas: Atlas,
  { root, letter }: PortraitAsked,
): Promise<PublishedGroups & { readonly segment: Segment }> {
  const { of, segments } = await inForce(reader, root, letter)
  const segment = segments.find((each) => each.letter === letter)
  if (!segment) throw new DomainError('portrait.unknown', { letter })
  return { ...(await groupsAt(reader, atlas, of, { segments, level: segment.level })), segment }
}

const sharesOf = (groups: readonly Segment[], segment: Segment, key: 'people' | 'households'): number => {
  const all = groups.reduce((sum, each) => sum + each[key], 0)
  return all > 0 ? segment[key] / all : 0
}

/** The portrait of one group, as anybody may read it once age and household type are known. */
export function portraitView(obs: Observatory, viewer: Viewer, asked: PortraitAsked): Promise<PortraitView> {
  return withAtlas(obs, async (reader, atlas) => {
    const found = await groupsOf(reader, atlas, asked)
    const { of, segment, segments, groups, areas, datasets } = found
    const facts = found.facts[segment.number] ?? []
    const complete = isComplete(facts)
    if (!complete && !may(viewer, 'portraits.write')) throw new DomainError('portrait.unknown', { letter: asked.letter })
    const theme = (name: string): PortraitFact[] => facts.filter((fact) => fact.theme === name)
    return {
      of: nameOf(atlas, of, segments),
      segment,
      groups,
      peopleShare: sharesOf(groups, segment, 'people'),
      householdShare: sharesOf(groups, segment, 'households'),
      facts,
      residents: facts.filter(describesResidents),
      ...apartOf(facts),
      services: theme('users').toSorted((a, b) => b.share - a.share),
      channels: theme('channel'),
      where: concentrations(atlas, areas, segment),
      near: nearestGroups(segment, groups),
      parts: partsOfGroup(found, segment),
      complete,
      sources: datasets.map(({ title, source, date }) => ({ title, source, date })),
    }
  })
}

/** All portraits of all territories. */
export function portraitShelves(obs: Observatory): Promise<PortraitShelf[]> {
  return withAtlas(obs, async (reader, atlas) => {
    const shelves: PortraitShelf[] = []
    for (const of of await publishedClassifications(reader)) {
      const found = await groupsAt(reader, atlas, of, { segments: await selectSegments(reader, of), level: 1 })
      const { segments, groups, facts } = found
      const cards = groups.map((segment) => {
        const strap = partsOfGroup(found, segment).find(({ part }) => part === 'strap') ?? null
        return { segment, peopleShare: sharesOf(groups, segment, 'people'), strap }
      })
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
    const { of, segments } = await inForce(reader, root, root)
    const { groups, facts } = await groupsAt(reader, atlas, of, { segments, level: 1 })
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
    return { of: nameOf(atlas, of, segments), groups, one, two, facts: all, apart }
  })
}
