import type { FC } from 'hono/jsx'
import type { SurveyChoices, TypedSurvey } from '#app/surveys/editSurvey.ts'
import { interviewMinutes, longestInterview, standardQuestionnaire } from '#app/surveys/interviewLength.ts'
import type { SurveyPage } from '#app/surveys/surveyLife.ts'
import { surveyActions } from '../addresses/surveys.ts'
import { FormHead, formWith, Pick, saved, takeForm, Text, Ticks, Version, versionIn, faultsOf } from '../administration/form.tsx'
import type { FormPage, FormState } from '../administration/form.tsx'
import type { Page, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { pathTo, paths } from '../paths.ts'
import type { Routing, WebContext } from '../routing.ts'
import { addressIn, surveyAction, surveyPath } from './surveyParts.tsx'

interface FormData {
  readonly choices: SurveyChoices
  readonly form: FormState
}

interface EditData extends FormData {
  readonly survey: SurveyPage
}

/** What the form says of the length, as far as it says numbers. */
function minutesIn({ typed }: FormState): number | null {
  const [mostServices, subCriteriaOneIn] = [Number(typed.get('mostServices')), Number(typed.get('subCriteriaOneIn'))]
  if (!(mostServices >= 1) || !(subCriteriaOneIn >= 1)) return null
  const options = typed.getAll('options')
  const questionnaire = {
    mostServices,
    subCriteriaOneIn,
    importance: options.includes('importance'),
    verbatims: options.includes('verbatims'),
  }
  return interviewMinutes(typed.get('kind') === 'elicitation' ? 'elicitation' : 'satisfaction', questionnaire)
}

const Length: FC<{ visit: Visit; form: FormState }> = ({ visit, form }) => {
  const { form: text } = visit.words.surveys
  const minutes = minutesIn(form)
  if (minutes === null) return <></>
  const long = minutes > longestInterview
  return (
    <div class={long ? 'survey-length notice warning' : 'survey-length'} role={long ? 'alert' : undefined}>
      <p>
        {text.lengthLabel} <b>{text.length(visit.format.decimal(minutes))}</b>
      </p>
      {long && <p>{text.tooLong}</p>}
      <p class="muted">{text.lengthNote}</p>
      <button type="submit" class="quiet" name="check" value="1">
        {text.check}
      </button>
    </div>
  )
}

const About: FC<{ visit: Visit; form: FormState; choices: SurveyChoices; isNew: boolean }> = ({
  visit,
  form,
  choices,
  isNew,
}) => {
  const { form: text } = visit.words.surveys
  const roots = choices.roots.map(({ code, name }) => [code, name[visit.language]] as const)
  return (
    <fieldset class="survey-fields">
      <legend>{text.about}</legend>
      <Text form={form} name="titleFr" label={text.titleFr} lang="fr" />
      <Text form={form} name="titleEn" label={text.titleEn} lang="en" />
      <Pick form={form} name="kind" label={text.kind} hint={text.kindHint} options={Object.entries(text.kinds)} />
      {isNew && <Pick form={form} name="territory" label={text.territory} options={roots} />}
      <Pick form={form} name="grid" label={text.grid} options={choices.grids.map((code) => [code, code] as const)} />
      <Text form={form} name="fieldStart" label={text.fieldStart} hint={text.dayHint} inputmode="numeric" />
      <Text form={form} name="fieldEnd" label={text.fieldEnd} hint={text.dayHint} inputmode="numeric" />
      <Text form={form} name="sourceFr" label={text.sourceFr} hint={text.sourceHint} lang="fr" />
      <Text form={form} name="sourceEn" label={text.sourceEn} hint={text.sourceHint} lang="en" />
    </fieldset>
  )
}

const Asked: FC<{ visit: Visit; form: FormState }> = ({ visit, form }) => {
  const { form: text } = visit.words.surveys
  const options = (['importance', 'verbatims', 'openLink'] as const).map((name) => [name, text[name]] as const)
  return (
    <fieldset class="survey-fields">
      <legend>{text.questionnaire}</legend>
      <Text form={form} name="mostServices" label={text.mostServices} hint={text.mostServicesHint} inputmode="numeric" />
      <Text
        form={form}
        name="subCriteriaOneIn"
        label={text.subCriteriaOneIn}
        hint={text.subCriteriaOneInHint}
        inputmode="numeric"
      />
      <Ticks form={form} name="options" legend={text.options} options={options} />
      <Length visit={visit} form={form} />
    </fieldset>
  )
}

function typedOf(typed: URLSearchParams): TypedSurvey {
  const text = (name: string): string => (typed.get(name) ?? '').trim()
  const options = typed.getAll('options')
  return {
    title: { fr: text('titleFr'), en: text('titleEn') },
    kind: text('kind'),
    territory: text('territory'),
    grid: text('grid'),
    fieldStart: text('fieldStart'),
    fieldEnd: text('fieldEnd'),
    source: { fr: text('sourceFr'), en: text('sourceEn') },
    mostServices: text('mostServices'),
    subCriteriaOneIn: text('subCriteriaOneIn'),
    importance: options.includes('importance'),
    verbatims: options.includes('verbatims'),
    openLink: options.includes('openLink'),
    version: versionIn(typed),
  }
}

const newPage: Page<FormData> = {
  key: 'surveyNew',
  needs: 'surveys.manage',
  live: true,
  above: ['surveys'],
  async load({ desks, viewer, asked }) {
    const choices = await desks.surveys.surveyChoices(viewer, asked.territory)
    const { mostServices, subCriteriaOneIn } = standardQuestionnaire
    const form = formWith({
      kind: 'satisfaction',
      territory: choices.root,
      grid: choices.grids[0] ?? '',
      mostServices: String(mostServices),
      subCriteriaOneIn: String(subCriteriaOneIn),
      options: ['importance', 'verbatims', 'openLink'],
    })
    return { choices, form }
  },
  title: (visit) => visit.words.surveys.form.newTitle,
  synthetic: () => false,
  view: (visit, { choices, form }) => {
    const { administration, surveys } = visit.words
    return (
      <>
        <h1>{surveys.form.newTitle}</h1>
        <p class="context">{surveys.form.newContext}</p>
        <FormHead visit={visit} form={form} />
        <form method="post" action={pathTo(visit.language, 'surveyNew', visit.asked)}>
          <About visit={visit} form={form} choices={choices} isNew />
          <Asked visit={visit} form={form} />
          <button type="submit">{administration.create}</button>
        </form>
      </>
    )
  },
}

async function loadEdit(visit: Visit): Promise<EditData> {
  const { desks, viewer } = visit
  const survey = await desks.surveys.survey(viewer, addressIn(visit))
  const { title, source, questionnaire, kind, grid, fieldStart, fieldEnd, version } = survey
  const asked = questionnaire ?? standardQuestionnaire
  const options = [
    ...(asked.importance ? ['importance'] : []),
    ...(asked.verbatims ? ['verbatims'] : []),
    ...(asked.openLink === false ? [] : ['openLink']),
  ]
  const form = formWith({
    titleFr: title.fr,
    titleEn: title.en,
    kind,
    grid,
    fieldStart,
    fieldEnd,
    sourceFr: source.fr,
    sourceEn: source.en,
    mostServices: String(asked.mostServices),
    subCriteriaOneIn: String(asked.subCriteriaOneIn),
    options,
    version: String(version),
  })
  return { survey, choices: await desks.surveys.surveyChoices(viewer, survey.territory), form }
}

const editPage: Page<EditData> = {
  key: 'surveyEdit',
  needs: 'surveys.manage',
  live: true,
  above: ['surveys'],
  load: loadEdit,
  title: (visit) => visit.words.surveys.form.editTitle,
  crumb: (visit, { survey }) => survey.title[visit.language],
  synthetic: () => false,
  view: (visit, { survey, choices, form }) => {
    const { administration, surveys } = visit.words
    const here = surveyPath(visit, 'surveyEdit', survey)
    return (
      <>
        <h1>{surveys.form.editTitle}</h1>
        <p class="context">{surveys.form.editContext}</p>
        <FormHead visit={visit} form={form} present={here} />
        <form method="post" action={here}>
          <Version form={form} />
          <About visit={visit} form={form} choices={choices} isNew={false} />
          <Asked visit={visit} form={form} />
          <button type="submit">{administration.save}</button>
        </form>
        {survey.state === 'draft' && (
          <details class="admin-danger">
            <summary>{surveys.form.delete}</summary>
            <p>{surveys.form.deleteNote}</p>
            <form method="post" action={surveyAction(visit, surveyActions.deleteSurvey, survey)}>
              <button type="submit">{surveys.form.delete}</button>
            </form>
          </details>
        )}
      </>
    )
  },
}

const editForm: FormPage<EditData> = {
  page: editPage,
  load: loadEdit,
  // Asked for the length alone, nothing is saved and nothing is at fault: the form comes back with it.
  save: (visit, typed) =>
    typed.get('check') === '1'
      ? Promise.resolve({})
      : visit.desks.surveys.saveSurvey(visit.viewer, addressIn(visit), typedOf(typed)),
  next: (visit) => saved(surveyPath(visit, 'survey', addressIn(visit))),
}

async function create(routing: Routing, c: WebContext, visit: Visit): Promise<Response> {
  const typed = await readForm(c)
  const again = async (faults: FormState['faults'], status: 200 | 422): Promise<Response> =>
    routing.show(c, visit, newPage, { ...(await newPage.load(visit)), form: { typed, faults, conflict: false } }, status)
  if (typed.get('check') === '1') return again({}, 200)
  const result = await visit.desks.surveys.createSurvey(visit.viewer, typedOf(typed))
  if ('issues' in result) return again(faultsOf(visit, result.issues), 422)
  return c.redirect(saved(surveyPath(visit, 'survey', result.made)), 303)
}

export function addSurveyFormRoutes(routing: Routing): void {
  routing.page(newPage)
  routing.page(editPage)
  routing.on('POST', paths.surveyNew, 'surveys.manage', (c, visit) => create(routing, c, visit))
  routing.on('POST', paths.surveyEdit, 'surveys.manage', async (c, visit) => takeForm(routing, c, visit, editForm))
}
