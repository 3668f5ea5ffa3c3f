import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import { allocationCodes, type PlanChoice, type PlanView, type PlannedPrecision } from '#app/surveys/planSample.ts'
import { versionIn } from '../administration/form.tsx'
import type { Page, Visit } from '../page.ts'
import { readForm } from '../parts/form.tsx'
import { pathTo, paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { PrecisionChart } from './surveyCharts.tsx'
import { addressIn, points, SurveyHead, surveyPath } from './surveyParts.tsx'

interface Read {
  readonly asked: Partial<PlanChoice>
  /** A number was typed that cannot be taken. */
  readonly wrong: boolean
}

const limits = { n: [1, 100_000], min: [0, 5000], deff: [1, 10], rate: [1, 100] } as const

/** A number of the address within its limits; commas stand for points. */
function numberIn(query: URLSearchParams, name: keyof typeof limits): number | null | undefined {
  const text = query.get(name)?.trim().replace(',', '.') ?? ''
  if (text === '') return undefined
  const value = Number(text)
  const [from, to] = limits[name]
  const whole = name === 'n' || name === 'min' ? Math.round(value) : value
  return Number.isFinite(value) && value >= from && value <= to ? whole : null
}

function askedIn(query: URLSearchParams): Read {
  const [total, minimum, designEffect, rate] = (['n', 'min', 'deff', 'rate'] as const).map((name) => numberIn(query, name))
  const allocation = allocationCodes.find((code) => code === query.get('share'))
  return {
    asked: {
      ...(total != null && { total }),
      ...(minimum != null && { minimum }),
      ...(designEffect != null && { designEffect }),
      ...(rate != null && { responseRate: rate / 100 }),
      ...(allocation && { allocation }),
    },
    wrong: [total, minimum, designEffect, rate].includes(null),
  }
}

type Data = PlanView & { readonly wrong: boolean }
interface Props {
  readonly visit: Visit
  readonly data: Data
}

function inputsOf({ choice }: PlanView): Readonly<Record<string, string>> {
  return {
    n: String(choice.total),
    min: String(choice.minimum),
    deff: String(choice.designEffect),
    rate: String(Math.round(choice.responseRate * 1000) / 10),
    share: choice.allocation,
  }
}

const Choices: FC<Props> = ({ visit, data }) => {
  const { plan } = visit.words.surveys
  const values = inputsOf(data)
  const labels = { n: plan.total, min: plan.minimum, deff: plan.deff, rate: plan.rate } as const
  return (
    <form class="filters" method="get" action={surveyPath(visit, 'surveyPlan', data.survey).split('?')[0]}>
      <input type="hidden" name="territory" value={data.survey.territory} />
      {(['n', 'min', 'deff', 'rate'] as const).map((name) => (
        <p class="field">
          <label for={name}>{labels[name]}</label>
          <input id={name} name={name} value={values[name]} inputmode="decimal" size={7} />
        </p>
      ))}
      <p class="field">
        <label for="share">{plan.allocation}</label>
        <select id="share" name="share">
          {allocationCodes.map((code) => (
            <option value={code} selected={code === data.choice.allocation}>
              {plan.allocations[code]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{plan.show}</button>
    </form>
  )
}

const Keep: FC<Props> = ({ visit, data }) => {
  const { plan } = visit.words.surveys
  const { survey, kept } = data
  if (survey.state !== 'draft' && survey.state !== 'open') return <p class="notice">{plan.over}</p>
  if (kept) return <p class="notice">{plan.kept}</p>
  if (!may(visit.viewer, 'surveys.manage')) return <></>
  return (
    <form method="post" action={surveyPath(visit, 'surveyPlan', survey)} class="survey-actions">
      {Object.entries(inputsOf(data)).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="version" value={String(survey.version)} />
      <button type="submit">{plan.keep}</button> <span class="muted">{plan.notKept}</span>
    </form>
  )
}

const Figures: FC<{ visit: Visit; each: PlannedPrecision; population: number }> = ({ visit, each, population }) => {
  const { format, words } = visit
  const { plan } = words.surveys
  const { bestScore, worstScore, cells } = each
  return (
    <>
      <td class="number">{format.integer(population)}</td>
      <td class="number">{format.integer(each.planned)}</td>
      <td class="number">{format.integer(each.letters)}</td>
      <td class="number">{plan.margin(points(visit, each.proportion, 100))}</td>
      <td class="number">{bestScore === null ? '–' : plan.range(points(visit, bestScore), points(visit, worstScore))}</td>
      <td class="number">{cells ? plan.cellsOf(format.integer(cells.expected), format.integer(cells.all)) : '–'}</td>
    </>
  )
}

const Strata: FC<Props> = ({ visit, data }) => {
  const { plan } = visit.words.surveys
  return (
    <section>
      <h2 id="strata">{plan.strataTitle}</h2>
      <div class="admin-wide" tabindex={0} role="region" aria-label={plan.strataTitle}>
        <table class="survey-table">
          <thead>
            <tr>
              <th scope="col">{plan.zone}</th>
              <th scope="col">{plan.people}</th>
              <th scope="col">{plan.planned}</th>
              <th scope="col">{plan.letters}</th>
              <th scope="col">{plan.proportion}</th>
              <th scope="col">
                {plan.score} <span class="muted">{plan.scoreHint}</span>
              </th>
              <th scope="col">{plan.cells}</th>
            </tr>
          </thead>
          <tbody>
            {data.strata.map((stratum) => (
              <tr>
                <th scope="row">{stratum.zone.name[visit.language]}</th>
                <Figures visit={visit} each={stratum} population={stratum.population} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{plan.all}</th>
              <Figures visit={visit} each={data.total} population={data.total.population} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

const Precision: FC<Props> = ({ visit, data }) => {
  const { plan } = visit.words.surveys
  const filled = data.strata.filter(({ planned }) => planned > 0)
  if (filled.length === 0) return <></>
  const errors = filled.map(({ proportion }) => proportion)
  const text = (value: number): string => points(visit, value, 100)
  return (
    <figure class="survey-figure">
      <figcaption>{plan.chartCaption(text(Math.min(...errors)), text(Math.max(...errors)))}</figcaption>
      <PrecisionChart
        title={plan.chart}
        rows={filled.map(({ zone, proportion }) => ({
          label: zone.name[visit.language],
          error: proportion,
          text: plan.margin(text(proportion)),
        }))}
      />
    </figure>
  )
}

const Needed: FC<Props> = ({ visit, data }) => {
  const { plan } = visit.words.surveys
  return (
    <section aria-labelledby="needed">
      <h2 id="needed">{plan.neededTitle}</h2>
      <table class="survey-table narrow">
        <thead>
          <tr>
            <th scope="col">{plan.error}</th>
            <th scope="col">{plan.respondents}</th>
          </tr>
        </thead>
        <tbody>
          {data.needed.map(({ error, respondents }) => (
            <tr>
              <th scope="row">{plan.margin(points(visit, error, 100))}</th>
              <td class="number">{visit.format.integer(respondents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{plan.formula}</p>
    </section>
  )
}

const Services: FC<Props> = ({ visit, data }) => {
  const { words, format, language } = visit
  const { plan } = words.surveys
  if (!data.from) return data.survey.kind === 'satisfaction' ? <p class="notice">{plan.noFrom}</p> : <></>
  return (
    <section>
      <h2 id="services">{plan.servicesTitle}</h2>
      <p class="muted">{plan.from(data.from.title[language], format.fine(data.from.designEffect))}</p>
      <div class="admin-wide" tabindex={0} role="region" aria-label={plan.servicesTitle}>
        <table class="survey-table">
          <thead>
            <tr>
              {[plan.service, plan.used, plan.asked, plan.answers, plan.effective, plan.score].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.services.map((each) => (
              <tr>
                <th scope="row">{words.services[each.service].name}</th>
                <td class="number">{format.percent(each.used)}</td>
                <td class="number">{format.percent(each.asked)}</td>
                <td class="number">{format.integer(each.answers)}</td>
                <td class="number">{format.integer(each.effective)}</td>
                <td class="number">{plan.margin(points(visit, each.score))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const planPage: Page<Data> = {
  key: 'surveyPlan',
  needs: 'surveys.read',
  live: true,
  above: ['surveys'],
  async load(visit) {
    const { asked, wrong } = askedIn(visit.query)
    return { ...(await visit.desks.surveys.plan(visit.viewer, addressIn(visit), asked)), wrong }
  },
  title: (visit) => visit.words.surveys.plan.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { plan } = visit.words.surveys
    return (
      <>
        <SurveyHead visit={visit} survey={data.survey} current="surveyPlan" title={plan.title}>
          <p class="context">{plan.context}</p>
        </SurveyHead>
        {data.wrong && (
          <p class="notice warning" role="alert">
            {plan.wrongNumber}
          </p>
        )}
        <Choices visit={visit} data={data} />
        <Keep visit={visit} data={data} />
        <Strata visit={visit} data={data} />
        <Precision visit={visit} data={data} />
        <Needed visit={visit} data={data} />
        <Services visit={visit} data={data} />
      </>
    )
  },
}

export function addSurveyPlanRoutes(routing: Routing): void {
  routing.page(planPage)
  routing.on('POST', paths.surveyPlan, 'surveys.manage', async (c, visit) => {
    const typed = await readForm(c)
    const at = addressIn(visit)
    await visit.desks.surveys.keepPlan(visit.viewer, at, askedIn(typed).asked, versionIn(typed) ?? 0)
    return c.redirect(pathTo(visit.language, 'surveyPlan', visit.asked, { parts: { survey: at.code } }), 303)
  })
}
