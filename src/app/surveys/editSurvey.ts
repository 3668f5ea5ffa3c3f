import { randomUUID } from 'node:crypto'
import type { Viewer } from '#domain/accounts'
import type { Questionnaire } from '#domain/survey'
import type { Geography } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { selectGrids } from '#store/gridVersions.ts'
import { write, type Reader, type Writer } from '#store/open.ts'
import { deleteSurveyDraft, insertSurveyDraft, surveyCodes, updateSurveyDraft, type SurveyContent } from '#store/surveyAdmin.ts'
import { changedMeanwhile, issuesOf, noneOf, textIssue, type Issues } from '../administration/formIssues.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, withAtlas } from '../observatory.ts'
import { authorise } from '../rights.ts'
import type { ZoneName } from '../views.ts'
import { builtInGrid } from './grids.ts'
import { marginsForNew } from './surveyMargins.ts'
import { lockedSurvey, subjectOf, surveyAt, type SurveyAddress } from './surveyViews.ts'

/** What somebody typed of a survey; codes and numbers as text, not yet trusted. */
export interface TypedSurvey {
  readonly title: Bilingual
  readonly kind: string
  readonly territory: string
  readonly grid: string
  readonly fieldStart: string
  readonly fieldEnd: string
  readonly source: Bilingual
  readonly mostServices: string
  readonly subCriteriaOneIn: string
  readonly importance: boolean
  readonly verbatims: boolean
  readonly openLink: boolean
  /** `null` for a new survey. */
  readonly version: number | null
}

/** What a survey may be made of. */
export interface SurveyChoices {
  readonly roots: readonly ZoneName[]
  /** The root of the territory in view, else the first. */
  readonly root: string
  /** Published versions of the grid, the latest first. */
  readonly grids: readonly string[]
}

/** What can be set of a questionnaire: from, to. */
const questionnaireRange = { mostServices: [1, 8], subCriteriaOneIn: [1, 6] } as const

export interface SurveyEditing {
  surveyChoices(viewer: Viewer, territory: string): Promise<SurveyChoices>
  /** Makes a draft; its address, or what is wrong. */
  createSurvey(viewer: Viewer, given: TypedSurvey): Promise<{ readonly issues: Issues } | { readonly made: SurveyAddress }>
  /** Changes a draft; its territory stays. Refuses with `version.changed`, `survey.notDraft`, `survey.unknown`. */
  saveSurvey(viewer: Viewer, at: SurveyAddress, given: TypedSurvey): Promise<Issues | null>
  /** Deletes a draft; refuses with `survey.notDraft`. */
  deleteSurvey(viewer: Viewer, at: SurveyAddress): Promise<void>
}

function rootsOf(geography: Geography): ZoneName[] {
  const roots = new Set(geography.zones.flatMap(({ root }) => root ?? []))
  return [...roots].map((code) => zoneName(geography.get(code))).toSorted((a, b) => a.name.fr.localeCompare(b.name.fr, 'fr'))
}

