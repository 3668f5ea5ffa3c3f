import type { ServiceCode } from '#domain/territory'
import type { PopulationMargin, Respondent } from './respondent.ts'
import type { AnswerSheet, SheetMode } from './sheet.ts'
import type { Importance, Rating, ServiceNeed } from './storedAnswers.ts'
import type { ItemCode } from './grid.ts'

/** A sheet with the way it came. */
export interface ReceivedSheet {
  readonly mode: SheetMode
  readonly content: AnswerSheet
}

/** What the rows of a survey are made with. */
export interface RowsContext {
  /** Code of the root territory, which stands for the place of who told none in a survey of citations. */
  readonly root: string
  readonly kind: 'elicitation' | 'satisfaction'
  /** The stratum that a commune lies in: its inter-municipal body or district; `null` for a place outside the root. */
  readonly stratumOf: (zone: string) => string | null
  readonly margins: readonly PopulationMargin[]
}

/** The rows that sheets become, and what was written beside them without a link to who wrote it. */
export interface SheetRows {
  readonly respondents: readonly (Respondent & { readonly mode: SheetMode })[]
  readonly needs: readonly ServiceNeed[]
  readonly ratings: readonly Rating[]
  readonly importance: readonly Importance[]
  readonly statements: readonly { readonly respondent: number; readonly number: number; readonly text: string }[]
  readonly words: readonly { readonly service: ServiceCode; readonly language: 'fr' | 'en'; readonly original: string }[]
  /** Sheets that no stratum could be found for: they cannot be weighed, and stay out but for their words. */
  readonly unplaced: number
}

interface Placed {
  readonly sheet: ReceivedSheet
  readonly zone: string
  readonly stratum: string
}

function placeOf(sheet: ReceivedSheet, { root, kind, stratumOf }: RowsContext): Placed | null {
  const { zone } = sheet.content
  const stratum = zone === null ? null : stratumOf(zone)
  // A survey of citations is no random sample: it is counted as one stratum, and a place is good to have.
  if (kind === 'elicitation') return { sheet, zone: stratum === null ? root : (zone ?? root), stratum: root }
  return zone === null || stratum === null ? null : { sheet, zone, stratum }
}

/** Adults of a stratum per respondent in it, where the margins tell how many adults; else 1. */
function designWeights(placed: readonly Placed[], margins: readonly PopulationMargin[]): (stratum: string) => number {
  const adults = new Map(margins.filter(({ variable }) => variable === 'stratum').map(({ category, total }) => [category, total]))
  const strata = Map.groupBy(placed, ({ stratum }) => stratum)
  return (stratum) => {
    const people = adults.get(stratum)
    // One stratum without a total would weigh a respondent as one adult beside others that stand for hundreds.
    if (people === undefined || ![...strata.keys()].every((code) => adults.has(code))) return 1
    return people / (strata.get(stratum)?.length ?? 1)
  }
}

function needsOf(respondent: number, sheet: AnswerSheet): ServiceNeed[] {
  const rated = new Map(sheet.services.map((service) => [service.service, service]))
  // Every used service had the same chance of being drawn, told with those that were; a sheet without ratings has none to tell.
  const [first] = sheet.services
  return sheet.needs.map(({ service, gaveUpFor }) => {
    const drawn = rated.get(service)
    return {
      respondent,
      service,
      drawn: drawn !== undefined,
      drawProbability: gaveUpFor === null ? (drawn?.probability ?? first?.probability ?? null) : null,
      gaveUpFor,
      channelUsed: drawn?.channelUsed ?? null,
      channelPreferred: drawn?.channelPreferred ?? null,
    }
  })
}

function ratingsOf(respondent: number, sheet: AnswerSheet): Rating[] {
  return sheet.services.flatMap(({ service, scores }) =>
    Object.entries(scores).map(([item, score]) => ({ respondent, service, item: item as ItemCode, score })),
  )
}

function wordsOf({ services, language }: AnswerSheet): SheetRows['words'][number][] {
  return services.flatMap(({ service, words }) => (words.trim() === '' ? [] : [{ service, language, original: words.trim() }]))
}

function statementsOf(respondent: number, { citations }: AnswerSheet): SheetRows['statements'][number][] {
  const said = citations.map((text) => text.trim()).filter((text) => text !== '')
  return said.map((text, i) => ({ respondent, number: i + 1, text }))
}

/**
 * Turns the sheets of a survey into the rows of its answers. Respondents are numbered 1, 2, … in the order given, so the caller shuffles before: a number
 * must tell nothing of when somebody answered. A satisfaction sheet without a commune of the root territory cannot be weighed and is counted as unplaced;
 * what was written on it is kept, since words need no weight.
 *
 * Example: two sheets from a stratum of 800 adults give respondents 1 and 2 with a design weight of 400 each.
 */
export function rowsOfSheets(sheets: readonly ReceivedSheet[], context: RowsContext): SheetRows {
  const placed = sheets.flatMap((sheet) => placeOf(sheet, context) ?? [])
  const weightOf = designWeights(placed, context.margins)
  const numbered = placed.map((each, i) => ({ ...each, number: i + 1, content: each.sheet.content }))
  return {
    respondents: numbered.map(({ number, zone, stratum, sheet, content }) => ({
      number,
      zone,
      stratum,
      designWeight: weightOf(stratum),
      ...content.publics,
      mode: sheet.mode,
    })),
    needs: numbered.flatMap(({ number, content }) => needsOf(number, content)),
    ratings: numbered.flatMap(({ number, content }) => ratingsOf(number, content)),
    importance: numbered.flatMap(({ number, content }) =>
      content.services.flatMap(({ service, important }) =>
        important.map((criterion) => ({ respondent: number, service, criterion })),
      ),
    ),
    statements: numbered.flatMap(({ number, content }) => statementsOf(number, content)),
    words: sheets.flatMap(({ content }) => wordsOf(content)),
    unplaced: sheets.length - placed.length,
  }
}
