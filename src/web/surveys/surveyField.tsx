import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import { sheetModes, type FieldView, type Quota } from '#app/surveys/fieldWork.ts'
import { csvField } from '#app/exportMatrix.ts'
import type { SurveyView } from '#app/surveys/surveyViews.ts'
import type { Page, Shown, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { dailyTotals, DayChart } from './surveyCharts.tsx'
import { addressIn, points, publicAddress, SurveyHead, surveyPath } from './surveyParts.tsx'

interface Props {
  readonly visit: Visit
  readonly data: FieldView
}

const Days: FC<Props> = ({ visit, data }) => {
  const { words, format } = visit
  const { field } = words.surveys
  const totals = dailyTotals(data.days)
  const [peak] = totals.toSorted((a, b) => b.sheets - a.sheets)
  if (!peak) return <p class="notice">{field.none}</p>
  const of = (day: string, mode: string): number => data.days.find((each) => each.day === day && each.mode === mode)?.sheets ?? 0
  return (
    <section aria-labelledby="days">
      <h2 id="days">{field.days}</h2>
      <figure class="survey-figure">
        <figcaption>{field.daysCaption(format.integer(peak.sheets), format.date(peak.day))}</figcaption>
        <DayChart title={field.days} days={data.days} dateText={(day) => format.date(day)} />
      </figure>
      <details>
        <summary>{field.days}</summary>
        <table class="survey-table narrow">
          <thead>
            <tr>
              <th scope="col">{field.day}</th>
              {sheetModes.map((mode) => (
                <th scope="col">{field.modes[mode]}</th>
              ))}
              <th scope="col">{field.total}</th>
            </tr>
          </thead>
          <tbody>
            {totals
              .filter(({ sheets }) => sheets > 0)
              .map(({ day, sheets }) => (
                <tr>
                  <th scope="row">{format.date(day)}</th>
                  {sheetModes.map((mode) => (
                    <td class="number">{format.integer(of(day, mode))}</td>
                  ))}
                  <td class="number">{format.integer(sheets)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

const Reached: FC<{ visit: Visit; quota: Quota }> = ({ visit, quota }) => {
  const { format, words } = visit
  const { few } = words.surveys.field
  const { target, count } = quota
  const share = target && count !== 'few' ? Math.min(1, count / target) : null
  return (
    <>
      <td class="number">{target === null ? '–' : format.integer(target)}</td>
      <td class="number">{count === 'few' ? few : format.integer(count)}</td>
      <td>
        {share !== null && (
          <>
            <progress max={100} value={Math.round(share * 100)} aria-hidden="true"></progress> {format.percent(share)}
          </>
        )}
      </td>
    </>
  )
}

const Quotas: FC<Props> = ({ visit, data }) => {
  const { words, language } = visit
  const { field } = words.surveys
  return (
    <>
      <section>
        <h2 id="strata">{field.strata}</h2>
        <div class="admin-wide" tabindex={0} role="region" aria-label={field.strata}>
          <table class="survey-table">
            <thead>
              <tr>
                {[field.zone, field.target, field.received, field.reached, field.precision].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.strata.map((stratum) => (
                <tr>
                  <th scope="row">{stratum.zone.name[language]}</th>
                  <Reached visit={visit} quota={stratum} />
                  <td class="number">{stratum.proportion === null ? '–' : points(visit, stratum.proportion, 100)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {data.unplaced > 0 && <p class="muted">{field.unplaced(visit.format.integer(data.unplaced))}</p>}
      </section>
      <section aria-labelledby="groups">
        <h2 id="groups">{field.groups}</h2>
        <table class="survey-table narrow">
          <thead>
            <tr>
              {[field.group, field.target, field.received, field.reached].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.groups.map((group) => (
              <tr>
                <th scope="row">
                  {words.publics[`sex:${group.sex}` as 'sex:female']}, {words.publics[`age:${group.age}` as 'age:18-29']}
                </th>
                <Reached visit={visit} quota={group} />
              </tr>
            ))}
          </tbody>
        </table>
        <p class="muted">
          {field.fewNote} {data.untold > 0 && field.untold(visit.format.integer(data.untold))}
        </p>
      </section>
    </>
  )
}

const Letters: FC<{ visit: Visit; survey: SurveyView }> = ({ visit, survey }) => {
  const { field } = visit.words.surveys
  const usable = survey.state === 'draft' || survey.state === 'open'
  if (!usable || !may(visit.viewer, 'surveys.manage')) return <></>
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{field.lettersTitle}</h2>
      <p class="survey-text">{field.lettersText}</p>
      <form method="post" action={surveyPath(visit, 'surveyLetters', survey)}>
        <p class="form-field">
          <label for="count">{field.lettersCount}</label>
          <span class="hint" id="count-hint">
            {field.lettersHint}
          </span>
          <input id="count" name="count" inputmode="numeric" aria-describedby="count-hint" value="100" />
        </p>
        <div class="survey-actions">
          <button type="submit" name="as" value="print">
            {field.print}
          </button>
          <button type="submit" name="as" value="csv" class="quiet">
            {field.csv}
          </button>
          <a href={surveyPath(visit, 'surveyPoster', survey)}>{field.poster}</a>
        </div>
      </form>
    </section>
  )
}

const Underway: FC<Props> = ({ visit, data }) => {
  const { words, format } = visit
  const { field } = words.surveys
  const { codes, begun, drafts, forms } = data.counts
  const rows = [
    [field.codes, codes],
    [field.begun, begun],
    [field.drafts, drafts],
    [field.forms, forms],
  ] as const
  return (
    <dl class="survey-counts" aria-label={field.under}>
      {rows.map(([name, count]) => (
        <div>
          <dt>{name}</dt>
          <dd>{format.integer(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

export const fieldPage: Page<FieldView> = {
  key: 'surveyField',
  needs: 'surveys.read',
  live: true,
  above: ['surveys'],
  load: (visit) => visit.desks.surveys.field(visit.viewer, addressIn(visit)),
  title: (visit) => visit.words.surveys.field.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, format } = visit
    const { field } = words.surveys
    const { survey, planned } = data
    return (
      <>
        <SurveyHead visit={visit} survey={survey} current="surveyField" title={field.title}>
          <p class="context">
            {field.context(format.integer(survey.respondents), survey.respondents === 1)}{' '}
            {planned === null ? (
              <>
                {field.noPlan} <a href={surveyPath(visit, 'surveyPlan', survey)}>{field.goPlan}</a>
              </>
            ) : (
              field.ofPlanned(format.integer(planned))
            )}
          </p>
        </SurveyHead>
        <Underway visit={visit} data={data} />
        <Days visit={visit} data={data} />
        <Quotas visit={visit} data={data} />
        <Letters visit={visit} survey={survey} />
      </>
    )
  },
}

interface LetterData {
  readonly survey: SurveyView
  readonly codes: readonly string[]
}

const lettersPage: Shown<LetterData> = {
  key: 'surveyLetters',
  needs: 'surveys.manage',
  live: true,
  above: ['surveys'],
  title: (visit, { codes }) => visit.words.surveys.letters.title(visit.format.integer(codes.length)),
  synthetic: () => false,
  view: (visit, { survey, codes }) => {
    const { letters } = visit.words.surveys
    const address = publicAddress(visit, survey, visit.language)
    return (
      <>
        <h1>{letters.title(visit.format.integer(codes.length))}</h1>
        <p class="notice warning" role="alert">
          {letters.warning}
        </p>
        <ul class="survey-slips">
          {codes.map((code) => (
            <li>
              <span>{letters.slip}</span>
              <b>{code}</b>
              <span>
                {letters.where} {address}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={surveyPath(visit, 'surveyField', survey)}>{letters.back}</a>
        </p>
      </>
    )
  },
}

function lettersCsv(visit: Visit, { survey, codes }: LetterData): string {
  const { columns } = visit.words.surveys.letters
  const address = publicAddress(visit, survey, visit.language)
  const lines = codes.map((code) => [code, address].map(csvField).join(','))
  return `${[`${columns.code},${columns.address}`, ...lines].join('\r\n')}\r\n`
}

export function addSurveyFieldRoutes(routing: Routing): void {
  routing.page(fieldPage)
  // Codes are shown once: whoever comes back to their address is led to the field.
  routing.on('GET', paths.surveyLetters, 'surveys.manage', (c, visit) =>
    Promise.resolve(c.redirect(surveyPath(visit, 'surveyField', addressIn(visit)), 303)),
  )
  routing.on('POST', paths.surveyLetters, 'surveys.manage', async (c, visit) => {
    const typed = await readForm(c)
    const text = typed.get('count')?.trim() ?? ''
    const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    const made = await visit.desks.surveys.makeCodes(visit.viewer, addressIn(visit), count)
    if (typed.get('as') !== 'csv') return routing.show(c, visit, lettersPage, made, 200)
    c.header('Cache-Control', 'private, no-store')
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="${made.survey.code}-codes.csv"`)
    return c.body(lettersCsv(visit, made))
  })
}
