import type { Viewer } from '#domain/accounts'
import { publicDimensions, type PopulationMargin } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { write, type Reader } from '#store/open.ts'
import type { SurveyRecord } from '#store/surveyAdmin.ts'
import { insertCodes } from '#store/surveyCodes.ts'
import { selectMargins } from '#store/margins.ts'
import {
  countRespondentGroups,
  countSheetGroups,
  selectFieldCounts,
  selectFieldDays,
  type FieldCounts,
  type FieldDay,
  type SheetGroup,
} from '#store/surveyField.ts'
import { letterCode } from '../collection/codes.ts'
import type { DeskTools } from '../deskTools.ts'
import { withAtlas } from '../observatory.ts'
import { authorise } from '../rights.ts'
import type { ZoneName } from '../views.ts'
import { keptPlanOf, precisionOf, strataPeople, type KeptPlan } from './planSample.ts'
import { stratumIn } from './strata.ts'
import { lockedSurvey, subjectOf, surveyAt, surveyView, type SurveyAddress, type SurveyView } from './surveyViews.ts'

/** How answers come, in the order of the columns that count them. */
export { sheetModes } from '#domain/survey'

/** Codes made in one go: each takes some 10 ms on purpose. */
const mostCodes = 1000
/** Counts below are not told one by one, even inside the house. */
const smallest = 3

/** What came in of a quota: a small count is told as under 3. */
export interface Quota {
  /** `null`: nothing was planned. */
  readonly target: number | null
  readonly count: number | 'few'
}

export interface StratumQuota extends Quota {
  readonly zone: ZoneName
  /** Half-width of a proportion so far, 0-1; `null` while the count is too small to be told. */
  readonly proportion: number | null
}

export interface GroupQuota extends Quota {
  readonly sex: string
  readonly age: string
}

export interface FieldView {
  readonly survey: SurveyView
  readonly days: readonly FieldDay[]
  readonly counts: FieldCounts
  readonly planned: number | null
  readonly strata: readonly StratumQuota[]
  /** Sheets without a commune of the territory. */
  readonly unplaced: number
  readonly groups: readonly GroupQuota[]
  /** Sheets without sex or age. */
  readonly untold: number
}

export interface FieldWork {
  field(viewer: Viewer, at: SurveyAddress): Promise<FieldView>
  /**
   * New codes for letters, told this once: the database keeps their keyed hashes. Refuses with `survey.codesOutside` for a number outside 1 to 1,000 and with
   * `survey.fieldOver` once the field has closed.
   */
  makeCodes(
    viewer: Viewer,
    at: SurveyAddress,
    count: number,
  ): Promise<{ readonly survey: SurveyView; readonly codes: readonly string[] }>
}

function told(count: number): number | 'few' {
  // Nobody is told like one or two: among noughts a single "few" would say who answered.
  return count < smallest ? 'few' : count
}

function sumOf(groups: readonly SheetGroup[]): number {
  return groups.reduce((sum, { sheets }) => sum + sheets, 0)
}

interface Received {
  readonly survey: SurveyRecord
  readonly groups: readonly SheetGroup[]
  readonly margins: readonly PopulationMargin[]
  readonly plan: KeptPlan | null
}

function strataQuotas(geography: Geography, { survey, groups, margins, plan }: Received): StratumQuota[] {
  const root = survey.territory
  const byStratum = Map.groupBy(groups, ({ zone }) => (zone === null ? null : (stratumIn(geography, root, zone)?.code ?? null)))
  return strataPeople(geography, root, margins).map(({ zone, population }) => {
    const count = sumOf(byStratum.get(zone.code) ?? [])
    const { proportion } = precisionOf(count, population, { designEffect: plan?.designEffect ?? 1 }, [])
    return { zone, target: plan?.strata[zone.code] ?? null, count: told(count), proportion: count < smallest ? null : proportion }
  })
}

function groupQuotas({ groups, margins, plan }: Received): GroupQuota[] {
  const people = margins.filter(({ variable }) => variable === 'sexAge')
  const all = people.reduce((sum, { total }) => sum + total, 0)
  const planned = plan ? Object.values(plan.strata).reduce((sum, n) => sum + n, 0) : null
  return publicDimensions.sex.flatMap((sex) =>
    publicDimensions.age.map((age) => {
      const own = people.find(({ category }) => category === `${sex}:${age}`)
      const target = planned === null || !own ? null : Math.round((planned * own.total) / all)
      return { sex, age, target, count: told(sumOf(groups.filter((each) => each.sex === sex && each.age === age))) }
    }),
  )
}

async function fieldOf(reader: Reader, geography: Geography, survey: SurveyRecord): Promise<FieldView> {
  const over = survey.state === 'closed' || survey.state === 'published'
  const groups = over ? await countRespondentGroups(reader, survey) : await countSheetGroups(reader, survey)
  const plan = keptPlanOf(survey.plan)
  const received = { survey, groups, plan, margins: await selectMargins(reader, survey) }
  const unplaced = groups.filter(({ zone }) => zone === null || stratumIn(geography, survey.territory, zone) === null)
  return {
    survey: surveyView(geography, survey),
    days: await selectFieldDays(reader, survey),
    counts: await selectFieldCounts(reader, survey),
    planned: plan ? Object.values(plan.strata).reduce((sum, n) => sum + n, 0) : null,
    strata: strataQuotas(geography, received),
    unplaced: sumOf(unplaced),
    groups: groupQuotas(received),
    untold: sumOf(groups.filter(({ sex, age }) => sex === null || age === null)),
  }
}

/** Draws codes until so many differ; two alike are one chance in 10^15. */
async function newCodes(secret: string, survey: SurveyRecord, count: number) {
  const made = await Promise.all(Array.from({ length: count }, () => letterCode(secret, survey)))
  return [...new Map(made.map((each) => [each.key, each])).values()]
}

export function fieldWork(tools: DeskTools): FieldWork {
  const obs = tools.observatory
  return {
    field(viewer, at) {
      authorise(viewer, 'surveys.read')
      return withAtlas(obs, async (reader, { geography }) => fieldOf(reader, geography, await surveyAt(obs, reader, at)))
    },
    async makeCodes(viewer, at, count) {
      authorise(viewer, 'surveys.manage')
      if (!(Number.isInteger(count) && count >= 1 && count <= mostCodes))
        throw new DomainError('survey.codesOutside', { count: String(count), most: mostCodes })
      const { survey, view } = await withAtlas(obs, async (reader, { geography }) => {
        const found = await surveyAt(obs, reader, at)
        return { survey: found, view: surveyView(geography, found) }
      })
      const codes = await newCodes(tools.secret, survey, count)
      await write(obs.db, async (writer) => {
        const now = await lockedSurvey(obs, writer, at)
        if (now.state !== 'draft' && now.state !== 'open') throw new DomainError('survey.fieldOver', { code: at.code })
        await insertCodes(
          writer,
          survey,
          codes.map(({ key }) => key),
        )
        const details = { count: codes.length }
        await recordAudit(writer, { actor: viewer, action: 'survey.codesMade', subject: subjectOf(survey), details })
      })
      return { survey: view, codes: codes.map(({ code }) => code) }
    },
  }
}
