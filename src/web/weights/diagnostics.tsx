import type { FC } from 'hono/jsx'
import type { VersionLine } from '#app/weights/weightViews.ts'
import type { WeighingReport } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { MarginTables } from './marginTables.tsx'
import { Spread } from './spread.tsx'
import { Warnings } from './warnings.tsx'

/** Under this, weighting is said to cost nothing: intervals half a per cent wider. */
const unnoticed = 1.01

/** What weighting costs, in a sentence. */
export function costSentence(
  { words, format }: Visit,
  { n, effectiveN, designEffect }: Pick<VersionLine, 'n' | 'effectiveN' | 'designEffect'>,
): string {
  const { weights } = words
  if (designEffect < unnoticed) return weights.precisionEven(format.integer(n))
  return weights.precision(format.integer(n), format.integer(effectiveN), format.percent(Math.sqrt(designEffect) - 1))
}

/** The figures that tell weights apart. */
export const KeyFigures: FC<{
  visit: Visit
  figures: Pick<VersionLine, 'effectiveN' | 'designEffect' | 'gMin' | 'gMax' | 'n'>
}> = ({ visit, figures }) => {
  const { words, format } = visit
  const { weights } = words
  const { effectiveN, designEffect, gMin, gMax, n } = figures
  return (
    <dl class="weight-figures">
      <div>
        <dt>{weights.respondents}</dt>
        <dd>{format.integer(n)}</dd>
      </div>
      <div>
        <dt>{weights.effectiveN}</dt>
        <dd>{format.integer(effectiveN)}</dd>
      </div>
      <div>
        <dt>{weights.designEffect}</dt>
        <dd>{format.fine(designEffect)}</dd>
      </div>
      <div>
        <dt>{weights.gRange}</dt>
        <dd>{weights.gRangeText(format.fine(gMin), format.fine(gMax))}</dd>
      </div>
    </dl>
  )
}

/** A relative error as it is written: a power of ten below a millionth. */
function errorText({ format }: Visit, error: number): string {
  if (error >= 1e-3) return format.percent(error)
  return error === 0 ? '0' : `10${superscript(Math.ceil(Math.log10(error)))}`
}

function superscript(power: number): string {
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  return String(power)
    .replace('-', '⁻')
    .replaceAll(/\d/g, (digit) => digits.charAt(Number(digit)))
}

/** Everything an analyst reads of weights: cost, warnings, corrections, margins. */
export const Diagnostics: FC<{ visit: Visit; report: WeighingReport; zones: ReadonlyMap<string, Bilingual> }> = (props) => {
  const { visit, report, zones } = props
  const { words, format } = visit
  const { weights } = words
  const { converged, iterations, maxRelativeError, corrections, warnings = [] } = report
  const met = converged ? weights.converged : weights.notConverged
  return (
    <>
      {converged && (
        <>
          <KeyFigures visit={visit} figures={report} />
          <p>
            {costSentence(visit, report)} {met(format.integer(iterations), errorText(visit, maxRelativeError))}
          </p>
          <Warnings visit={visit} warnings={warnings} zones={zones} />
          <Spread visit={visit} spread={corrections} />
        </>
      )}
      {!converged && iterations > 0 && <p>{met(format.integer(iterations), errorText(visit, maxRelativeError))}</p>}
      <h3>{weights.marginsTitle}</h3>
      <p class="muted">{weights.marginsText}</p>
      <MarginTables visit={visit} report={report} zones={zones} />
    </>
  )
}
