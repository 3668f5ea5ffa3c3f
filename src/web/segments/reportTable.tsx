import type { FC } from 'hono/jsx'
import type { VariableLine } from '#app/segments/segmentViews.ts'
import type { Visit } from '../page.ts'
import type { Faults } from '../parts/form.tsx'
import { themeName } from './typedForms.ts'

interface LineProps {
  readonly visit: Visit
  readonly line: VariableLine
  readonly faults: Faults
}

/** What speaks against a variable, in words. */
function against({ words, format, language }: Visit, { suggestion }: VariableLine): string | null {
  if (!suggestion) return null
  const { reasons } = words.segments.variables
  const { reason, value, other } = suggestion
  if (reason === 'constant') return reasons.constant()
  if (reason === 'correlated') return reasons.correlated(format.fine(value), other?.label[language] ?? '')
  if (reason === 'skewed') return reasons.skewed(format.decimal(value))
  return reasons[reason](format.percent(value))
}

/** Mean, range, skew and how many areas have no figure. */
const Moments: FC<Omit<LineProps, 'faults'>> = ({ visit, line: { mean, min, max, skew, missing } }) => {
  const { words, format } = visit
  const { variables: text } = words.segments
  const figure = (value: number): string => (Number.isNaN(value) ? '–' : format.decimal(value))
  return (
    <>
      <td class="number" data-label={text.mean}>
        {figure(mean)}
      </td>
      <td class="number" data-label={text.range}>
        {figure(min)} … {figure(max)}
      </td>
      <td class="number" data-label={text.skew}>
        {figure(skew)}
      </td>
      <td class="number" data-label={text.missing}>
        {format.integer(missing)}
      </td>
    </>
  )
}

const Line: FC<LineProps> = ({ visit, line, faults }) => {
  const { words, format, language } = visit
  const { variables: text } = words.segments
  const { measure, closest, isChosen, why } = line
  const label = line.label[language]
  const [fault, whyFault] = [faults[`use.${measure}`], faults[`why.${measure}`]]
  const warning = against(visit, line)
  return (
    <tr class={isChosen ? undefined : 'left-out'}>
      <td class="use">
        <input
          type="checkbox"
          name="use"
          value={measure}
          id={`use.${measure}`}
          checked={isChosen}
          aria-label={text.use(label)}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? `use.${measure}-fault` : undefined}
        />
      </td>
      <th scope="row">
        {label} <code>{measure}</code>
        {fault && (
          <span class="fault" id={`use.${measure}-fault`}>
            {fault}
          </span>
        )}
      </th>
      <Moments visit={visit} line={line} />
      <td data-label={text.closest}>
        {closest ? (
          <>
            {closest.label[language]} <span class="muted">{text.r(format.fine(closest.r))}</span>
          </>
        ) : (
          '–'
        )}
      </td>
      <td data-label={text.suggestion}>{warning ?? <span class="muted">{text.nothing}</span>}</td>
      <td data-label={text.why}>
        {whyFault && <span class="fault">{whyFault}</span>}
        <input
          type="text"
          name={`why.${measure}`}
          id={`why.${measure}`}
          value={why}
          maxlength={300}
          aria-label={text.whyOf(label)}
          aria-invalid={whyFault ? 'true' : undefined}
        />
      </td>
    </tr>
  )
}

/** The report of variables, theme by theme, each to be taken or left with a reason. */
export const ReportTable: FC<{ visit: Visit; lines: readonly VariableLine[]; faults: Faults }> = ({ visit, lines, faults }) => {
  const { variables: text } = visit.words.segments
  const themes = [...Map.groupBy(lines, ({ theme }) => theme)]
  const fault = faults['variables']
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={text.table} id="variables">
      {fault && <p class="fault">{fault}</p>}
      <table class="admin-table variable-report">
        <thead>
          <tr>
            <th scope="col">{text.headUse}</th>
            <th scope="col">{text.variable}</th>
            <th scope="col" class="number">
              {text.mean}
            </th>
            <th scope="col" class="number">
              {text.range}
            </th>
            <th scope="col" class="number">
              {text.skew}
            </th>
            <th scope="col" class="number">
              {text.missing}
            </th>
            <th scope="col">{text.closest}</th>
            <th scope="col">{text.suggestion}</th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        {themes.map(([theme, own]) => (
          <tbody>
            <tr class="theme">
              <th scope="rowgroup" colspan={9}>
                {themeName(visit, theme)}
              </th>
            </tr>
            {own.map((line) => (
              <Line visit={visit} line={line} faults={faults} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
