import type { FC } from 'hono/jsx'
import type { MethodView } from '#app/views.ts'
import type { PublicCode } from '#domain/survey'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'

/** A margin's category in words: a user group's name where it is one, else the code or name as it came. */
function categoryName(visit: Visit, variable: string, category: string): string {
  const code = `${variable}:${category}`
  const known = visit.words.publics[code as PublicCode] as string | undefined
  return capital(known ?? category)
}

/** What raking did: the margins before and after, and what it cost. */
export const Weighting: FC<{ visit: Visit; view: MethodView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { method } = words
  const { weighting, survey } = view
  const target = (value: number): string => (value <= 1 ? format.percent(value) : format.integer(value))
  return (
    <section>
      <h2>{method.weightingTitle}</h2>
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
                  <th scope="row">{capital(method.variables[margin.variable] ?? margin.variable)}</th>
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
