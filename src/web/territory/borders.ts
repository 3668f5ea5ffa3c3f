import type { CommuneFigure } from '#app/views.ts'

type Point = readonly [number, number]

function edgeKey(a: Point, b: Point): string {
  const [p, q] = [`${a[0].toFixed(5)},${a[1].toFixed(5)}`, `${b[0].toFixed(5)},${b[1].toFixed(5)}`]
  return p < q ? `${p} ${q}` : `${q} ${p}`
}

/**
 * Edges between communes of different bodies, and the outer edge: those that two communes of one body share are left out.
 * It rests on neighbours sharing their corners, as cells and topological boundaries do.
 */
export function bodyBorders(communes: readonly Pick<CommuneFigure, 'body' | 'rings'>[]): (readonly [Point, Point])[] {
  const edges = new Map<string, { readonly edge: readonly [Point, Point]; readonly bodies: Set<string>; count: number }>()
  for (const commune of communes) {
    for (const ring of commune.rings) {
      for (const [i, a] of ring.entries()) {
        const b = ring[(i + 1) % ring.length]
        if (!b || (a[0] === b[0] && a[1] === b[1])) continue
        const key = edgeKey(a, b)
        const held = edges.get(key) ?? { edge: [a, b] as const, bodies: new Set<string>(), count: 0 }
        held.bodies.add(commune.body?.code ?? '')
        held.count++
        edges.set(key, held)
      }
    }
  }
  return [...edges.values()].filter(({ bodies, count }) => bodies.size > 1 || count === 1).map(({ edge }) => edge)
}
