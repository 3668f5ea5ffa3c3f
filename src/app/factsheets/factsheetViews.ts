import type { BoundValue, CitationTest, Figure, FigureChange, GroupContrast, MatrixCell, Rule } from '#domain/matrix'
import type { SubCriterionCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { SurveySource, ZoneName } from '../views.ts'

/** What all factsheets of a territory share. */
export interface FactsheetFrame {
  readonly territory: ZoneName
  /** The whole that the surveys were drawn in: free citations and people's words are of all of it. */
  readonly root: ZoneName
  readonly against: ZoneName
  readonly rule: Rule
  readonly survey: SurveySource
  /** How the answers were weighted, and when (ISO instant). */
  readonly weighting: string
  readonly madeAt: string
}

/** The first survey's answers on one sub-criterion. */
export interface FirstSurveyView {
  readonly title: Bilingual
  readonly fieldStart: string
  readonly fieldEnd: string
  /** People asked, and how many cited it; `null` where too few did to be told. */
  readonly n: number
  readonly citing: number | null
  /** Publics that cited it notably often, the largest test value first. */
  readonly notable: readonly CitationTest[]
  /** Tests over all publics and sub-criteria, and how many of them chance alone would call notable. */
  readonly family: number
  readonly byChance: number
}

/** A piece of an analyst's text on a page. */
export type NoteSegment = { readonly text: string } | { readonly key: string }

/** A figure of a text: what it is now (`null`: it cannot be given any more), what it was when the text was issued, and what that does to its sentence. */
export interface NoteFigure {
  readonly key: string
  readonly code: Figure['code']
  readonly of: Figure['of']
  readonly now: BoundValue | null
  readonly before: BoundValue
  readonly change: FigureChange
}

export interface NoteView {
  readonly language: Language
  readonly paragraphs: readonly (readonly NoteSegment[])[]
  /** In the order in which the text first names them. */
  readonly figures: readonly NoteFigure[]
  /** ISO instant. */
  readonly writtenAt: string
  readonly writtenBy: string
  readonly version: number
}

export interface FactsheetView extends FactsheetFrame {
  readonly item: SubCriterionCode
  /** Its number in the grid, such as `8.2`. */
  readonly number: string
  readonly definition: Bilingual | null
  readonly previous: SubCriterionCode | null
  readonly next: SubCriterionCode | null
  /** Every public that may be told, the least satisfied first. */
  readonly contrasts: readonly GroupContrast[]
  /** The services that were asked about it: those with a score first, the lowest first. */
  readonly cells: readonly MatrixCell[]
  /** Services with their rate of giving up for the whole criterion, the highest first. */
  readonly givingUp: readonly { readonly service: ServiceCode; readonly rate: number }[]
  readonly first: FirstSurveyView | null
  /** Published words, as a moderator let them stand. */
  readonly words: readonly { readonly text: string; readonly language: Language; readonly service: ServiceCode | null }[]
  readonly notes: Readonly<Record<Language, NoteView | null>>
}

/** A factsheet in one line. */
export interface FactsheetSummary {
  readonly item: SubCriterionCode
  readonly number: string
  readonly intense: readonly GroupContrast[]
  readonly better: readonly GroupContrast[]
  /** The service with the lowest score that is worth a verdict, and how many have one. */
  readonly weakest: MatrixCell | null
  readonly scored: number
  /** Services with a low score. */
  readonly low: number
  readonly words: number
  readonly written: readonly Language[]
}

export interface FactsheetListView extends FactsheetFrame {
  readonly sheets: readonly FactsheetSummary[]
}

export interface FactsheetBookView extends FactsheetFrame {
  readonly sheets: readonly FactsheetView[]
}

export interface NoteFormView extends FactsheetFrame {
  readonly item: SubCriterionCode
  readonly language: Language
  /** The text as it stands, in pieces; `null` where nobody wrote yet. */
  readonly pieces: readonly NoteSegment[]
  readonly note: NoteView | null
  /** 0 where there is none. */
  readonly version: number
  /** What a sentence may name. */
  readonly figures: readonly Figure[]
}

/** Texts of a territory's zones whose figures changed since they were issued. */
export interface RereadView {
  readonly root: ZoneName
  readonly madeAt: string
  readonly texts: readonly {
    readonly zone: ZoneName
    readonly item: SubCriterionCode
    readonly note: NoteView
    readonly change: FigureChange
  }[]
  /** Texts of which no figure changed. */
  readonly unchanged: number
}
