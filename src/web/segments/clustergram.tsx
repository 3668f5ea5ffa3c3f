import type { FC } from 'hono/jsx'
import type { CandidateEvidence } from '#domain/segments'
import { axis } from '../charts/axis.ts'
import type { Visit } from '../page.ts'

const width = 760
const height = 380
const left = 24
const top = 28
const base = 326
/** Width of a line that all areas would follow, and radius of a group that held them all. */
const widest = 34
const largest = 15

/** Groups as discs on the main axis for every number of groups, and lines as wide as the areas that pass between them. */
export const Clustergram: FC<{ visit: Visit; candidates: readonly CandidateEvidence[]; chosen: number | null }> = (props) => {
  const { visit, candidates, chosen } = props
  const { evidence } = visit.words.segments
  const all = candidates.flatMap(({ positions }) => positions)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const x = axis(0, Math.max(1, candidates.length - 1), left + largest, width - largest - 8)
  const y = axis(least, most > least ? most : least + 1, base - largest, top + largest)
  const areas = candidates[0]?.sizes.reduce((sum, size) => sum + size, 0) ?? 1
  const at = (candidate: number, group: number): readonly [number, number] => [
    x.at(candidate),
    y.at(candidates[candidate]?.positions[group] ?? least),
  ]
  const flows = candidates.flatMap(({ flows: own }, candidate) =>
    own.map(([from, to, count]) => {
      const [[x1, y1], [x2, y2]] = [at(candidate - 1, from), at(candidate, to)]
      const middle = (x1 + x2) / 2
      const thick = Math.max(0.6, (widest * count) / areas).toFixed(1)
      return <path class="flow" d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`} stroke-width={thick} />
    }),
  )
  const marked = candidates.findIndex(({ k }) => k === chosen)
  return (
    <figure>
      <figcaption>{evidence.clustergram}</figcaption>
      <div class="scroll" role="region" tabindex={0} aria-label={evidence.clustergram}>
        <svg class="chart clustergram" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={evidence.clustergramText}>
          {marked >= 0 && (
            <>
              <path class="rule" d={`M${x.at(marked)} ${top - 6}V${base}`} />
              <text class="tick strong" x={x.at(marked)} y={top - 10} text-anchor="middle">
                {evidence.inUse}
              </text>
            </>
          )}
          {flows}
          {candidates.map(({ sizes }, candidate) =>
            sizes.map((size, group) => {
              const [cx, cy] = at(candidate, group)
              return <circle class="dot" cx={cx} cy={cy} r={Math.max(2, largest * Math.sqrt(size / areas)).toFixed(1)} />
            }),
          )}
          {candidates.map(({ k }, candidate) => (
            <text class="tick" x={x.at(candidate)} y={base + 20} text-anchor="middle">
              {k}
            </text>
          ))}
          <text class="tick" x={width / 2} y={height - 8} text-anchor="middle">
            {evidence.k}
          </text>
          <text class="tick" x={0} y={12}>
            {`↑ ${evidence.clustergramAxis}`}
          </text>
        </svg>
      </div>
    </figure>
  )
}