async function choicesOf(tools: DeskTools, reader: Reader, geography: Geography, territory: string): Promise<SurveyChoices> {
  const kept = await selectGrids(reader)
  const first = builtInGrid(tools).code
  const published = kept.filter(({ state }) => state === 'published').map(({ code }) => code)
  const grids = published.includes(first) ? published : [first, ...published]
  const roots = rootsOf(geography)
  return { roots, root: geography.find(territory)?.root ?? roots[0]?.code ?? '', grids: grids.toReversed() }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function dateIssues({ fieldStart, fieldEnd }: TypedSurvey): Readonly<Record<string, string | null>> {
  const wrong = { fieldStart: isDay(fieldStart) ? null : 'date.invalid', fieldEnd: isDay(fieldEnd) ? null : 'date.invalid' }
  if (wrong.fieldStart || wrong.fieldEnd) return wrong
  return { ...wrong, fieldEnd: fieldEnd < fieldStart ? 'dates.order' : null }
}

function inRange(text: string, [from, to]: readonly [number, number]): string | null {
  return /^\d{1,2}$/.test(text) && Number(text) >= from && Number(text) <= to ? null : 'number.outside'
}

function issuesIn(given: TypedSurvey, { roots, grids }: SurveyChoices): Issues {
  return issuesOf({
    titleFr: textIssue(given.title.fr, 200),
    titleEn: textIssue(given.title.en, 200),
    kind: given.kind === 'satisfaction' || given.kind === 'elicitation' ? null : 'choice.missing',
    territory: roots.some(({ code }) => code === given.territory) ? null : 'choice.missing',
    grid: grids.includes(given.grid) ? null : 'choice.missing',
    ...dateIssues(given),
    sourceFr: textIssue(given.source.fr),
    sourceEn: textIssue(given.source.en),
    mostServices: inRange(given.mostServices, questionnaireRange.mostServices),
    subCriteriaOneIn: inRange(given.subCriteriaOneIn, questionnaireRange.subCriteriaOneIn),
  })
}

function questionnaireOf(given: TypedSurvey): Questionnaire {
  const { importance, verbatims, openLink } = given
  return {
    mostServices: Number(given.mostServices),
    subCriteriaOneIn: Number(given.subCriteriaOneIn),
    importance,
    verbatims,
    openLink,
  }
}

function contentOf(given: TypedSurvey): SurveyContent {
  const trimmed = ({ fr, en }: Bilingual): Bilingual => ({ fr: fr.trim(), en: en.trim() })
  return {
    title: trimmed(given.title),
    kind: given.kind === 'elicitation' ? 'elicitation' : 'satisfaction',
    grid: given.grid,
    fieldStart: given.fieldStart,
    fieldEnd: given.fieldEnd,
    source: trimmed(given.source),
    questionnaire: questionnaireOf(given),
  }
}

/**
 * A code from the French title and the year of the field, free among those taken: small letters, digits and hyphens.
 *
 * Example: `surveyCodeOf('Besoins des usagers de l’Audomarois', '2027-01-05', [])` is `besoins-des-usagers-2027`.
 */
function surveyCodeOf(title: string, fieldStart: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\b\d{4}\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const year = fieldStart.slice(0, 4)
  const base = `${words.slice(0, 3).join('-').slice(0, 40).replace(/-$/, '') || 'enquete'}-${year}`
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${number}`)) number++
  return `${base}-${number}`
}

async function insertNew(writer: Writer, tools: DeskTools, viewer: Viewer, given: TypedSurvey): Promise<SurveyAddress> {
  const { geography } = await loadAtlas(writer, tools.observatory.caches)
  const { territory } = given
  const content = contentOf(given)
  const code = surveyCodeOf(content.title.fr, content.fieldStart, await surveyCodes(writer, territory))
  const margins = content.kind === 'satisfaction' ? await marginsForNew(writer, geography, territory) : []
  await insertSurveyDraft(writer, { territory, id: randomUUID(), code }, content, margins)
  await recordAudit(writer, { actor: viewer, action: 'survey.created', subject: subjectOf({ territory, code }) })
  return { territory, code }
}

export function surveyEditing(tools: DeskTools): SurveyEditing {
  const obs = tools.observatory
  return {
    surveyChoices(viewer, territory) {
      authorise(viewer, 'surveys.manage')
      return withAtlas(obs, (reader, { geography }) => choicesOf(tools, reader, geography, territory))
    },
    async createSurvey(viewer, given) {
      authorise(viewer, 'surveys.manage')
      const choices = await withAtlas(obs, (reader, { geography }) => choicesOf(tools, reader, geography, given.territory))
      const issues = issuesIn(given, choices)
      if (!noneOf(issues)) return { issues }
      return { made: await write(obs.db, (writer) => insertNew(writer, tools, viewer, given)) }
    },
    async saveSurvey(viewer, at, typed) {
      authorise(viewer, 'surveys.manage')
      const { given, issues } = await withAtlas(obs, async (reader, { geography }) => {
        const { territory } = await surveyAt(obs, reader, at)
        const own = { ...typed, territory }
        return { given: own, issues: issuesIn(own, await choicesOf(tools, reader, geography, territory)) }
      })
      if (!noneOf(issues)) return issues
      return write(obs.db, async (writer) => {
        const survey = await surveyAt(obs, writer, at)
        if (survey.state !== 'draft') throw new DomainError('survey.notDraft', { code: at.code })
        const saved = await updateSurveyDraft(writer, survey, contentOf(given), given.version ?? 0)
        if (!saved) throw changedMeanwhile(at.code)
        await recordAudit(writer, { actor: viewer, action: 'survey.changed', subject: subjectOf(survey) })
        return null
      })
    },
    async deleteSurvey(viewer, at) {
      authorise(viewer, 'surveys.manage')
      await write(obs.db, async (writer) => {
        const survey = await lockedSurvey(obs, writer, at)
        if (survey.state !== 'draft') throw new DomainError('survey.notDraft', { code: at.code })
        await deleteSurveyDraft(writer, survey)
        await recordAudit(writer, { actor: viewer, action: 'survey.deleted', subject: subjectOf(survey) })
      })
    },
  }
}
