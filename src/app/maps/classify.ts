import { classOf, countClasses } from '#stats/classBreaks.ts'
import { divergingBreaks } from '#stats/divergingBreaks.ts'
import { equalBreaks } from '#stats/equalBreaks.ts'
import { jenksBreaks } from '#stats/jenksBreaks.ts'
import { quantileBreaks } from '#stats/quantileBreaks.ts'
import { classMethodCodes, type Classified, type ClassMethod, type MapValues } from './mapContract.ts'

export const fewestClasses = 3
export const mostClasses = 7
const usualClasses = 5

const cuts = { quantile: quantileBreaks, jenks: jenksBreaks, equal: equalBreaks } as const

/** How a map's classes are made; what is not understood becomes the usual. */
export function chooseClasses(
  method: string | null,
  classes: string | null,
): { readonly method: ClassMethod; readonly classes: number } {
  const count = Number(classes ?? usualClasses)
  const known = Number.isInteger(count) && count >= fewestClasses && count <= mostClasses
  return { method: classMethodCodes.find((code) => code === method) ?? 'quantile', classes: known ? count : usualClasses }
}

/** Puts figures in classes: around the centre where the indicator has one, with 2 or 3 classes on each side. */
export function classify(values: MapValues, choice: { readonly method: ClassMethod; readonly classes: number }): Classified {
  const known = values.figures.flatMap(({ zone, value }) => (value === null ? [] : [{ code: zone.code, value }]))
  const numbers = known.map(({ value }) => value)
  const { centre } = values.indicator
  const cut = cuts[choice.method]
  const lows = centre === null ? cut(numbers, choice.classes) : divergingBreaks(numbers, centre, choice.classes >= 6 ? 3 : 2, cut)
  return {
    method: choice.method,
    diverging: centre !== null,
    classes: countClasses(numbers, lows),
    classOf: new Map(known.map(({ code, value }) => [code, classOf(value, lows)])),
  }
}
