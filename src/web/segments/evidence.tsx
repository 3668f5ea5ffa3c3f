import type { FC } from 'hono/jsx'
import type { CandidateEvidence } from '#domain/segments'
import type { Visit } from '../page.ts'
import { CandidateChart } from './candidateChart.tsx'
import { Clustergram } from './clustergram.tsx'

interface EvidenceProps {
  readonly visit: Visit
  readonly candidates: readonly CandidateEvidence[]
  /** The number of groups that was chosen; `null` before. */
  readonly chosen: number | null
  /** Areas of the classification, to say when fewer were measured. */
  readonly areas: number
}

/** The candidate that is best by a measure; the first of equals. */
function best(candidates: readonly CandidateEvidence[], measure: (each: CandidateEvidence) => number): CandidateEvidence | null {
  const [first, ...rest] = candidates
  return first ? rest.reduce((held, each) => (measure(each) > measure(held) ? each : held), first) : null
}

function upTo(value: number): { to: number; ticks: number[] } {
  const step = [0.05, 0.1, 0.2, 0.25].find((each) => each * 4 >= value) ?? 0.25
  const count = Math.max(1, Math.ceil(value / step))
  return { to: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) }
}

const EvidenceTable: FC<EvidenceProps> = ({ visit, candidates, chosen }) => {
  const { words, format } = visit
  const { table, heads } = words.segments.evidence
  return (
    <details class="cuts">
      <summary>{table}</summary>
      <div class="scroll" role="region" tabindex={0} aria-label={table}>
        <table class="figures">
          <thead>
            <tr>
              {Object.values(heads).map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ k, wss, silhouette, smallest, largest, stability }) => (
              <tr class={k === chosen ? 'current' : undefined}>
                <th scope="row">{format.integer(k)}</th>
                <td>{format.decimal(wss)}</td>
                <td>{silhouette === null ? '–' : format.fine(silhouette)}</td>
                <td>{format.percent(smallest)}</td>
                <td>{format.percent(largest)}</td>
                <td>{stability ? format.fine(stability.mean) : '–'}</td>
                <td>{stability ? `${format.fine(stability.low)}–${format.fine(stability.high)}` : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const Measures: FC<EvidenceProps> = ({ visit, candidates, chosen }) => {
  const { words, format } = visit
  const { evidence } = words.segments
  const clearest = best(candidates, ({ silhouette }) => silhouette ?? -1)
  const evenest = best(candidates, ({ smallest, largest }) => smallest / largest)
  const steadiest = best(candidates, ({ stability }) => stability?.mean ?? -1)
  const widths = candidates.flatMap(({ silhouette }) => silhouette ?? [])
  const common = { chosen, chosenLabel: evidence.inUse, axisLabel: evidence.k }
  const high = upTo(Math.max(0.05, ...widths))
  const share = upTo(Math.max(0.05, ...candidates.map(({ largest }) => largest)))
  return (
    <div class="charts">
      <CandidateChart
        {...common}
        title={evidence.silhouette(format.integer(clearest?.k ?? 0), format.fine(clearest?.silhouette ?? 0))}
        text={evidence.silhouetteText}
        places={candidates.map(({ k, silhouette }) => ({ k, value: silhouette }))}
        from={Math.min(0, ...widths)}
        {...high}
        valueText={format.fine}
      />
      <CandidateChart
        {...common}
        title={evidence.balance(format.integer(evenest?.k ?? 0), format.percent(evenest?.largest ?? 0))}
        text={evidence.balanceText}
        places={candidates.map(({ k, smallest, largest }) => ({ k, value: null, low: smallest, high: largest }))}
        from={0}
        {...share}
        valueText={format.percent}
      />
      {steadiest?.stability && (
        <CandidateChart
          {...common}
          title={evidence.stability(format.integer(steadiest.k), format.fine(steadiest.stability.mean))}
          text={evidence.stabilityText}
          places={candidates.map(({ k, stability }) => ({
            k,
            value: stability?.mean ?? null,
            ...(stability && { low: stability.low, high: stability.high }),
          }))}
          from={Math.min(0, ...candidates.map(({ stability }) => stability?.low ?? 0))}
          to={1}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          valueText={format.fine}
        />
      )}
    </div>
  )
}

/** What helps to choose a number of groups: clustergram, silhouette, balance of sizes, stability, and the table of them all. */
export const Evidence: FC<EvidenceProps> = (props) => {
  const { visit, candidates, chosen, areas } = props
  const { evidence } = visit.words.segments
  const measured = candidates[0]?.sizes.reduce((sum, size) => sum + size, 0) ?? 0
  return (
    <>
      <p>
        {evidence.lead} {measured < areas && evidence.sampled(visit.format.integer(measured))}
      </p>
      <Measures {...props} />
      <Clustergram visit={visit} candidates={candidates} chosen={chosen} />
      <EvidenceTable {...props} />
    </>
  )
}
