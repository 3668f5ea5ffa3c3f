import { refusals, type Level, type MatrixCell } from '#domain/matrix'
import { isCriterionCode } from '#domain/survey'
import type { Geography, Zone } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { matrixResult } from '../matrixResult.ts'
import { surveySource, zoneName } from '../naming.ts'
import type { Observatory } from '../observatory.ts'
import type { ResultsView } from './publicViews.ts'

/** What is sure enough to be said to everybody. */
const told = new Set<MatrixCell['sureness']>(['established', 'likely'])

const byScore = (a: MatrixCell, b: MatrixCell): number => (a.score ?? 0) - (b.score ?? 0)
/** Established before likely, then by score. */
const surestFirst =
  (compare: (a: MatrixCell, b: MatrixCell) => number) =>
  (a: MatrixCell, b: MatrixCell): number =>
    Number(a.sureness !== 'established') - Number(b.sureness !== 'established') || compare(a, b)

/** The published matrix of a territory as lists of what works and what does not; refusals as for the matrix itself. */
export async function resultsView(obs: Observatory, reader: Reader, territory: string): Promise<ResultsView> {
  const { choice, result } = await matrixResult(obs, reader, { territory })
  const cells = result.matrix.cells.filter((cell) => isCriterionCode(cell.item) && told.has(cell.sureness))
  const of = (...levels: Level[]): MatrixCell[] => cells.filter((cell) => cell.level !== null && levels.includes(cell.level))
  const { asked, refused } = refusals(result.matrix.cells)
  return {
    territory: zoneName(choice.territory),
    against: zoneName(choice.against),
    survey: surveySource(result),
    attention: of('rethink', 'watch').toSorted(surestFirst(byScore)),
    improvable: of('fineTune').toSorted(surestFirst(byScore)),
    working: of('maintain').toSorted(surestFirst((a, b) => byScore(b, a))),
    asked,
    refused,
  }
}

/** Refusals that only say that there is nothing to show for this zone. */
const silent = new Set(['territory.noSurvey', 'survey.notWeighted', 'zone.tooSmall', 'against.missing'])

/** The results of the narrowest zone around a commune that has any, or `null`. */
export async function resultsAround(
  obs: Observatory,
  reader: Reader,
  geography: Geography,
  zone: Zone,
): Promise<ResultsView | null> {
  const order: readonly Zone['level'][] = ['epci', 'territory', 'department']
  const above = geography
    .parentsOf(zone.code)
    .filter((parent) => order.includes(parent.level))
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  const root = geography.find(zone.root ?? '')
  for (const parent of root ? [...above, root] : above) {
    try {
      return await resultsView(obs, reader, parent.code)
    } catch (error) {
      if (!(error instanceof DomainError && silent.has(error.code))) throw error
    }
  }
  return null
}
