import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import type { MatrixCell } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import { isSignificantlyBelow, isWeakEverywhere } from '../matrix/cellHtml.ts'
import { sideText } from '../parts/ruleWords.ts'
import { levelSymbol } from '../parts/symbols.ts'
import { noVerdictText } from '../parts/verdict.tsx'
import { inWords } from '../parts/zoneWords.ts'
import type { Visit } from '../page.ts'

/** Why the level: how score and deviation lie, in words. */
function reason(visit: Visit, view: EvidenceView): string {
  const { reasons } = visit.words
  const { level, importance } = view.cell
  const score = level === 'rethink' || level === 'watch' ? reasons.scoreLow : reasons.scoreHigh
  if (view.rule.by === 'importance') {
    const share = visit.format.percent(importance ?? 0)
    const matters = level === 'rethink' || level === 'maintain' ? reasons.matters(share) : reasons.mattersLess(share)
    return reasons.and(score, matters)
  }
  const against = visit.language === 'fr' ? inWords(visit, view.against).of : inWords(visit, view.against).the
  const deviation = level === 'rethink' || level === 'fineTune' ? reasons.below(against) : reasons.notBelow(against)
  return reasons.and(score, deviation)
}

function furtherSentences(visit: Visit, view: EvidenceView, cell: MatrixCell): string[] {
  const { words, format } = visit
  const { evidence } = words
  const said: string[] = []
  if (cell.side) said.push(evidence.notIf(sideText(words, view.rule, cell.side)))
  if (isSignificantlyBelow(cell, view.rule)) said.push(evidence.significant(format.percent(view.rule.falseDiscovery)))
  if (isWeakEverywhere(cell, view.rule)) said.push(evidence.weakEverywhere(inWords(visit, view.against).of))
  return said
}

/** The verdict in a sentence, then what else is established. */
export const Verdict: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { cell } = view
  const { evidence } = words
  if (cell.level === null || cell.sureness === null || cell.probability === null) {
    return <p class="verdict">{evidence.noVerdict(noVerdictText(visit, cell))}</p>
  }
  const verdict = evidence.verdict(
    capital(words.levels[cell.level]),
    words.sureness[cell.sureness],
    format.sure(cell.probability),
  )
  return (
    <div class={`verdict ${cell.level} ${cell.sureness}`}>
      <p>
        {raw(levelSymbol(cell.level))} <strong>{verdict}</strong>
        {evidence.because(reason(visit, view))}
      </p>
      {furtherSentences(visit, view, cell).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {cell.givingUp !== null && cell.givingUp > 0 && <p>{evidence.givingUpText(format.percent(cell.givingUp))}</p>}
    </div>
  )
}
