import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import { symmetricRange } from '../charts/axis.ts'
import { DistributionChart } from '../charts/distributionChart.tsx'
import { IntervalChart } from '../charts/intervalChart.tsx'
import { inWords } from '../parts/zoneWords.ts'
import type { Visit } from '../page.ts'

const wholeScores = [0, 2, 4, 6, 8, 10]

const ScoreChart: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { score, lower, upper, level } = view.cell
  if (score === null || lower === null || upper === null) return <></>
  const title = words.evidence.scoreTitle(format.decimal(score), format.decimal(lower), format.decimal(upper))
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <IntervalChart
        title={words.evidence.chartScore}
        from={0}
        to={10}
        ticks={wholeScores}
        tickText={(value) => format.integer(value)}
        valueText={(value) => format.decimal(value)}
        rule={{ at: view.rule.scoreThreshold, label: `${words.evidence.threshold} ${format.decimal(view.rule.scoreThreshold)}` }}
        marks={[{ label: '', value: score, lower, upper, tone: level ?? '', strong: true }]}
      />
    </figure>
  )
}

const DeviationChart: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { deviation, deviationLower: lower, deviationUpper: upper, level } = view.cell
  if (deviation === null || lower === null || upper === null) return <></>
  const range = symmetricRange([lower, upper])
  const of = inWords(visit, view.against).of
  const title = words.evidence.deviationTitle(format.signed(deviation), of, format.signed(lower), format.signed(upper))
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <IntervalChart
        title={words.evidence.chartDeviation}
        from={-range}
        to={range}
        ticks={[-range, 0, range]}
        tickText={(value) => format.signed(value)}
        valueText={(value) => format.signed(value)}
        rule={{ at: view.rule.deviationThreshold, label: words.evidence.equal }}
        marks={[{ label: '', value: deviation, lower, upper, tone: level ?? '', strong: true }]}
      />
    </figure>
  )
}

const Distribution: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { distribution, againstDistribution } = view.evidence
  if (!distribution) return <p class="muted">{words.evidence.noDistribution}</p>
  const here = inWords(visit, view.territory).the
  const there = inWords(visit, view.against).the
  return (
    <figure>
      <figcaption>{words.evidence.distributionTitle}</figcaption>
      <DistributionChart
        title={words.evidence.distributionTitle}
        here={distribution}
        there={againstDistribution}
        tone={view.cell.level ?? ''}
        hereLabel={words.evidence.here}
        thereLabel={words.evidence.there}
        percent={(share) => format.percent(share)}
      />
      <details>
        <summary>{words.shell.seeTable}</summary>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.evidence.score}</th>
              <th scope="col">{here}</th>
              {againstDistribution && <th scope="col">{there}</th>}
            </tr>
          </thead>
          <tbody>
            {distribution.map((share, i) => (
              <tr>
                <th scope="row">{i}</th>
                <td>{format.percent(share)}</td>
                {againstDistribution && <td>{format.percent(againstDistribution[i] ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

export const Charts: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => (
  <div class="charts">
    <ScoreChart visit={visit} view={view} />
    <DeviationChart visit={visit} view={view} />
    <Distribution visit={visit} view={view} />
  </div>
)
