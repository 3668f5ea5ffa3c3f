import type { ZoneFigure } from '#app/maps/mapContract.ts'
import type { ShownMap } from '#app/maps/mapPage.ts'

/** The paint of a zone's verdict; an uncertain one has no level's colour. */
export function verdictPaint(level: string | null, sureness: string | null): string {
  if (!level || !sureness) return 'no-figure'
  return sureness === 'uncertain' ? 'verdict-uncertain' : `verdict-${level}-${sureness}`
}

/** The paint of a class, `seq-5-2` being the second of five; a map of fewer classes takes the colours of as many. */
export function classPaint({ diverging, classes }: ShownMap['classified'], index: number): string {
  return `${diverging ? 'div' : 'seq'}-${classes.length}-${index + 1}`
}

/** How a zone is coloured: a class of the style sheet, which the legend's entry has too. */
export function paintOf({ values, classified }: ShownMap, figure: ZoneFigure | undefined): string {
  if (!figure || figure.value === null) return 'no-figure'
  if (values.indicator.unit === 'level') return verdictPaint(figure.level, figure.sureness)
  const held = classified.classOf.get(figure.zone.code)
  return held === undefined ? 'no-figure' : classPaint(classified, held)
}
