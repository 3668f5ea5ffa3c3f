import type { Bilingual } from '#kernel/bilingual.ts'
import type { Issues, TypedGroup } from './regroupingViews.ts'

const longestName = 120
const letters = /^[A-Z][0-9]{0,2}$/

/** Faults of the names typed for a classification and its groups: missing, too long, letters that two groups share. */
export function checkNames(typed: { readonly name: Bilingual; readonly groups: readonly TypedGroup[] }, groups: number): Issues {
  const faults: Record<string, { code: string; params: Record<string, string | number> }> = {}
  const check = (field: string, text: string): void => {
    if (text.trim() === '') faults[field] = { code: 'name.missing', params: {} }
    else if (text.length > longestName) faults[field] = { code: 'name.tooLong', params: { most: longestName } }
  }
  check('name.fr', typed.name.fr)
  check('name.en', typed.name.en)
  const seen = new Set<string>()
  for (const [number, { letter, fr, en }] of typed.groups.slice(0, groups).entries()) {
    if (!letters.test(letter)) faults[`letter.${number}`] = { code: 'letter.wrong', params: { letter } }
    else if (seen.has(letter)) faults[`letter.${number}`] = { code: 'letter.twice', params: { letter } }
    seen.add(letter)
    check(`fr.${number}`, fr)
    check(`en.${number}`, en)
  }
  return faults
}
