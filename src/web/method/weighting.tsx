import type { FC } from 'hono/jsx'
import type { MethodView } from '#app/views.ts'
import type { Visit } from '../page.ts'
import { categoryName, variableName } from '../weights/names.ts'

/** The version in force and its settings: variables met, bounds, categories joined beforehand. */
const Version: FC<{ visit: Visit; weighting: MethodView['weighting'] }> = ({ visit, weighting }) => {
  const { words, format } = visit
  const { weights } = words
  const { number, name, settings, madeAt, margins } = weighting
  const when = format.instant(madeAt)
  const variables = [...new Set(margins.map(({ variable }) => variable))]
  const joins = Object.entries(settings.joined).flatMap(([variable, own]) =>
    Object.entries(own).map(([category, into]) =>
      weights.joinedText(categoryName(visit, variable, category), categoryName(visit, variable, into)),
    ),
  )
  return (
    <p>
      {name === null
        ? weights.publicAutomatic(format.integer(number), when)
        : weights.publicVersion(weights.versionName(format.integer(number), name), when)}{' '}
      {weights.publicVariables(format.list(variables.map((variable) => weights.variables[variable] ?? variable)))}{' '}
      {settings.bounds && weights.publicBounds(format.fine(settings.bounds.lower), format.fine(settings.bounds.upper))}{' '}
      {joins.length > 0 && weights.publicJoined(format.list(joins))}
    </p>
  )
}

/** Where the margins came from, each source once. */
const Sources: FC<{ visit: Visit; weighting: MethodView['weighting'] }> = ({ visit, weighting }) => {
  const { weights } = visit.words
  if (weighting.sources.length === 0) return <></>
  const bySource = Map.groupBy(
    weighting.sources,
    ({ source, referenceDate }) => `${source}${referenceDate ? ` (${referenceDate})` : ''}`,
  )
  return (
    <>
      <h3>{weights.publicSources}</h3>
      <ul class="plain-list">
        {[...bySource].map(([source, rows]) => (
          <li>{weights.publicSource(visit.format.list(rows.map(({ variable }) => variableName(visit, variable))), source)}</li>
        ))}
      </ul>
    </>
  )
}

/** How the weights in force were made: their version, the margins before and after, and what it cost. */
export const Weighting: FC<{ visit: Visit; view: MethodView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { method } = words
  const { weighting, survey } = view
  const target = (value: number): string => (value <= 1 ? format.percent(value) : format.integer(value))
  return (
    <section>
      <h2>{method.weightingTitle}</h2>
      <Version visit={visit} weighting={weighting} />
      <p>
        {method.weightingText(
          method.weightings[weighting.method] ?? weighting.method,
          format.integer(weighting.iterations),
          format.fine(weighting.designEffect),
          format.integer(survey.respondents),
          format.integer(weighting.effectiveN),
        )}{' '}
        {weighting.converged ? method.converged : method.notConverged}{' '}
        {method.gRange(format.fine(weighting.gMin), format.fine(weighting.gMax))}
      </p>
      <Sources visit={visit} weighting={weighting} />
      <details>
        <summary>{words.shell.seeTable}</summary>
        <div class="scroll" role="region" tabindex={0} aria-label={method.weightingTitle}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{method.variable}</th>
                <th scope="col" class="text">
                  {method.category}
                </th>
                <th scope="col">{method.target}</th>
                <th scope="col">{method.before}</th>
                <th scope="col">{method.after}</th>
              </tr>
            </thead>
            <tbody>
              {weighting.margins.map((margin) => (
                <tr>
                  <th scope="row">{variableName(visit, margin.variable)}</th>
                  <td class="text">{categoryName(visit, margin.variable, margin.category)}</td>
                  <td>{target(margin.target)}</td>
                  <td>{target(margin.before)}</td>
                  <td>{target(margin.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
