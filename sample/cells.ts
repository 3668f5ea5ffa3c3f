import type { LocatedZone } from '#domain/territory'
import type { Ring } from '#geo/rings.ts'
import { schematicCells } from '#geo/schematicCells.ts'
import { sharedBorders, type Segment } from '#geo/sharedBorders.ts'
import { outlines, type OutlineCode } from './outlines.ts'

const roots: readonly OutlineCode[] = ['62', 'kent']

const communesOf = (zones: readonly LocatedZone[], root: OutlineCode): LocatedZone[] =>
  zones.filter((zone) => zone.level === 'commune' && zone.root === root)

/** Schematic cells of the communes of the Pas-de-Calais and of the settlements of Kent, by zone code. */
export function buildCells(zones: readonly LocatedZone[]): Map<string, readonly Ring[]> {
  const cellsOf = (root: OutlineCode): Map<string, readonly Ring[]> => schematicCells(communesOf(zones, root), outlines[root])
  return new Map(roots.flatMap((root) => Array.from(cellsOf(root))))
}

/** The lines between the cells of a root whose groups differ (an EPCI, a territory, a district). */
export function buildBorders(zones: readonly LocatedZone[], root: OutlineCode, groupOf: (code: string) => string): Segment[] {
  return sharedBorders(communesOf(zones, root), outlines[root], groupOf)
}
