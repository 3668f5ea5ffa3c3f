import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MatrixView } from '#app/views.ts'
import type { Level, Side } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { levelMeaning } from '../parts/ruleWords.ts'
import { levelSymbol, sideSymbol } from '../parts/symbols.ts'
import { deviationBar } from './deviationBar.ts'

const sides: readonly Side[] = ['scoreLow', 'scoreHigh', 'below', 'notBelow']

const Marks: FC<{ visit: Visit }> = ({ visit }) => {
  const { matrix } = visit.words
  return (
    <div>
      <h3>{matrix.legendMarks}</h3>
      <ul>
        <li>
          <span class="mark">{raw(deviationBar(-0.6, false))}</span> {matrix.legendBar}
        </li>
        <li>
          <span class="mark">{raw(deviationBar(-0.6, true))}</span> {matrix.legendSignificant}
        </li>
        <li>
          <b class="mark">=</b> {matrix.legendWeak}
        </li>
        <li>
          <span class="mark">{sides.map((side) => raw(sideSymbol(side)))}</span> {matrix.legendSides}
        </li>
        <li>
          <b class="mark">+</b> {matrix.legendOpen}
        </li>
      </ul>
    </div>
  )
}

/** How to read a cell, drawn with the same marks. */
export const Legend: FC<{ visit: Visit; view: MatrixView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { matrix } = words
  const levels = Object.keys(words.levels) as Level[]
  return (
    <section class="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{matrix.legend}</h2>
      <div class="legend-columns">
        <div>
          <h3>{matrix.legendLevels}</h3>
          <ul>
            {levels.map((level) => (
              <li class={level}>
                {raw(levelSymbol(level))} <b>{capital(words.levels[level])}</b>{' '}
                <span>{levelMeaning(words, view.rule, level)}</span>
              </li>
            ))}
          </ul>
          <p>
            {view.rule.by === 'importance'
              ? matrix.importanceThreshold(
                  format.decimal(view.rule.scoreThreshold),
                  format.percent(view.rule.importanceThreshold),
                )
              : matrix.threshold(format.decimal(view.rule.scoreThreshold))}
          </p>
        </div>
        <div>
          <h3>{matrix.legendSureness}</h3>
          <ul>
            <li>
              <span class="swatch established" aria-hidden="true"></span> {matrix.legendEstablished}
            </li>
            <li>
              <span class="swatch likely" aria-hidden="true"></span> {matrix.legendLikely}
            </li>
            <li>
              <span class="swatch uncertain" aria-hidden="true"></span> {matrix.legendUncertain}
            </li>
          </ul>
          <h3>{capital(matrix.legendEmpty)}</h3>
          <ul>
            {(['thin', 'suppressed', 'notApplicable'] as const).map((status) => (
              <li>
                <b class="mark">{words.statuses[status].mark}</b> {words.statuses[status].meaning}
              </li>
            ))}
          </ul>
        </div>
        <Marks visit={visit} />
      </div>
    </section>
  )
}
