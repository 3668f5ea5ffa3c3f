import { isCriterionCode, isMasked } from '#domain/survey'
import type { ServiceCode, Zone } from '#domain/territory'
import type { MatrixCell } from '#domain/matrix'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { publishedZones } from '../mainJob.ts'
import { matrixResult } from '../matrixResult.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, type Observatory } from '../observatory.ts'
import type { FigureSource, FigureStatus, ZoneFigure } from './mapContract.ts'

/** The criterion asked for; the first question of the grid when none is. Refused: `item.unknown`. */
export function chooseCriterion(asked: string | null | undefined, service: ServiceCode): string {
  if (!asked) return isMasked(service, 'information') ? 'welcome' : 'information'
  if (!isCriterionCode(asked)) throw new DomainError('item.unknown', { code: asked })
  return asked
}

const told: Readonly<Partial<Record<MatrixCell['status'], FigureStatus>>> = {
  ok: 'ok',
  thin: 'thin',
  suppressed: 'suppressed',
  notApplicable: 'notApplicable',
}

function figureOf(zone: Zone, cell: MatrixCell | undefined, part: 'score' | 'deviation' | 'level'): ZoneFigure {
  const name = zoneName(zone)
  const none = { zone: name, value: null, weight: null, level: null, sureness: null }
  if (!cell) return { ...none, status: 'missing', n: null }
  const { level, sureness, n } = cell
  const status = told[cell.status] ?? 'missing'
  // A thin cell has an estimate and no verdict: too unsure to be coloured beside sure ones.
  if (status !== 'ok') return { ...none, status, n }
  const value = part === 'deviation' ? cell.deviation : cell.score
  return { ...none, value, status: value === null ? 'missing' : 'ok', level, sureness, n }
}

/** A service's cell for one criterion in each zone whose matrix is published; the others have no figure. */
export async function surveyFigures(
  obs: Observatory,
  reader: Reader,
  zones: readonly Zone[],
  which: { readonly service: ServiceCode; readonly criterion: string; readonly part: 'score' | 'deviation' | 'level' },
): Promise<{ readonly figures: readonly ZoneFigure[]; readonly source: FigureSource | null }> {
  const { geography } = await loadAtlas(reader, obs.caches)
  const figures: ZoneFigure[] = []
  let source: FigureSource | null = null
  for (const zone of zones) {
    const published = zone.root !== null && publishedZones(geography, zone.root).includes(zone.code)
    const found = published ? (await matrixResult(obs, reader, { territory: zone.code })).result : null
    const cell = found?.matrix.cells.find((each) => each.service === which.service && each.item === which.criterion)
    figures.push(figureOf(zone, cell, which.part))
    if (found && !source) {
      const { title, source: said, fieldStart, fieldEnd, synthetic } = found.survey
      source = { title, source: said, licence: null, date: `${fieldStart}/${fieldEnd}`, synthetic }
    }
  }
  return { figures, source }
}
