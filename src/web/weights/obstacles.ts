import type { Obstacle } from '#app/weights/weightViews.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { categoryName } from './names.ts'

/** What stands in the way in the reader's words: categories by their names, figures as they are written. */
export function obstacleSentence(visit: Visit, { code, params }: Obstacle, zones: ReadonlyMap<string, Bilingual>): string {
  const { words, format } = visit
  const variable = String(params['variable'] ?? '')
  const written = Object.entries(params).map(([name, value]) => {
    if (name === 'category') return [name, categoryName(visit, variable, String(value), zones)] as const
    if (typeof value !== 'number') return [name, value] as const
    return [name, Number.isInteger(value) || value >= 1000 ? format.integer(value) : format.fine(value)] as const
  })
  return words.refusalCodes[code]?.(Object.fromEntries(written)) ?? words.refusals.other(code)
}
