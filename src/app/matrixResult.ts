import {
  buildMatrix,
  firstThings,
  membership,
  type FirstThing,
  ruleOf,
  type Matrix,
  type MatrixCell,
  type Rule,
} from '#domain/matrix'
import { isCriterionCode, isPublicCode, itemCodes, questionIndex, type PublicCode } from '#domain/survey'
import type { Geography, ServiceCode, Zone } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { effectiveSize } from '#stats/kish.ts'
import { selectMatrix } from '#store/matrix.ts'
import type { Reader } from '#store/open.ts'
import { versionOf } from '#store/stamp.ts'
import type { Survey } from '#store/surveys.ts'
import type { Weighting } from '#store/weightings.ts'
import { loadAnswers, loadMembers, weightingInForce, type WeightedMembers } from './answers.ts'
import { thresholdFor } from './mainJob.ts'
import { loadAtlas, type Observatory } from './observatory.ts'
import type { MatrixQuery } from './portal.ts'

/** A query whose codes were understood. */
export interface MatrixChoice {
  readonly territory: Zone
  readonly against: Zone
  readonly root: string
  readonly group: PublicCode | null
  readonly rule: Rule
}

/** As `chooseMatrix`, for a file whose owner holds the records: any zone, and a zone across a border when what it is compared with is named. */
export function chooseFileMatrix(geography: Geography, query: MatrixQuery): Omit<MatrixChoice, 'root' | 'group'> {
  const territory = geography.get(query.territory)
  const against = query.against || territory.root
  if (!against) throw new DomainError('against.missing', { code: territory.code })
  return { territory, against: geography.get(against), rule: ruleOf(query.rule || 'score-deviation/1') }
}

/** A matrix with where it comes from. */
export interface MatrixResult {
  readonly survey: Survey
  readonly weighting: Weighting
  readonly matrix: Matrix
  readonly firstThings: ReadonlyMap<ServiceCode, FirstThing>
  readonly madeAt: Date | null
  /** Respondents of the survey, of the territory (and group), and Kish's effective number of the latter. */
  readonly respondents: number
  readonly respondentsHere: number
  readonly effectiveN: number
}

/** Understands the codes of a query, or refuses: `zone.unknown`, `territory.noSurvey`, `against.apart`, `group.unknown`, `rule.unknown`. */
export function chooseMatrix(geography: Geography, query: MatrixQuery): MatrixChoice {
  const territory = geography.get(query.territory)
  const { root } = territory
  const against = geography.get(query.against || (root ?? territory.code))
  if (root === null) throw new DomainError('territory.noSurvey', { code: territory.code })
  // A commune has a few respondents: its figures would tell of people, not of services.
  const tooSmall = [territory, against].find((zone) => zone.level === 'commune' || zone.level === 'smallArea')
  if (tooSmall) throw new DomainError('zone.tooSmall', { code: tooSmall.code })
  // Two samples that share no survey cannot be subtracted as overlapping ones.
  if (against.root !== root) throw new DomainError('against.apart', { against: against.code, territory: territory.code })
  const group = query.group || null
  if (group !== null && !isPublicCode(group)) throw new DomainError('group.unknown', { code: group })
  return { territory, against, root, group, rule: ruleOf(query.rule || 'score-deviation/1') }
}

function inOrder(cells: readonly MatrixCell[]): MatrixCell[] {
  const place = (cell: MatrixCell): number => (isCriterionCode(cell.item) ? 0 : 10_000) + questionIndex(cell.service, cell.item)
  return cells.toSorted((a, b) => place(a) - place(b))
}

/** How many live in the zone (and belong to the group), and what their weights are worth. */
function count({ members, weights }: WeightedMembers, geography: Geography, choice: MatrixChoice) {
  const here = membership(members, geography, choice.territory.code, choice.group)
  return {
    respondents: here.length,
    respondentsHere: here.reduce((sum, flag) => sum + flag, 0),
    effectiveN: effectiveSize(weights.filter((_, i) => here[i] === 1)),
  }
}

async function makeResult(obs: Observatory, reader: Reader, geography: Geography, choice: MatrixChoice): Promise<MatrixResult> {
  const { survey, weighting } = await weightingInForce(reader, choice.root)
  const which = { zone: choice.territory.code, against: choice.against.code, rule: choice.rule.code }
  const published = choice.group ? null : await selectMatrix(reader, weighting, which)
  const matrix = published?.matrix ?? (await computed(obs, reader, geography, choice))
  const counted = count(await loadMembers(obs, reader, survey, weighting), geography, choice)
  const cells = inOrder(matrix.cells)
  const madeAt = published?.madeAt ?? null
  return { survey, weighting, matrix: { ...matrix, cells }, firstThings: firstThings(cells), madeAt, ...counted }
}

async function computed(obs: Observatory, reader: Reader, geography: Geography, choice: MatrixChoice): Promise<Matrix> {
  const { answers } = await loadAnswers(obs, reader, choice.root)
  return buildMatrix(answers, geography, {
    territory: choice.territory.code,
    against: choice.against.code,
    rule: choice.rule,
    group: choice.group,
    items: itemCodes,
    disclosureThreshold: thresholdFor(choice.group),
  })
}

/** The matrix asked for: the published one when the main job made it, else computed now by the same code; kept until the next weighting. */
export async function matrixResult(
  obs: Observatory,
  reader: Reader,
  query: MatrixQuery,
): Promise<{ choice: MatrixChoice; result: MatrixResult }> {
  const { geography } = await loadAtlas(reader, obs.caches)
  const choice = chooseMatrix(geography, query)
  const { weighting } = await weightingInForce(reader, choice.root)
  // A version in force outlives runs of the main job: its number changes with each.
  const version = String(await versionOf(reader, 'observatory'))
  const key = [weighting.id, version, choice.territory.code, choice.against.code, choice.group ?? '', choice.rule.code].join(' ')
  return { choice, result: await obs.caches.matrices.get(key, () => makeResult(obs, reader, geography, choice)) }
}
