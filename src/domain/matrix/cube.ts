import {
  publicCodes,
  publicDimensions,
  questionIndex,
  splitPublic,
  subCriterionCodes,
  type Answers,
  type ItemCode,
  type PublicCode,
  type PublicDimension,
  type SurveyMembers,
} from '#domain/survey'
import { serviceCodes, type Geography, type ServiceCode } from '#domain/territory'
import { cube, type Cube, type CubeDimension } from '#stats/cube.ts'
import { tInterval } from '#stats/intervals.ts'
import { cellStatuses, type CellEstimate, type CellStatus } from './cell.ts'
import { cubeGuards, guardedDomains, type CubeGuards } from './cubeGuards.ts'

/** Which figures are asked for: all services and items × zones × groups. */
export interface SurveyCubeRequest {
  readonly zones: readonly string[]
  /** The zone that all are compared with, within the same group; it may be one of the zones. */
  readonly against: string
  /** Everybody always comes with them; absent means all 19 groups. */
  readonly groups?: readonly PublicCode[]
  /** Absent means the 36 sub-criteria. */
  readonly items?: readonly ItemCode[]
  /** Cells of fewer answers are suppressed, and those that could be found by subtraction; 0 when the viewer holds the records. */
  readonly disclosureThreshold: number
  readonly minimumEffectiveN: number
}

/** A cell of the cube: what `estimateCell` says of it, less what belongs to criteria alone. */
export type CubeEstimate = Omit<CellEstimate, 'givingUp' | 'importance' | 'importanceSe' | 'importanceCovariance'>

/** Estimates of a survey for every service and item, zone and group. */
export interface SurveyCube {
  readonly zones: readonly string[]
  /** `null` is everybody. */
  readonly groups: readonly (PublicCode | null)[]
  readonly items: readonly ItemCode[]
  /** The figures of one cell; RangeError when it was not asked for. */
  at(service: ServiceCode, item: ItemCode, zone: string, group: PublicCode | null): CubeEstimate
}

/** Zones as sets of leaves: all places that lie in the same zones make one leaf. */
function leavesOf(members: SurveyMembers, geography: Geography, zones: readonly string[]) {
  const leafOfZones = new Map<string, number>()
  const leavesOfZone = zones.map((): number[] => [])
  const leafOfPlace = new Map<string, number>()
  for (const place of new Set(members.zone)) {
    const around = [...zones.keys()].filter((z) => geography.position(place, zones[z] as string) === 'inside')
    const key = around.join(' ')
    const leaf = leafOfZones.get(key) ?? leafOfZones.size
    if (!leafOfZones.has(key)) for (const z of around) leavesOfZone[z]?.push(leaf)
    leafOfZones.set(key, leaf)
    leafOfPlace.set(place, leaf)
  }
  const leaf = Int32Array.from(members.zone, (place) => leafOfPlace.get(place) as number)
  return { leaf, leaves: leafOfZones.size, zones: leavesOfZone }
}

function dimensionOf(members: SurveyMembers, dimension: PublicDimension): CubeDimension {
  const known: readonly string[] = publicDimensions[dimension]
  const categories = members.publics.get(dimension)
  const codes = Int32Array.from(members.zone, (_, i) => {
    const category = categories?.[i] ?? null
    return category === null ? -1 : known.indexOf(category)
  })
  return { codes, categories: known.length }
}

/** The groups of some dimensions in the engine's order: everybody, then category by category. */
function groupsOf(dimensions: readonly PublicDimension[]): (PublicCode | null)[] {
  return [null, ...dimensions.flatMap((dimension) => publicCodes.filter((code) => splitPublic(code)[0] === dimension))]
}

/** Everything a lookup reads. */
interface Computed {
  readonly cube: Cube
  readonly answers: Answers
  readonly request: SurveyCubeRequest
  /** Per figure: index of its status. */
  readonly status: Uint8Array
  /** Per cell and group: 1 where the score of the zone compared with may be told. */
  readonly isAgainstShown: Uint8Array
  readonly against: number
}

const statusIndex = (status: CellStatus): number => cellStatuses.indexOf(status)

/** The status of a figure that has answers; `at` is its place in the cube. */
function statusOf(
  { n, total, effectiveN, se }: Cube,
  at: number,
  isGuarded: () => boolean,
  request: SurveyCubeRequest,
): CellStatus {
  const { disclosureThreshold: threshold, minimumEffectiveN } = request
  if (n[at] === 0 || !((total[at] as number) > 0)) return 'noData'
  if ((n[at] as number) < threshold || (threshold > 0 && isGuarded())) return 'suppressed'
  if (Number.isNaN(se[at])) return 'oneUnit'
  return (effectiveN[at] as number) < minimumEffectiveN ? 'thin' : 'ok'
}

/** Statuses of one cell's figures, and where the zone compared with may be told. */
function judgeCell(computed: Computed, guards: CubeGuards | null, c: number, rows: Int32Array): void {
  const { cube: figures, request, status, isAgainstShown, against } = computed
  const { zones, groups, n, total } = figures
  const isGuarded = guards ? guardedDomains(guards, rows, request.disclosureThreshold) : () => false
  for (let domain = 0; domain < zones * groups; domain++) {
    const at = c * zones * groups + domain
    status[at] = statusIndex(statusOf(figures, at, () => isGuarded(domain), request))
  }
  for (let group = 0; group < groups; group++) {
    const domain = against * groups + group
    const at = c * zones * groups + domain
    const isTold = (total[at] as number) > 0 && (n[at] as number) >= request.disclosureThreshold
    isAgainstShown[c * groups + group] = isTold && !(guards && isGuarded(domain)) ? 1 : 0
  }
}

