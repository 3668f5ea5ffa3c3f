import type { ServiceCode } from '#domain/territory'
import type { ChannelCode } from './channels.ts'
import type { CriterionCode, ItemCode } from './grid.ts'
import type { PublicDimension } from './publics.ts'

/** How a sheet came. */
export const sheetModes = ['web', 'paper', 'file'] as const
export type SheetMode = (typeof sheetModes)[number]

/** A service needed in the last 12 months: used, or given up for a reason. */
export interface SheetNeed {
  readonly service: ServiceCode
  /** `null`: the service was used. */
  readonly gaveUpFor: CriterionCode | null
}

/** What somebody says of one service drawn for them. */
export interface SheetService {
  readonly service: ServiceCode
  /** Chance that this service was drawn among those used, in (0, 1]. */
  readonly probability: number
  /** Whole scores, 0 to 10; a question left without an answer is absent. */
  readonly scores: Readonly<Partial<Record<ItemCode, number>>>
  /** The criteria that matter most to this person, three at most; empty when not told. */
  readonly important: readonly CriterionCode[]
  readonly channelUsed: ChannelCode | null
  readonly channelPreferred: ChannelCode | null
  /** Own words about this service; empty when nothing was written. */
  readonly words: string
}

/**
 * One person's whole answer to a survey, however it came: on the web, on paper or in a file. It names no one: no code, no date, no address.
 * A satisfaction survey fills `needs` and `services`, a survey of free citations `citations`.
 */
export interface AnswerSheet {
  /** Code of the commune or town; `null` when not told. */
  readonly zone: string | null
  readonly publics: Readonly<Record<PublicDimension, string | null>>
  readonly needs: readonly SheetNeed[]
  readonly services: readonly SheetService[]
  /** What makes a service easy or hard to reach, in the person's words. */
  readonly citations: readonly string[]
  readonly language: 'fr' | 'en'
}
