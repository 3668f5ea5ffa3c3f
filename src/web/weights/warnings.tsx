import type { FC } from 'hono/jsx'
import type { WeighingWarning } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { categoryName, variableName } from './names.ts'

/** More rare categories than these are counted, and marked in the table of margins. */
const rareShown = 4

type Zones = ReadonlyMap<string, Bilingual>

function sentence(visit: Visit, warning: WeighingWarning, zones: Zones): string {
  const { format } = visit
  const { warnings } = visit.words.weights
  switch (warning.code) {
    case 'gBeyond':
      return warnings.gBeyond(format.integer(warning.respondents), format.fine(warning.least), format.fine(warning.most))
    case 'effectiveBelowHalf':
      return warnings.effectiveBelowHalf(format.integer(warning.effectiveN), format.integer(warning.n))
    case 'rareCategory': {
      const name = categoryName(visit, warning.variable, warning.category, zones)
      return warnings.rareCategory(variableName(visit, warning.variable), name, format.integer(warning.respondents))
    }
    case 'totalsScaled':
      return warnings.totalsScaled(
        variableName(visit, warning.variable),
        format.integer(warning.from),
        format.integer(warning.to),
      )
    default:
      return warnings[warning.code](format.integer(warning.respondents))
  }
}

/** What an analyst should know, each with its remedy. */
export const Warnings: FC<{ visit: Visit; warnings: readonly WeighingWarning[]; zones: Zones }> = ({
  visit,
  warnings,
  zones,
}) => {
  const { words, format } = visit
  const { weights } = words
  if (warnings.length === 0) return <p class="muted">{weights.noWarnings}</p>
  const rare = warnings.filter(({ code }) => code === 'rareCategory')
  const shown = warnings.filter((warning) => !rare.slice(rareShown).includes(warning))
  return (
    <>
      <h3>{weights.warningsTitle}</h3>
      <ul class="weight-warnings">
        {shown.map((warning) => (
          <li>{sentence(visit, warning, zones)}</li>
        ))}
        {rare.length > rareShown && <li>{weights.warnings.rareMore(format.integer(rare.length - rareShown))}</li>}
      </ul>
    </>
  )
}
