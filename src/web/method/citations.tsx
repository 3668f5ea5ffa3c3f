import type { FC } from 'hono/jsx'
import type { MethodView } from '#app/views.ts'
import type { CriterionCode } from '#domain/survey'
import { ShareBars } from '../charts/shareBars.tsx'
import type { Visit } from '../page.ts'

/** How often the first survey's users named each criterion, the most named first. */
export const Citations: FC<{ visit: Visit; view: MethodView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { method } = words
  const rows = view.citations.toSorted((a, b) => b.share - a.share)
  const first = rows[0]
  if (!first || !view.elicitation) return <></>
  const name = (code: string): string => words.criteria[code as CriterionCode].name
  const n = format.integer(view.elicitation.respondents)
  return (
    <section>
      <h2>{method.citationsTitle}</h2>
      <p>{method.citationsText(n)}</p>
      <p>
        {method.example(
          format.integer(first.n),
          n,
          name(first.criterion),
          format.percent(first.lower),
          format.percent(first.upper),
        )}
      </p>
      <ShareBars
        title={method.citationsTitle}
        bars={rows.map((row) => ({ ...row, label: name(row.criterion), text: format.percent(row.share) }))}
      />
      <details>
        <summary>{words.shell.seeTable}</summary>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{method.criterion}</th>
              <th scope="col">{method.citationShare}</th>
              <th scope="col">{words.evidence.interval}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{name(row.criterion)}</th>
                <td>{format.percent(row.share)}</td>
                <td>{words.shell.interval(format.percent(row.lower), format.percent(row.upper))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
