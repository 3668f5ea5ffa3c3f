import type { GroupRate, Segment } from '#domain/segments'
import type { ServiceCode } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { ClassificationName, Issues } from '../regrouping/regroupingViews.ts'
import type { ZoneName } from '../views.ts'

/** Sentences of a portrait, in the order of the page. */
export const portraitParts = ['strap', 'age', 'household', 'services', 'channels', 'digital', 'reach'] as const
export type PortraitPart = (typeof portraitParts)[number]

/** One measure in one group. */
export interface PortraitFact extends GroupRate {
  readonly code: string
  readonly label: Bilingual
  readonly theme: string
  /** What it is a share of. */
  readonly denominator: Bilingual
  /** The service whose customers are counted; `null` for what describes residents. */
  readonly service: ServiceCode | null
}

export interface WrittenSentence {
  readonly text: string
  /** Figures it was written on have moved by more than their interval. */
  readonly stale: boolean
  readonly by: string
  readonly at: string
}

/** A sentence: the figures it is made from, and what an analyst wrote instead. */
export interface PartView {
  readonly part: PortraitPart
  readonly figures: readonly PortraitFact[]
  readonly written: Readonly<Record<Language, WrittenSentence | null>>
}

/** A part of the territory and how much of it is in the group. */
export interface Concentration {
  readonly zone: ZoneName
  /** People of the group there, and their share of all people there. */
  readonly people: number
  readonly share: number
  /** 100 where the share is that of the whole territory. */
  readonly index: number
}

export interface PortraitView {
  readonly of: ClassificationName
  readonly segment: Segment
  /** All groups of the level, in order. */
  readonly groups: readonly Segment[]
  readonly peopleShare: number
  readonly householdShare: number
  /** Everything counted about the group; the lists below are parts of it. */
  readonly facts: readonly PortraitFact[]
  readonly residents: readonly PortraitFact[]
  readonly over: readonly PortraitFact[]
  readonly under: readonly PortraitFact[]
  readonly services: readonly PortraitFact[]
  readonly channels: readonly PortraitFact[]
  readonly where: readonly Concentration[]
  /** The groups most like this one. */
  readonly near: readonly Segment[]
  readonly parts: readonly PartView[]
  /** Age and household type are known: without them a portrait is not shown to the public. */
  readonly complete: boolean
  readonly sources: readonly { readonly title: Bilingual; readonly source: string; readonly date: string | null }[]
}

export interface PortraitCard {
  readonly segment: Segment
  readonly peopleShare: number
  readonly strap: PartView | null
}

/** The groups in force of one territory. */
export interface PortraitShelf {
  readonly of: ClassificationName
  readonly cards: readonly PortraitCard[]
  readonly incomplete: boolean
}

export interface ComparedFact {
  readonly code: string
  readonly label: Bilingual
  readonly theme: string
  readonly one: PortraitFact
  readonly two: PortraitFact
}

export interface PortraitComparison {
  readonly of: ClassificationName
  readonly groups: readonly Segment[]
  readonly one: Segment
  readonly two: Segment
  /** Every measure known in both. */
  readonly facts: readonly ComparedFact[]
  /** Those whose intervals do not meet, the greatest ratio first. */
  readonly apart: readonly ComparedFact[]
}

export interface TypedSentences {
  /** When the texts shown were last written; `''` where none was. */
  readonly seen: string
  readonly texts: Readonly<Record<Language, Readonly<Partial<Record<PortraitPart, string>>>>>
  /** Parts read again and found still true. */
  readonly reread: readonly PortraitPart[]
}

export interface PortraitTextsView {
  readonly portrait: PortraitView
  readonly seen: string
  readonly typed: TypedSentences['texts'] | null
  readonly issues: Issues
}

export interface PortraitAsked {
  readonly root: string
  readonly letter: string
}
