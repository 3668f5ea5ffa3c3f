import { random } from '#kernel/random.ts'
import { calibration } from '#stats/calibrationResiduals.ts'
import type { CubeCell, CubeRequest } from '#stats/cube.ts'
import { rake } from '#stats/rake.ts'
import { sampleDesign } from '#stats/sampleDesign.ts'
import { varianceFrame } from '#stats/sparseVariance.ts'

/** 16 services × 36 sub-criteria. */
export const cellCount = 576
/** A département, four territories in it, and 20 inter-municipal bodies in these: the leaves, and the strata. */
const leaves = 20
const all = Array.from({ length: leaves }, (_, leaf) => leaf)
const zones = [all, ...[0, 1, 2, 3].map((t) => all.filter((leaf) => leaf % 4 === t)), ...all.map((leaf) => [leaf])]
/** Categories of sex, age, family, activity and digital ease: 19 groups, and everybody. */
const categories = [2, 5, 4, 5, 3]

/** People, their weights and where they belong; ratings by cell. */
export interface CubeSurvey {
  readonly request: CubeRequest
  readonly designWeights: Float64Array
  /** Number of categories of each variable that the weights were raked on, and the category of each person. */
  readonly margins: readonly { readonly categories: readonly string[]; readonly codes: Int32Array }[]
  readonly ratings: number
}

/** A cell that each person rates with probability `share`: a score from 0 to 10 and the inverse probability that the service was drawn. */
function cellOf(chance: () => number, respondents: number, share: number, level: Float64Array): CubeCell {
  const rows = new Int32Array(respondents)
  let n = 0
  for (let i = 0; i < respondents; i++) if (share === 1 || chance() < share) rows[n++] = i
  const row = rows.slice(0, n)
  const value = Float64Array.from(row, (i) => Math.min(10, Math.floor(((level[i] as number) + chance()) * 5.5)))
  return { row, value, factor: Float64Array.from(row, () => 1 + Math.floor(chance() * 4)) }
}

/**
 * A survey made up by seed: `respondents` people in 20 strata with unequal design weights, raked on four margins (20 + 10 + 4 + 5 categories), each of whom
 * rates each of the 576 cells with probability `share`; asked for are 25 zones, compared with the first, and 20 groups.
 */
export function cubeSurvey(respondents: number, share: number): CubeSurvey {
  const { next: chance } = random(576)
  const codes = (size: number): Int32Array => Int32Array.from({ length: respondents }, () => Math.floor(chance() ** 1.2 * size))
  const leaf = codes(leaves)
  const dimensions = categories.map((size) => ({ codes: codes(size), categories: size }))
  const [sex, age, family, activity] = dimensions.map((each) => each.codes) as [Int32Array, Int32Array, Int32Array, Int32Array]
  const margin = (variable: string, of: Int32Array, size: number) => {
    const targets = new Float64Array(size)
    for (const code of of) targets[code] = (targets[code] ?? 0) + 40 + 20 * Math.sin(code)
    return { variable, codes: of, categories: Array.from({ length: size }, (_, k) => `${variable}${k}`), targets }
  }
  const sexAge = sex.map((code, i) => code * 5 + (age[i] ?? 0))
  const raw = [
    margin('zone', leaf, leaves),
    margin('sexAge', sexAge, 10),
    margin('family', family, 4),
    margin('activity', activity, 5),
  ]
  const total = (targets: Float64Array): number => targets.reduce((sum, each) => sum + each, 0)
  const people = total(raw[0]?.targets ?? new Float64Array(0))
  const margins = raw.map((each) => ({ ...each, targets: each.targets.map((t) => (t * people) / total(each.targets)) }))
  const designWeights = Float64Array.from({ length: respondents }, () => 20 + 40 * chance())
  const { weights } = rake({ weights: designWeights, margins })
  const unit = Int32Array.from({ length: respondents }, (_, i) => i)
  const design = sampleDesign({ unit, stratum: leaf, calibration: calibration(designWeights, margins) })
  const level = Float64Array.from({ length: respondents }, chance)
  const cells = Array.from({ length: cellCount }, () => cellOf(chance, respondents, share, level))
  return {
    request: { cells, weights, frame: varianceFrame(design, weights), domains: { leaf, leaves, zones, whole: 0, dimensions } },
    designWeights,
    margins,
    ratings: cells.reduce((sum, { value }) => sum + value.length, 0),
  }
}
