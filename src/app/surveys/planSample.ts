import type { Viewer } from '#domain/accounts'
import { standardQuestionnaire, type PopulationMargin } from '#domain/survey'
import type { Geography, ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { allocate, meanError, proportionError, sampleSize } from '#stats/samplePlanning.ts'
import { recordAudit } from '#store/audit.ts'
import { write, type Reader } from '#store/open.ts'
import { updateSurveyPlan, type SurveyRecord } from '#store/surveyAdmin.ts'
import { selectMargins } from '#store/margins.ts'
import { changedMeanwhile } from '../administration/formIssues.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { authorise } from '../rights.ts'
import type { ZoneName } from '../views.ts'
import { strataOf } from './strata.ts'
import { subjectOf, surveyAt, surveyView, type SurveyAddress, type SurveyView } from './surveyViews.ts'
import { profileOf, type ServiceUse } from './useProfile.ts'

export const allocationCodes = ['proportional', 'root', 'equal'] as const
export type Allocation = (typeof allocationCodes)[number]
const powers: Readonly<Record<Allocation, number>> = { proportional: 1, root: 0.5, equal: 0 }

/** What a plan is computed from. */
export interface PlanChoice {
  /** Respondents in all. */
  readonly total: number
  readonly allocation: Allocation
  /** At least this many in each body. */
  readonly minimum: number
  readonly designEffect: number
  /** Share of the letters that bring an answer, 0-1. */
  readonly responseRate: number
}

/** A plan as it is kept: what was chosen, and the respondents of each stratum that follow from it. */
export interface KeptPlan extends PlanChoice {
  readonly strata: Readonly<Record<string, number>>
}

/** Effective answers under which a cell is not classified (METHODS 6). */
const enough = 30

/** What a plan promises in one stratum, or in all of them together. */
export interface PlannedPrecision {
  readonly planned: number
  /** Letters to send for so many answers. */
  readonly letters: number
  /** Half-width of a proportion of 50 %, 0-1. */
  readonly proportion: number
  /** Half-width of a score, in points: of the service rated most, and of the one rated least; `null` without an earlier survey. */
  readonly bestScore: number | null
  readonly worstScore: number | null
  /** Cells of services by criteria expected to have 30 effective answers, of those that make sense; `null` without an earlier survey. */
  readonly cells: { readonly expected: number; readonly all: number } | null
}

export interface PlannedStratum extends PlannedPrecision {
  readonly zone: ZoneName
  readonly population: number
}

/** A service as it is expected to be rated in all strata together. */
export interface PlannedService {
  readonly service: ServiceCode
  readonly used: number
  readonly asked: number
  readonly answers: number
  readonly effective: number
  readonly score: number
}

export interface PlanView {
  readonly survey: SurveyView
  readonly choice: PlanChoice
  readonly strata: readonly PlannedStratum[]
  readonly total: PlannedPrecision & { readonly population: number }
  /** The widths of the interval that other numbers of respondents give, for comparison: half-width asked, respondents. */
  readonly needed: readonly { readonly error: number; readonly respondents: number }[]
  /** The survey that tells who uses which service; `null` in a territory without one. */
  readonly from: { readonly title: Bilingual; readonly designEffect: number } | null
  readonly services: readonly PlannedService[]
  /** Whether this is the plan that was kept. */
  readonly kept: boolean
}

export interface SamplePlanning {
  /** The plan for what the address asks; what it leaves out comes from the kept plan, else from usual values. */
  plan(viewer: Viewer, at: SurveyAddress, asked: Partial<PlanChoice>): Promise<PlanView>
  /** Keeps a plan; refuses with `version.changed`, and with `survey.fieldOver` once the field has closed. */
  keepPlan(viewer: Viewer, at: SurveyAddress, asked: Partial<PlanChoice>, version: number): Promise<void>
}

const usual: PlanChoice = { total: 3000, allocation: 'root', minimum: 105, designEffect: 1.3, responseRate: 0.25 }

export function keptPlanOf(plan: unknown): KeptPlan | null {
  return typeof plan === 'object' && plan !== null && 'strata' in plan ? (plan as KeptPlan) : null
}

function chosen(asked: Partial<PlanChoice>, kept: KeptPlan | null): PlanChoice {
  const base = kept ?? usual
  return {
    total: asked.total ?? base.total,
    allocation: asked.allocation ?? base.allocation,
    minimum: asked.minimum ?? base.minimum,
    designEffect: asked.designEffect ?? base.designEffect,
    responseRate: asked.responseRate ?? base.responseRate,
  }
}

/** Adults of each stratum as the margins count them, else its inhabitants. */
export function strataPeople(geography: Geography, root: string, margins: readonly PopulationMargin[]) {
  const adults = new Map(margins.filter(({ variable }) => variable === 'stratum').map(({ category, total }) => [category, total]))
  return strataOf(geography, root).map(({ zone, population }) => ({
    zone: zoneName(zone),
    population: Math.round(adults.get(zone.code) ?? population),
  }))
}

/** Effective answers about a service among n respondents. */
function effectiveAnswers(n: number, { effective }: ServiceUse, designEffect: number): number {
  return (n * effective) / designEffect
}

function scoreErrors(n: number, uses: readonly ServiceUse[], designEffect: number): number[] {
  return uses.flatMap((use) => {
    const answers = effectiveAnswers(n, use, designEffect)
    return answers > 0 && use.deviation > 0 ? [meanError(answers, use.deviation)] : []
  })
}

/** What so many respondents out of so many people are worth. */
export function precisionOf(
  n: number,
  population: number,
  choice: Pick<PlanChoice, 'designEffect'>,
  uses: readonly ServiceUse[],
) {
  const { designEffect } = choice
  const errors = n > 0 ? scoreErrors(n, uses, designEffect) : []
  const solid = uses.filter((use) => effectiveAnswers(n, use, designEffect) >= enough)
  const sum = (some: readonly ServiceUse[]): number => some.reduce((total, { criteria }) => total + criteria, 0)
  return {
    proportion: n > 0 ? proportionError(n, { designEffect, ...(population > n && { population }) }) : Number.NaN,
    bestScore: errors.length === 0 ? null : Math.min(...errors),
    worstScore: errors.length === 0 ? null : Math.max(...errors),
    cells: uses.length === 0 ? null : { expected: sum(solid), all: sum(uses) },
  }
}

function planned(n: number, population: number, choice: PlanChoice, uses: readonly ServiceUse[]): PlannedPrecision {
  return { planned: n, letters: Math.ceil(n / choice.responseRate), ...precisionOf(n, population, choice, uses) }
}

function plannedServices(total: number, uses: readonly ServiceUse[], designEffect: number): PlannedService[] {
  return uses.map((use) => {
    const effective = effectiveAnswers(total, use, designEffect)
    const score = effective > 0 && use.deviation > 0 ? meanError(effective, use.deviation) : Number.NaN
    return { service: use.service, used: use.used, asked: use.asked, answers: total * use.asked, effective, score }
  })
}

/** Kish's design effect of an allocation that is not proportional: the weights then differ from stratum to stratum. */
function allocationEffect(strata: readonly { readonly population: number; readonly planned: number }[]): number {
  const filled = strata.filter((stratum) => stratum.planned > 0)
  const n = filled.reduce((sum, stratum) => sum + stratum.planned, 0)
  const people = filled.reduce((sum, { population }) => sum + population, 0)
  const squares = filled.reduce((sum, stratum) => sum + stratum.population ** 2 / stratum.planned, 0)
  return people === 0 ? 1 : (n * squares) / people ** 2
}

async function planOf(obs: Observatory, reader: Reader, geography: Geography, survey: SurveyRecord, asked: Partial<PlanChoice>) {
  const kept = keptPlanOf(survey.plan)
  const choice = chosen(asked, kept)
  const people = strataPeople(geography, survey.territory, await selectMargins(reader, survey))
  const { mostServices } = survey.questionnaire ?? standardQuestionnaire
  const profile = survey.kind === 'satisfaction' ? await profileOf(obs, reader, survey.territory, mostServices) : null
  const uses = profile?.uses ?? []
  const shares = allocate(
    people.map(({ population }) => population),
    { total: choice.total, power: powers[choice.allocation], minimum: choice.minimum },
  )
  const strata = people.map(({ zone, population }, i) => ({
    zone,
    population,
    ...planned(shares[i] ?? 0, population, choice, uses),
  }))
  const n = strata.reduce((sum, stratum) => sum + stratum.planned, 0)
  const population = people.reduce((sum, each) => sum + each.population, 0)
  // All bodies together lose what unequal shares cost; each body by itself does not.
  const together = { ...choice, designEffect: choice.designEffect * allocationEffect(strata) }
  const letters = strata.reduce((sum, stratum) => sum + stratum.letters, 0)
  const needed = [0.02, 0.03, 0.05, 0.1].map((error) => ({
    error,
    respondents: Math.ceil(sampleSize({ error, designEffect: choice.designEffect, ...(population > 0 && { population }) })),
  }))
  const view: PlanView = {
    survey: surveyView(geography, survey),
    choice,
    strata,
    total: { ...planned(n, population, together, uses), letters, population },
    needed,
    from: profile && { title: profile.survey.title, designEffect: profile.designEffect },
    services: plannedServices(n, uses, together.designEffect),
    kept: kept !== null && strata.every(({ zone, planned: own }) => kept.strata[zone.code] === own) && isSame(kept, choice),
  }
  return view
}

function isSame(a: PlanChoice, b: PlanChoice): boolean {
  return (['total', 'allocation', 'minimum', 'designEffect', 'responseRate'] as const).every((name) => a[name] === b[name])
}

export function samplePlanning(tools: DeskTools): SamplePlanning {
  const obs = tools.observatory
  const load = (at: SurveyAddress, asked: Partial<PlanChoice>): Promise<PlanView> =>
    withAtlas(obs, async (reader, { geography }) => planOf(obs, reader, geography, await surveyAt(obs, reader, at), asked))
  return {
    async plan(viewer, at, asked) {
      authorise(viewer, 'surveys.read')
      return load(at, asked)
    },
    async keepPlan(viewer, at, asked, version) {
      authorise(viewer, 'surveys.manage')
      const { choice, strata } = await load(at, asked)
      const plan: KeptPlan = { ...choice, strata: Object.fromEntries(strata.map(({ zone, planned: n }) => [zone.code, n])) }
      await write(obs.db, async (writer) => {
        const survey = await surveyAt(obs, writer, at)
        if (survey.state !== 'draft' && survey.state !== 'open') throw new DomainError('survey.fieldOver', { code: at.code })
        if (!(await updateSurveyPlan(writer, survey, plan, version))) throw changedMeanwhile(at.code)
        const details = { total: strata.reduce((sum, { planned: n }) => sum + n, 0), allocation: choice.allocation }
        await recordAudit(writer, { actor: viewer, action: 'survey.planned', subject: subjectOf(survey), details })
      })
    },
  }
}
