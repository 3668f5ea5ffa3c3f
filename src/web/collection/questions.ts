import type { GridContent, ItemCode } from '#domain/survey'
import type { Visit } from '../page.ts'

/** What an item is called in the survey's version of the grid. */
export function nameOf({ language }: Visit, grid: GridContent, item: ItemCode): string {
  return grid.names[item][language]
}

/** What is asked of an item: the grid's own question, or its name where it has none. */
export function questionOf(visit: Visit, grid: GridContent, item: ItemCode): string {
  return grid.questions?.[item]?.[visit.language] ?? nameOf(visit, grid, item)
}
