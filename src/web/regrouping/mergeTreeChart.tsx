import type { FC } from 'hono/jsx'
import type { MergeView } from '#app/regrouping/regroupingViews.ts'
import { axis } from '../charts/axis.ts'
import { fitted } from '../charts/fitted.ts'
import type { Visit } from '../page.ts'
import { groupClass } from './groupMark.tsx'

const width = 760
const left = 300
const rowHeight = 22
const top = 30

interface Placed {
  /** Where its line begins, and its height. */
  readonly x: number
  readonly y: number
  /** Types under it, in the order drawn. */
  readonly leaves: readonly number[]
}

/** Types in the order in which no two lines cross: those merged stand together. */
function orderOf(view: MergeView): number[] {
  const held = new Map(view.types.map((_, i): [number, number[]] => [i, [i]]))
  for (const [at, { left: one, right: other }] of view.tree.entries()) {
    held.set(view.types.length + at, [...(held.get(one) ?? []), ...(held.get(other) ?? [])])
    held.delete(one)
    held.delete(other)
  }
  return [...held.values()].flat()
}

/** The tree of merges, types on the left, what each merge loses to the right; cut where the number of groups says. Drawn with attributes only. */
export const MergeTreeChart: FC<{ visit: Visit; view: MergeView }> = ({ visit, view }) => {
  const { words, language, format } = visit
  const { types, tree, k, result } = view
  const lost = axis(0, 1, left + 12, width - 16)
  const order = orderOf(view)
  const nodes = new Map<number, Placed>(
    order.map((type, row) => [type, { x: left + 12, y: top + row * rowHeight + rowHeight / 2, leaves: [type] }]),
  )
  const branches = tree.map(({ left: one, right: other, kept }, at) => {
    const [a, b] = [nodes.get(one), nodes.get(other)]
    if (!a || !b) throw new Error(`merge ${at} joins what is not in the tree: ${one}, ${other}`)
    const x = lost.at(1 - kept)
    nodes.set(types.length + at, { x, y: (a.y + b.y) / 2, leaves: [...a.leaves, ...b.leaves] })
    const cut = at >= types.length - k
    const group = cut || !result ? null : (result.into[a.leaves[0] ?? 0] ?? null)
    return <path class={group === null ? 'branch' : `branch ${groupClass(group)}`} d={`M${a.x} ${a.y}H${x}V${b.y}H${b.x}`} />
  })
  const bottom = top + order.length * rowHeight
  const [last, next] = [tree[types.length - k - 1], tree[types.length - k]]
  const cutAt = next ? lost.at(1 - ((last?.kept ?? 1) + next.kept) / 2) : null
  return (
    <svg
      class="chart tree-chart"
      viewBox={`0 0 ${width} ${bottom + 8}`}
      role="img"
      aria-label={words.regrouping.merge.treeText(format.integer(k))}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <>
          <path class="grid" d={`M${lost.at(share)} ${top - 4}V${bottom}`} />
          <text class="tick" x={lost.at(share)} y={top - 12} text-anchor="middle">
            {format.percent(share)}
          </text>
        </>
      ))}
      {order.map((type, row) => {
        const y = top + row * rowHeight + rowHeight / 2
        const { letter = '', name = { fr: '', en: '' } } = types[type] ?? {}
        const into = result?.into[type]
        return (
          <>
            <text class="label" x={0} y={y + 4}>
              <tspan class="strong">{letter}</tspan> {fitted(name[language], 38)}
            </text>
            {into !== undefined && <circle class={groupClass(into)} cx={left + 4} cy={y} r={5} />}
          </>
        )
      })}
      {branches}
      {cutAt !== null && <path class="rule" d={`M${cutAt} ${top - 4}V${bottom}`} />}
    </svg>
  )
}
