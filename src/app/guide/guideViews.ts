import type { Segment } from '#domain/segments'
import type { PartView, PortraitFact } from '../portraits/portraitViews.ts'
import type { ClassificationName, Issues } from '../regrouping/regroupingViews.ts'
import type { ZoneName } from '../views.ts'

/** A group among those who live somewhere. */
export interface GuideGroup {
  readonly segment: Segment
  readonly share: number
  readonly index: number | null
}

/** Who lives around a postcode, or in a town. */
export interface GuideMix {
  readonly of: ClassificationName
  /** The postcode as it is written; `null` for a town. */
  readonly postcode: string | null
  readonly zones: readonly ZoneName[]
  /** Small areas that were counted, and those who live there. */
  readonly areas: number
  readonly people: number
  readonly groups: readonly GuideGroup[]
  /** The largest of them, with their sentences. */
  readonly briefs: readonly { readonly segment: Segment; readonly parts: readonly PartView[] }[]
  /** Services that these groups together use more than all of the territory, the largest index first; shares and indices are of the mix. */
  readonly services: readonly { readonly fact: PortraitFact; readonly share: number; readonly index: number }[]
}

export interface GuideView {
  readonly typed: string
  /** What is wrong with what was typed; `null` where nothing is. */
  readonly issue: Issues[string] | null
  readonly mix: GuideMix | null
}
