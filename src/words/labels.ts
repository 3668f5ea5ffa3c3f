import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from './cli.ts'
import { definitions as enDefinitions, dimensions as enDimensions, questions as enQuestions } from './en/gridTexts.ts'
import { definitions as frDefinitions, dimensions as frDimensions, questions as frQuestions } from './fr/gridTexts.ts'
import { wordsOf } from './words.ts'

type Kind =
  | 'sheet'
  | 'column'
  | 'service'
  | 'item'
  | 'level'
  | 'sureness'
  | 'side'
  | 'status'
  | 'note'
  | 'definition'
  | 'question'
  | 'dimension'

const gridTexts = {
  fr: { definitions: frDefinitions, questions: frQuestions, dimensions: frDimensions },
  en: { definitions: enDefinitions, questions: enQuestions, dimensions: enDimensions },
}

/** What a code is called in a language, for workbooks and terminals; an unknown code stays as it is. */
export function labelsOf(language: Language): (kind: Kind, code: string) => string {
  const words = wordsOf(language)
  const cli = cliWords(language)
  const grid = gridTexts[language]
  const tables: Readonly<Record<Kind, (code: string) => string | undefined>> = {
    sheet: (code) => look(cli.sheets, code),
    column: (code) => look(cli.columns, code),
    note: (code) => look(cli.notes, code),
    service: (code) => look(words.services, code)?.name,
    item: (code) => look(words.criteria, code)?.name ?? look(words.subCriteria, code),
    level: (code) => look(words.levels, code),
    sureness: (code) => look(words.sureness, code),
    side: (code) => look(words.sides, code),
    status: (code) => look(words.statuses, code)?.meaning,
    definition: (code) => look(grid.definitions, code),
    question: (code) => look(grid.questions, code),
    dimension: (code) => look(grid.dimensions, code),
  }
  return (kind, code) => tables[kind](code) ?? code
}

function look<Value>(table: Readonly<Record<string, Value>>, code: string): Value | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}
