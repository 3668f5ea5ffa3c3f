import { DomainError } from '#kernel/result.ts'
import type { AreaFigures } from './areaFigures.ts'
import type { BuildSettings } from './classification.ts'

/** Refuses figures and settings that no classification can be made of, naming the variable, the area and the number that are at fault. */
export function checkFigures(figures: AreaFigures, settings: BuildSettings): void {
  const { zones, variables } = figures
  if (zones.length === 0) throw new DomainError('segments.noAreas', { dataset: settings.dataset })
  if (zones.length === 1) throw new DomainError('segments.oneArea', { zone: zones[0] ?? '' })
  if (variables.length === 0) throw new DomainError('segments.noVariables')
  let above = 0
  for (const k of settings.levels) {
    if (!Number.isInteger(k) || k < 2 || k <= above)
      throw new DomainError('segments.levelsWrong', { levels: settings.levels.join(', ') })
    above = k
  }
  if (above === 0) throw new DomainError('segments.levelsWrong', { levels: '' })
  for (const [j, { measure }] of variables.entries()) checkColumn(figures, j, measure)
  const distinct = new Set(
    zones.map((_, i) => figures.values.subarray(i * variables.length, (i + 1) * variables.length).join(' ')),
  ).size
  if (above > distinct) throw new DomainError('segments.tooManyGroups', { k: above, areas: zones.length, distinct })
}

function checkColumn({ zones, variables, values }: AreaFigures, j: number, measure: string): void {
  const d = variables.length
  const missing = zones.filter((_, i) => !Number.isFinite(values[i * d + j] ?? Number.NaN))
  if (missing.length > 0) throw new DomainError('segments.missing', { measure, areas: missing.length, zone: missing[0] ?? '' })
  const first = values[j] ?? 0
  if (zones.every((_, i) => values[i * d + j] === first)) throw new DomainError('segments.constant', { measure, value: first })
}
