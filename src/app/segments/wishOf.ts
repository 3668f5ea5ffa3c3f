import type { BuildWish } from '#domain/segments'
import { checkNames } from '../regrouping/checkNames.ts'
import type { Issues } from '../regrouping/regroupingViews.ts'
import type { TypedWish } from './segmentViews.ts'

const mostRestarts = 1000
/** As many groups as a level may have: more cannot be told apart by anybody. */
const mostGroups = 200

/** What is wrong with the number of groups of a level; `null` where nothing is. */
function levelFault(text: string, above: number, areas: number): Issues[string] | null {
  const k = wholeNumber(text)
  if (!(k >= 2)) return { code: 'level.wrong', params: { k: text } }
  if (k > areas) return { code: 'segments.tooManyGroups', params: { k, areas, distinct: areas } }
  if (k > mostGroups) return { code: 'level.tooMany', params: { k, most: mostGroups } }
  return k <= above ? { code: 'level.notAbove', params: { k, above } } : null
}

/** A whole number as typed; NaN for anything else. */
function wholeNumber(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isInteger(value) ? value : Number.NaN
}

/** The groups that are wished out of what was typed, or what is wrong with it: k above the number of areas, levels that do not grow, restarts that are none. */
export function wishOf(typed: TypedWish, areas: number): { readonly wish: BuildWish } | { readonly issues: Issues } {
  const name = { fr: typed.nameFr.trim(), en: typed.nameEn.trim() }
  const faults: Record<string, Issues[string]> = { ...checkNames({ name, groups: [] }, 0) }
  const levels: number[] = []
  for (const [at, text] of typed.levels.entries()) {
    if (text.trim() === '' && at > 0) continue
    const fault = levelFault(text, levels.at(-1) ?? 1, areas)
    if (fault) faults[`level.${at + 1}`] = fault
    else levels.push(wholeNumber(text))
  }
  const restarts = wholeNumber(typed.restarts)
  if (!(restarts >= 1 && restarts <= mostRestarts))
    faults['restarts'] = { code: 'restarts.wrong', params: { restarts: typed.restarts, most: mostRestarts } }
  return Object.keys(faults).length > 0 ? { issues: faults } : { wish: { name, levels, restarts } }
}