const noFigures = {
  n: null,
  effectiveN: null,
  score: null,
  se: null,
  lower: null,
  upper: null,
  againstScore: null,
  deviation: null,
  deviationSe: null,
  deviationLower: null,
  deviationUpper: null,
  covariance: null,
}

type Figures = Omit<CubeEstimate, 'service' | 'item' | 'status'>

function deviationAt({ cube: figures, answers }: Computed, at: number): Partial<Figures> {
  const deviation = figures.deviation[at] as number
  if (Number.isNaN(deviation)) return {}
  const deviationSe = figures.deviationSe[at] as number
  const { units, strata } = answers.variance.design
  const { lower, upper } = tInterval(deviation, deviationSe, units - strata)
  const covariance = figures.covariance[at] as number
  return { deviation, deviationSe, deviationLower: lower, deviationUpper: upper, covariance }
}

/** The figures that a status lets be told. */
function figuresAt(computed: Computed, at: number, status: CellStatus, againstAt: number | null): Figures {
  const { cube: figures } = computed
  if (status === 'suppressed' || status === 'notApplicable') return noFigures
  const n = figures.n[at] as number
  if (status === 'noData') return { ...noFigures, n }
  const score = figures.mean[at] as number
  const againstScore = againstAt === null ? null : (figures.mean[againstAt] as number)
  const base = { ...noFigures, n, effectiveN: figures.effectiveN[at] as number, score, againstScore }
  if (status === 'oneUnit') return base
  const se = figures.se[at] as number
  const interval = tInterval(score, se, figures.df[at] as number)
  return { ...base, se, ...interval, ...(againstAt === null ? {} : deviationAt(computed, at)) }
}

const nobody = new Int32Array(0)
const nothing = new Float64Array(0)

/** Computes and judges all figures; `items` and `zones` are the cube's own. */
function compute(
  answers: Answers,
  geography: Geography,
  request: SurveyCubeRequest,
  items: readonly ItemCode[],
  zones: string[],
) {
  const asked = new Set((request.groups ?? publicCodes).map((group) => splitPublic(group)[0]))
  const dimensions = (Object.keys(publicDimensions) as PublicDimension[]).filter((dimension) => asked.has(dimension))
  const groups = groupsOf(dimensions)
  const ratings = serviceCodes.flatMap((service) => items.map((item) => answers.ratings.get(questionIndex(service, item))))
  const cells = ratings.map((each) => ({
    row: each?.respondent ?? nobody,
    value: each?.score ?? nothing,
    factor: each?.factor ?? nothing,
  }))
  const against = zones.indexOf(request.against)
  const domains = {
    ...leavesOf(answers, geography, zones),
    whole: against,
    dimensions: dimensions.map((each) => dimensionOf(answers, each)),
  }
  const figures = cube({ cells, weights: answers.weight, frame: answers.variance, domains })
  const computed: Computed = {
    cube: figures,
    answers,
    request,
    status: new Uint8Array(figures.n.length),
    isAgainstShown: new Uint8Array(cells.length * groups.length),
    against,
  }
  const guards = request.disclosureThreshold === 0 ? null : cubeGuards(answers, geography, zones, groups)
  for (const [c, { row }] of cells.entries()) judgeCell(computed, guards, c, row)
  return { computed, groups }
}

/**
 * Services × items × zones × user groups in one pass over the ratings: for every figure the status, score, deviation from `against` within the same group,
 * standard errors, intervals and covariance that `estimateCell` gives for it, to rounding, with the same suppression. Giving up and importance are not part
 * of it. Figures are kept in typed arrays (85 bytes each) and made into a cell when looked up. Refuses an unknown zone.
 *
 * @example const cube = buildCube(answers, geography, { zones: ['audomarois'], against: '62', disclosureThreshold: 5, minimumEffectiveN: 30 })
 * cube.at('library', 'welcome.courtesy', 'audomarois', 'age:75+') // => { status: 'thin', n: 12, score: 7.1, … }
 */
export function buildCube(answers: Answers, geography: Geography, request: SurveyCubeRequest): SurveyCube {
  const items = request.items ?? subCriterionCodes
  const zones = [...new Set([...request.zones, request.against])]
  const { computed, groups } = compute(answers, geography, request, items, zones)
  const { cube: figures, status: statuses, isAgainstShown, against } = computed
  const indexOf = <T>(all: readonly T[], one: T): number => {
    const index = all.indexOf(one)
    if (index === -1) throw new RangeError(`The cube holds no ${String(one)}`)
    return index
  }
  return {
    zones,
    groups,
    items,
    at(service, item, zone, group) {
      const cell = indexOf(serviceCodes, service) * items.length + indexOf(items, item)
      const g = indexOf(groups, group)
      const first = cell * figures.zones * figures.groups + g
      const at = first + indexOf(zones, zone) * figures.groups
      const isMasked = !answers.ratings.get(questionIndex(service, item))?.respondent.length && answers.masked(service, item)
      const status = isMasked ? 'notApplicable' : (cellStatuses[statuses[at] as number] as CellStatus)
      const isCompared = isAgainstShown[cell * figures.groups + g] === 1
      const againstAt = isCompared ? first + against * figures.groups : null
      return { service, item, status, ...figuresAt(computed, at, status, againstAt) }
    },
  }
}
