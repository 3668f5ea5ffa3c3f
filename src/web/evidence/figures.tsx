import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import type { Visit } from '../page.ts'

/** All figures of the cell; what cannot be given is left out. */
export const Figures: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { evidence, shell } = words
  const { cell } = view
  const given = (value: number | null, write: (value: number) => string): string | null => (value === null ? null : write(value))
  const between = (lower: number | null, upper: number | null, write: (value: number) => string): string | null =>
    lower === null || upper === null ? null : shell.interval(write(lower), write(upper))
  const lines: readonly (readonly [string, string | null])[] = [
    [evidence.n, given(cell.n, format.integer)],
    [evidence.effectiveN, given(cell.effectiveN, format.integer)],
    [evidence.score, given(cell.score, format.fine)],
    [evidence.se, given(cell.se, format.fine)],
    [evidence.interval, between(cell.lower, cell.upper, format.fine)],
    [evidence.againstScore, given(cell.againstScore, format.fine)],
    [evidence.deviation, given(cell.deviation, format.fine)],
    [evidence.deviationSe, given(cell.deviationSe, format.fine)],
    [evidence.interval, between(cell.deviationLower, cell.deviationUpper, format.fine)],
    [evidence.belowP, given(cell.belowAdjusted, format.probability)],
    [evidence.givingUp, given(cell.givingUp, format.percent)],
    [evidence.importance, given(cell.importance, format.percent)],
    [evidence.importanceSe, given(cell.importanceSe, format.percent)],
  ]
  return (
    <section>
      <h2>{evidence.figures}</h2>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{evidence.figure}</th>
            <th scope="col">{evidence.value}</th>
          </tr>
        </thead>
        <tbody>
          {lines
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
