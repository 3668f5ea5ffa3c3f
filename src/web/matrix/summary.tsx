import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MatrixView } from '#app/views.ts'
import type { Level, Sureness } from '#domain/matrix'
import { isSubCriterion } from '../parts/itemNames.ts'
import { hasVerdicts } from '../parts/ruleWords.ts'
import { inWords } from '../parts/zoneWords.ts'
import { levelSymbol } from '../parts/symbols.ts'
import type { Visit } from '../page.ts'
import { capital } from '#words/zones.ts'

/** The four counts, then how many of them to expect wrong. */
export const Summary: FC<{ visit: Visit; view: MatrixView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { matrix } = words
  const cells = view.matrix.cells.filter((cell) => !isSubCriterion(cell.item))
  const count = (level: Level, sureness: Sureness): number =>
    cells.filter((cell) => cell.level === level && cell.sureness === sureness).length
  const { asked, refused } = view.refusals
  const established = cells.filter((cell) => cell.sureness === 'established').length
  const levels = Object.keys(words.levels) as Level[]
  if (!hasVerdicts(view)) {
    return <p class="expected">{matrix.itself(capital(inWords(visit, view.territory).the))}</p>
  }
  return (
    <>
      <ul class="counts" aria-label={matrix.countsLabel}>
        {levels.map((level) => (
          <li class={level}>
            <b>{format.integer(count(level, 'established'))}</b>
            <span>
              {raw(levelSymbol(level))} {matrix.countsOf(words.levels[level])}
            </span>
            <small>{matrix.alsoLikely(format.integer(count(level, 'likely')), count(level, 'likely') > 1)}</small>
          </li>
        ))}
      </ul>
      <p class="expected">
        {established === 0
          ? matrix.noneEstablished
          : matrix.expectedWrong(format.decimal(view.matrix.expectedWrong), format.integer(established))}{' '}
        {refused > 0 && matrix.withoutVerdict(format.integer(refused), format.integer(asked), refused > 1)}
      </p>
    </>
  )
}
