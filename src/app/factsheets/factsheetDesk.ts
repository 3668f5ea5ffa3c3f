import type { Viewer } from '#domain/accounts'
import { authorise } from '../rights.ts'
import type { DeskTools } from '../deskTools.ts'
import type { MatrixQuery } from '../portal.ts'
import {
  codeOne,
  codingList,
  statementToCode,
  type CodeResult,
  type CodingListView,
  type CodingView,
  type StatementAsked,
} from './codeCitations.ts'
import { factsheet, factsheetBook, factsheetList } from './factsheetPages.ts'
import type { FactsheetBookView, FactsheetListView, FactsheetView, NoteFormView, RereadView } from './factsheetViews.ts'
import {
  publishWord,
  refuseWord,
  wordList,
  wordToRead,
  type WordAsked,
  type WordIssue,
  type WordListView,
  type WordReadView,
} from './moderateWords.ts'
import { confirmNote, noteForm, rereadView, writeNote, type NoteAsked, type Spelling, type WriteResult } from './writeNote.ts'
import { factsheetMemory, type FactsheetTools } from './zoneFindings.ts'

/** What a moderator's decision came to. */
interface Decided {
  readonly issues: readonly WordIssue[]
  /** Id of the next words that wait; `null` when none do. */
  readonly next: string | null
}

/** Factsheets of sub-criteria, with the words of users and of analysts. Each use case refuses with `right.missing` who may not. */
export interface FactsheetDesk {
  list(viewer: Viewer, query: MatrixQuery): Promise<FactsheetListView>
  /** Refuses with `item.unknown` what is no sub-criterion. */
  sheet(viewer: Viewer, query: MatrixQuery & { readonly item: string }): Promise<FactsheetView>
  book(viewer: Viewer, query: MatrixQuery): Promise<FactsheetBookView>
  noteForm(viewer: Viewer, ask: NoteAsked): Promise<NoteFormView>
  writeNote(
    viewer: Viewer,
    ask: NoteAsked & { readonly text: string; readonly version: number },
    spelling: Spelling,
  ): Promise<WriteResult>
  confirmNote(viewer: Viewer, ask: NoteAsked & { readonly version: number }): Promise<void>
  reread(viewer: Viewer, query: MatrixQuery): Promise<RereadView>
  words(viewer: Viewer, query: { readonly territory: string; readonly state: string }): Promise<WordListView>
  word(viewer: Viewer, query: { readonly territory: string; readonly id: string }): Promise<WordReadView>
  publishWord(
    viewer: Viewer,
    ask: WordAsked & { readonly shown: string; readonly item: string; readonly checked: boolean },
  ): Promise<Decided>
  refuseWord(viewer: Viewer, ask: WordAsked & { readonly reason: string }): Promise<Decided>
  codings(
    viewer: Viewer,
    query: { readonly territory: string; readonly survey: string | null; readonly show: string },
  ): Promise<CodingListView>
  coding(viewer: Viewer, ask: StatementAsked): Promise<CodingView>
  code(
    viewer: Viewer,
    ask: StatementAsked & { readonly items: readonly string[]; readonly typed: string; readonly version: number },
  ): Promise<CodeResult>
}

type SheetCases = 'list' | 'sheet' | 'book' | 'noteForm' | 'writeNote' | 'confirmNote' | 'reread'

function sheetCases(tools: FactsheetTools): Pick<FactsheetDesk, SheetCases> {
  return {
    async list(viewer, query) {
      authorise(viewer, 'results.read')
      return factsheetList(tools, query)
    },
    async sheet(viewer, query) {
      authorise(viewer, 'results.read')
      return factsheet(tools, query)
    },
    async book(viewer, query) {
      authorise(viewer, 'results.read')
      return factsheetBook(tools, query)
    },
    async noteForm(viewer, ask) {
      authorise(viewer, 'factsheets.write')
      return noteForm(tools, ask)
    },
    async writeNote(viewer, ask, spelling) {
      authorise(viewer, 'factsheets.write')
      return writeNote(tools, viewer, ask, spelling)
    },
    async confirmNote(viewer, ask) {
      authorise(viewer, 'factsheets.write')
      return confirmNote(tools, viewer, ask)
    },
    async reread(viewer, query) {
      authorise(viewer, 'factsheets.write')
      return rereadView(tools, query)
    },
  }
}

function wordCases(tools: FactsheetTools): Omit<FactsheetDesk, SheetCases> {
  return {
    async words(viewer, query) {
      authorise(viewer, 'words.moderate')
      return wordList(tools, query)
    },
    async word(viewer, query) {
      authorise(viewer, 'words.moderate')
      return wordToRead(tools, query)
    },
    async publishWord(viewer, ask) {
      authorise(viewer, 'words.moderate')
      return publishWord(tools, viewer, ask)
    },
    async refuseWord(viewer, ask) {
      authorise(viewer, 'words.moderate')
      return refuseWord(tools, viewer, ask)
    },
    async codings(viewer, query) {
      authorise(viewer, 'citations.code')
      return codingList(tools, query)
    },
    async coding(viewer, ask) {
      authorise(viewer, 'citations.code')
      return statementToCode(tools, ask)
    },
    async code(viewer, ask) {
      authorise(viewer, 'citations.code')
      return codeOne(tools, viewer, ask)
    },
  }
}

export function createFactsheetDesk(deskTools: DeskTools): FactsheetDesk {
  const tools = { ...deskTools, memory: factsheetMemory() }
  return { ...sheetCases(tools), ...wordCases(tools) }
}
