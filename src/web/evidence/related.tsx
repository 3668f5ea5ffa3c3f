import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import type { MatrixCell } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import { IntervalChart, type IntervalMark } from '../charts/intervalChart.tsx'
import { itemName } from '../parts/itemNames.ts'
import { VerdictText } from '../parts/verdict.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import type { Visit } from '../page.ts'

interface Line {
  readonly name: string
  readonly address: string
  readonly cell: MatrixCell
}

const CellTable: FC<{ visit: Visit; head: string; label: string; lines: readonly Line[] }> = ({ visit, head, label, lines }) => {
  const { words, format } = visit
  const { evidence } = words
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={label}>
      <table class="figures lines">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{evidence.n}</th>
            <th scope="col">{evidence.score}</th>
            <th scope="col">{evidence.deviation}</th>
            <th scope="col" class="text">
              {evidence.verdictHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, address, cell }) => (
            <tr>
              <th scope="row">
                <a href={address}>{name}</a>
              </th>
              <td data-head={evidence.n}>{cell.n === null ? '' : format.integer(cell.n)}</td>
              <td data-head={evidence.score}>{cell.score === null ? '' : format.decimal(cell.score)}</td>
              <td data-head={evidence.deviation}>{cell.deviation === null ? '' : format.signed(cell.deviation)}</td>
              <td class="text">
                <VerdictText visit={visit} cell={cell} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Sub-criteria with the criterion they explain. */
export const Parts: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  if (view.parts.length === 0) return <></>
  const { words, language, asked } = visit
  const { evidence } = words
  const lines = view.parts.map((cell) => ({
    name: capital(itemName(words, cell.item)),
    address: pathTo(language, 'evidence', asked, { parts: { service: cell.service, item: cell.item } }),
    cell,
  }))
  return (
    <section>
      <h2>{evidence.partsTitle}</h2>
      <p>{evidence.partsIntro}</p>
      <CellTable visit={visit} head={evidence.part} label={evidence.partsTitle} lines={lines} />
    </section>
  )
}

function dots(visit: Visit, view: EvidenceView): IntervalMark[] {
  return view.elsewhere.flatMap(({ zone, cell }) => {
    const { score, lower, upper, level } = cell
    if (score === null || lower === null || upper === null) return []
    return [
      {
        label: zone.name[visit.language],
        value: score,
        lower,
        upper,
        tone: level ?? '',
        strong: zone.code === view.territory.code,
      },
    ]
  })
}

/** The same cell in the zones inside and above, drawn and listed. */
export const Elsewhere: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  if (view.elsewhere.length === 0) return <></>
  const { words, format, language, asked } = visit
  const { evidence } = words
  const { service, item } = view.cell
  const marks = dots(visit, view)
  const lines = view.elsewhere.map(({ zone, cell }) => ({
    name: capital(inWords(visit, zone).the),
    address: pathTo(language, 'evidence', { ...asked, territory: zone.code, against: null }, { parts: { service, item } }),
    cell,
  }))
  return (
    <section>
      <h2>{evidence.elsewhereTitle}</h2>
      <p>{evidence.elsewhereIntro}</p>
      {marks.length > 0 && (
        <IntervalChart
          title={evidence.elsewhereIntro}
          from={0}
          to={10}
          ticks={[0, 2, 4, 6, 8, 10]}
          tickText={(value) => format.integer(value)}
          valueText={(value) => format.decimal(value)}
          rule={{ at: view.rule.scoreThreshold, label: `${evidence.threshold} ${format.decimal(view.rule.scoreThreshold)}` }}
          marks={marks}
        />
      )}
      <CellTable visit={visit} head={evidence.zone} label={evidence.elsewhereTitle} lines={lines} />
    </section>
  )
}
