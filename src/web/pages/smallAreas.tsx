import type { FC } from 'hono/jsx'
import type { ModelledArea, ModelView, SmallAreasView } from '#app/smallAreas/smallAreaViews.ts'
import type { CriterionCode } from '#domain/survey'
import type { Page, Visit } from '../page.ts'
import { ServiceOptions } from '../parts/options.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'
import { ModelMap } from '../smallAreas/modelMap.tsx'

function titleOf(visit: Visit, view: SmallAreasView): string {
  const { words } = visit
  return words.smallAreas.title[view.level](inWords(visit, view.territory).of, view.territory.country)
}

/** The service and the criterion in view, or that it is all of them. */
function subjectOf({ words }: Visit, { service, criterion }: SmallAreasView): string {
  return words.smallAreas.subject(service && words.services[service].name, criterion && words.criteria[criterion].name)
}

const Choice: FC<{ visit: Visit; view: SmallAreasView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { smallAreas } = words
  return (
    <form class="filters" method="get" action={paths.smallAreas[language]} aria-label={smallAreas.choice}>
      <input type="hidden" name="territory" value={asked.territory} />
      <p class="field">
        <label for="level">{smallAreas.level}</label>
        <select id="level" name="level">
          {(['commune', 'epci'] as const).map((level) => (
            <option value={level} selected={level === view.level}>
              {smallAreas.levels[level][view.territory.country]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="service">{smallAreas.service}</label>
        <select id="service" name="service">
          <option value="">{smallAreas.allServices}</option>
          <ServiceOptions visit={visit} chosen={view.service} />
        </select>
      </p>
      <p class="field">
        <label for="criterion">{smallAreas.criterion}</label>
        <select id="criterion" name="criterion">
          <option value="">{smallAreas.allCriteria}</option>
          {(Object.keys(words.criteria) as CriterionCode[]).map((code) => (
            <option value={code} selected={code === view.criterion}>
              {words.criteria[code].name}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{smallAreas.show}</button>
    </form>
  )
}

const Row: FC<{ visit: Visit; area: ModelledArea; hasBody: boolean; isRegression: boolean }> = ({
  visit,
  area,
  hasBody,
  isRegression,
}) => {
  const { words, format, language } = visit
  const { smallAreas } = words
  return (
    <tr>
      <th scope="row">{area.zone.name[language]}</th>
      {hasBody && <td class="text">{area.body?.name[language] ?? ''}</td>}
      <td>{format.decimal(area.estimate)}</td>
      <td>{words.shell.interval(format.decimal(area.lower), format.decimal(area.upper))}</td>
      <td>{format.fine(area.rmse)}</td>
      <td>{area.n === null ? smallAreas.fewAnswers : format.integer(area.n)}</td>
      <td class="text">{smallAreas.kinds[isRegression ? 'synthetic' : area.kind]}</td>
    </tr>
  )
}

/** By name and not by figure: modelled figures are not ranked. */
const Table: FC<{ visit: Visit; view: SmallAreasView; model: ModelView }> = ({ visit, view, model }) => {
  const { smallAreas } = visit.words
  const { country } = view.territory
  const hasBody = view.level === 'commune'
  const { language } = visit
  const areas = model.areas.toSorted((a, b) => a.zone.name[language].localeCompare(b.zone.name[language], language))
  return (
    <>
      <h2>{smallAreas.table}</h2>
      <div class="scroll" role="region" tabindex={0} aria-label={smallAreas.table}>
        <table class="figures modelled">
          <thead>
            <tr>
              <th scope="col" class="text">
                {smallAreas.zone[view.level][country]}
              </th>
              {hasBody && (
                <th scope="col" class="text">
                  {smallAreas.zone.epci[country]}
                </th>
              )}
              <th scope="col">{smallAreas.estimate}</th>
              <th scope="col">{smallAreas.interval}</th>
              <th scope="col">{smallAreas.rmse}</th>
              <th scope="col">{smallAreas.answers}</th>
              <th scope="col" class="text">
                {smallAreas.kind}
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <Row visit={visit} area={area} hasBody={hasBody} isRegression={model.between === 0} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const Method: FC<{ visit: Visit; view: SmallAreasView; model: ModelView }> = ({ visit, view, model }) => {
  const { words, format, language, asked } = visit
  const { method } = words.smallAreas
  return (
    <details class="how">
      <summary>{method.title}</summary>
      <ul>
        <li>{method.model}</li>
        <li>
          {method.fitted(
            format.integer(model.fitted),
            format.integer(model.zones),
            inWords(visit, view.root).of,
            format.list(model.covariates.map((each) => method.covariates[each])),
          )}
        </li>
        <li>{method.smoothed}</li>
        <li>{model.between > 0 ? method.between(format.fine(model.between)) : method.nothingBetween}</li>
        <li>{method.benchmarked(format.fine(model.total), format.fine(100 * (model.factor - 1)))}</li>
        <li>{method.error}</li>
        <li>{method.disclosure}</li>
      </ul>
      <p>
        <a href={pathTo(language, 'method', asked)}>{words.pageNames.method}</a>
      </p>
    </details>
  )
}

export const smallAreasPage: Page<SmallAreasView> = {
  key: 'smallAreas',
  load: ({ desks, viewer, asked, query }) =>
    desks.smallAreas.page(viewer, {
      territory: asked.territory,
      service: query.get('service') || null,
      criterion: query.get('criterion') || null,
      level: query.get('level'),
    }),
  title: titleOf,
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format, language } = visit
    const { smallAreas } = words
    const { survey, model } = view
    const field = smallAreas.field(
      survey.title[language],
      format.firstDate(survey.fieldStart, survey.fieldEnd),
      format.date(survey.fieldEnd),
    )
    return (
      <>
        <h1>{titleOf(visit, view)}</h1>
        <p class="context">
          <strong class="tag">{smallAreas.tag}</strong> {subjectOf(visit, view)}{' '}
          {survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>}
        </p>
        <p>{smallAreas.lead}</p>
        <Choice visit={visit} view={view} />
        {model ? (
          <>
            <ModelMap visit={visit} view={view} />
            <Table visit={visit} view={view} model={model} />
            <Method visit={visit} view={view} model={model} />
          </>
        ) : (
          <p class="notice">{smallAreas.tooFew}</p>
        )}
        <p class="muted">
          {field} {survey.source[language]}
        </p>
      </>
    )
  },
}
