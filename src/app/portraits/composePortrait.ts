import { contrasts, hasMoved, type Segment, type SegmentArea } from '#domain/segments'
import { languages, type Language } from '#kernel/bilingual.ts'
import type { StoredSentence } from '#store/portraits.ts'
import { zoneName } from '../naming.ts'
import type { Atlas } from '../observatory.ts'
import {
  portraitParts,
  type Concentration,
  type PartView,
  type PortraitFact,
  type PortraitPart,
  type WrittenSentence,
} from './portraitViews.ts'

const mostApart = 8
const mostServices = 3
const mostPlaces = 6

/** Themes that describe who lives there; the rest is about customers. */
export function describesResidents({ theme, code }: PortraitFact): boolean {
  return theme !== 'users' && theme !== 'channel' && code !== 'digital.ease'
}

const ofTheme = (facts: readonly PortraitFact[], theme: string): PortraitFact[] => facts.filter((fact) => fact.theme === theme)
const byIndex = (a: PortraitFact, b: PortraitFact): number => b.index - a.index
const byShare = (a: PortraitFact, b: PortraitFact): number => b.share - a.share

/** What tells a group best, one of each theme, so that three words do not say the same. */
function strapFacts(facts: readonly PortraitFact[]): PortraitFact[] {
  const { over } = contrasts(facts.filter(describesResidents), facts.length)
  const best = new Map<string, PortraitFact>()
  for (const fact of over) if (!best.has(fact.theme) && fact.share >= 0.05) best.set(fact.theme, fact)
  return [...best.values()].slice(0, 3)
}

/** The most typical of a theme first, then the most common where it is another. */
function typical(facts: readonly PortraitFact[], theme: string): PortraitFact[] {
  const own = ofTheme(facts, theme)
  const [most] = own.toSorted(byIndex)
  const [largest] = own.toSorted(byShare)
  return [...new Set([most, largest])].filter((fact) => fact !== undefined)
}

/** The most used services, then those used more than elsewhere. */
function serviceFacts(facts: readonly PortraitFact[]): PortraitFact[] {
  const own = ofTheme(facts, 'users')
  const used = own.toSorted(byShare).slice(0, mostServices)
  const more = contrasts(own, mostServices).over
  return [...new Set([...used, ...more])]
}

/** The figures that a sentence is made from. */
export function figuresOf(part: PortraitPart, facts: readonly PortraitFact[]): PortraitFact[] {
  if (part === 'strap') return strapFacts(facts)
  if (part === 'age' || part === 'household') return typical(facts, part)
  if (part === 'services') return serviceFacts(facts)
  const channels = ofTheme(facts, 'channel')
  if (part === 'channels') return channels.toSorted(byShare)
  const digital = ofTheme(facts, 'digital')
  if (part === 'digital') return digital
  return [...channels.toSorted(byIndex), ...digital]
}

function writtenOf(
  sentences: readonly StoredSentence[],
  part: PortraitPart,
  language: Language,
  now: ReadonlyMap<string, PortraitFact>,
): WrittenSentence | null {
  const found = sentences.find((each) => each.part === part && each.language === language)
  if (!found) return null
  const stale = found.figures.some((figure) => hasMoved(figure, now.get(figure.code)))
  return { text: found.text, stale, by: found.writtenBy, at: found.writtenAt.toISOString() }
}

/** Every sentence with its figures and what was written over it; a part without figures and words is left out. */
export function partsOf(facts: readonly PortraitFact[], sentences: readonly StoredSentence[]): PartView[] {
  const now = new Map(facts.map((fact) => [fact.code, fact]))
  return portraitParts
    .map((part): PartView => {
      const [fr, en] = languages.map((language) => writtenOf(sentences, part, language, now))
      return { part, figures: figuresOf(part, facts), written: { fr: fr ?? null, en: en ?? null } }
    })
    .filter(({ figures, written }) => figures.length > 0 || written.fr !== null || written.en !== null)
}

/** What sets a group apart from all others together. */
export function apartOf(facts: readonly PortraitFact[]) {
  return contrasts(facts.filter(describesResidents), mostApart)
}

export function isComplete(facts: readonly PortraitFact[]): boolean {
  return ofTheme(facts, 'age').length > 0 && ofTheme(facts, 'household').length > 0
}

/** Towns and communes where a group is the most frequent, of those that hold a hundredth of it at least. */
export function concentrations({ geography }: Atlas, areas: readonly SegmentArea[], segment: Segment): Concentration[] {
  const held = new Map<string, { own: number; all: number }>()
  let [own, all] = [0, 0]
  for (const { zone, segments, people } of areas) {
    const [parent] = geography.parentsOf(zone)
    const isOwn = segments[segment.level - 1] === segment.number
    const sums = held.get(parent?.code ?? zone) ?? { own: 0, all: 0 }
    held.set(parent?.code ?? zone, { own: sums.own + (isOwn ? people : 0), all: sums.all + people })
    own += isOwn ? people : 0
    all += people
  }
  return [...held]
    .flatMap(([code, sums]): Concentration[] => {
      const zone = geography.find(code)
      if (!zone || !(sums.own > 0 && own > 0) || sums.own < own / 100) return []
      const share = sums.own / sums.all
      return [{ zone: zoneName(zone), people: sums.own, share, index: (100 * share) / (own / all) }]
    })
    .toSorted((a, b) => b.index - a.index || b.people - a.people)
    .slice(0, mostPlaces)
}

/** The two groups whose centroids lie nearest, in the space the groups were made in. */
export function nearestGroups(segment: Segment, groups: readonly Segment[]): Segment[] {
  const gap = (other: Segment): number =>
    other.centroid.reduce((sum, value, j) => sum + (value - (segment.centroid[j] ?? 0)) ** 2, 0)
  return groups
    .filter((other) => other !== segment)
    .toSorted((a, b) => gap(a) - gap(b))
    .slice(0, 2)
}
