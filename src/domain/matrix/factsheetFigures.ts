import { criterionOf, publicCodes, type PublicCode, type SubCriterionCode } from '#domain/survey'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { MatrixCell } from './cell.ts'
import type { GroupContrast } from './groupContrasts.ts'

/** Differences between publics count as notable when they hold among all publics and sub-criteria compared, at this false discovery rate. */
export const notableDifference = 0.1

/** What a sub-criterion's factsheet knows of a territory. */
export interface FactsheetFacts {
  readonly item: SubCriterionCode
  /** People asked in the territory. */
  readonly respondents: number
  /** The cells of the sub-criterion, a service each. */
  readonly cells: readonly MatrixCell[]
  /** The cells of its criterion, which hold the rates of giving up. */
  readonly criterionCells: readonly MatrixCell[]
  readonly contrasts: readonly GroupContrast[]
  /** How many cited it in the first survey, of how many; `null` where there was none or too few did. */
  readonly cited: { readonly citing: number; readonly n: number } | null
  /** Below this a score is low. */
  readonly scoreThreshold: number
}

/** The publics for whom a sub-criterion is notably intense, the largest difference first. */
export function intenseFor(contrasts: readonly GroupContrast[]): GroupContrast[] {
  const notable = contrasts.filter(({ difference, pAdjusted }) => difference < 0 && pAdjusted < notableDifference)
  return notable.toSorted((a, b) => a.difference - b.difference)
}

/** The publics for whom it is notably better, the largest difference first. */
export function betterFor(contrasts: readonly GroupContrast[]): GroupContrast[] {
  const notable = contrasts.filter(({ difference, pAdjusted }) => difference > 0 && pAdjusted < notableDifference)
  return notable.toSorted((a, b) => b.difference - a.difference)
}

/** Cells with a score that is worth a verdict, the lowest first. */
export function byScore(cells: readonly MatrixCell[]): (MatrixCell & { readonly score: number })[] {
  return cells
    .flatMap((cell) => (cell.status === 'ok' && cell.score !== null ? [{ ...cell, score: cell.score }] : []))
    .toSorted((a, b) => a.score - b.score)
}

/** What a figure in a sentence is now, or was when the sentence was written. Scores 0-10, points, counts, shares 0-1. */
export type BoundValue =
  | { readonly kind: 'score' | 'points' | 'count' | 'share'; readonly value: number | null }
  | { readonly kind: 'interval'; readonly lower: number | null; readonly upper: number | null }
  | { readonly kind: 'service'; readonly service: ServiceCode | null }
  | { readonly kind: 'publics'; readonly groups: readonly PublicCode[] }

/** The names of figures; those of the second list are followed by a service, those of the third by a public. */
export const plainFigureCodes = [
  'n',
  'weakest',
  'weakestScore',
  'strongest',
  'strongestScore',
  'lowServices',
  'intense',
  'better',
  'cited',
  'citedOf',
  'citedShare',
] as const
export const serviceFigureCodes = ['score', 'interval', 'deviation', 'answers', 'givingUp'] as const
export const publicFigureCodes = ['publicScore', 'difference', 'publicAnswers'] as const

export type FigureCode =
  | (typeof plainFigureCodes)[number]
  | (typeof serviceFigureCodes)[number]
  | (typeof publicFigureCodes)[number]

/** A figure that a sentence may name: its code, the service or public it is about, and its present value. `key` is how texts hold it. */
export interface Figure {
  readonly key: string
  readonly code: FigureCode
  readonly of: ServiceCode | PublicCode | null
  readonly value: BoundValue
}

function figure(code: FigureCode, of: Figure['of'], value: BoundValue): Figure {
  return { key: of === null ? code : `${code} ${of}`, code, of, value }
}

function plainFigures(facts: FactsheetFacts): Figure[] {
  const scored = byScore(facts.cells)
  const [weakest] = scored
  const strongest = scored.at(-1)
  const { contrasts, cited } = facts
  const figures = [
    figure('n', null, { kind: 'count', value: facts.respondents }),
    figure('weakest', null, { kind: 'service', service: weakest?.service ?? null }),
    figure('weakestScore', null, { kind: 'score', value: weakest?.score ?? null }),
    figure('strongest', null, { kind: 'service', service: strongest?.service ?? null }),
    figure('strongestScore', null, { kind: 'score', value: strongest?.score ?? null }),
    figure('lowServices', null, { kind: 'count', value: scored.filter(({ score }) => score < facts.scoreThreshold).length }),
    figure('intense', null, { kind: 'publics', groups: intenseFor(contrasts).map(({ group }) => group) }),
    figure('better', null, { kind: 'publics', groups: betterFor(contrasts).map(({ group }) => group) }),
  ]
  if (!cited) return figures
  return [
    ...figures,
    figure('cited', null, { kind: 'count', value: cited.citing }),
    figure('citedOf', null, { kind: 'count', value: cited.n }),
    figure('citedShare', null, { kind: 'share', value: cited.citing / cited.n }),
  ]
}

function serviceFigures({ cells, criterionCells }: FactsheetFacts): Figure[] {
  return serviceCodes.flatMap((service) => {
    const cell = cells.find((each) => each.service === service)
    const givingUp = criterionCells.find((each) => each.service === service)?.givingUp ?? null
    const found: Figure[] = []
    if (cell && cell.score !== null)
      found.push(
        figure('score', service, { kind: 'score', value: cell.score }),
        figure('interval', service, { kind: 'interval', lower: cell.lower, upper: cell.upper }),
        figure('answers', service, { kind: 'count', value: cell.n }),
      )
    if (cell && cell.deviation !== null) found.push(figure('deviation', service, { kind: 'points', value: cell.deviation }))
    if (givingUp !== null) found.push(figure('givingUp', service, { kind: 'share', value: givingUp }))
    return found
  })
}

function publicFigures({ contrasts }: FactsheetFacts): Figure[] {
  return publicCodes.flatMap((group) => {
    const contrast = contrasts.find((each) => each.group === group)
    if (!contrast) return []
    return [
      figure('publicScore', group, { kind: 'score', value: contrast.score }),
      figure('difference', group, { kind: 'points', value: contrast.difference }),
      figure('publicAnswers', group, { kind: 'count', value: contrast.n }),
    ]
  })
}

/**
 * Every figure that a sentence on a factsheet may name, with its present value; those that cannot be given now are left out.
 *
 * @example figuresOf(facts).find(({ key }) => key === 'score townHall')?.value // => { kind: 'score', value: 6.21 }
 */
export function figuresOf(facts: FactsheetFacts): Figure[] {
  return [...plainFigures(facts), ...serviceFigures(facts), ...publicFigures(facts)]
}

/** The criterion's cells and the sub-criterion's own among those of a matrix. */
export function cellsOf(
  cells: readonly MatrixCell[],
  item: SubCriterionCode,
): { readonly own: readonly MatrixCell[]; readonly criterion: readonly MatrixCell[] } {
  const criterion = criterionOf(item)
  return { own: cells.filter((cell) => cell.item === item), criterion: cells.filter((cell) => cell.item === criterion) }
}
