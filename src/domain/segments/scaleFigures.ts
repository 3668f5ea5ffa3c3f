import type { Points } from '#stats/kmeans.ts'
import { scaled, scalingOf, transformed, type Scaling } from '#stats/transformScale.ts'
import type { AreaFigures } from './areaFigures.ts'
import type { ScaledVariable, VariableScale, VariableTransform } from './classification.ts'

interface Space {
  readonly transform: VariableTransform
  readonly scale: VariableScale
}

/** Figures in the space of groups made anew, with the scaling of every variable. */
export function scaleFigures(figures: AreaFigures, space: Space): { variables: readonly ScaledVariable[]; points: Points } {
  const d = figures.variables.length
  const variables = figures.variables.map((variable, j): ScaledVariable => {
    const column = Float64Array.from(figures.zones, (_, i) =>
      transformed(figures.values[i * d + j] ?? Number.NaN, space.transform),
    )
    return { ...variable, ...scalingOf(column, space.scale) }
  })
  return { variables, points: placeFigures(figures, variables, space) }
}

/** Figures in the space of groups already made: their scaling is kept, and what lies outside their range is held to it. */
export function placeFigures(figures: AreaFigures, scaling: readonly Scaling[], { transform, scale }: Space): Points {
  const d = scaling.length
  const values = figures.values.map((value, at) => {
    const by = scaling[at % d]
    if (!by) throw new Error(`no scaling of the column ${at % d}`)
    return scaled(transformed(value, transform), by, scale)
  })
  return { n: figures.zones.length, d, values }
}
