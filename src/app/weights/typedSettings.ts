import { parseNumber } from '#domain/imports'
import { joinedCategory, type WeightingSettings } from '#domain/survey'

/** Settings as they are typed. */
export interface TypedSettings {
  readonly method: string
  readonly lower: string
  readonly upper: string
  readonly variables: readonly string[]
  readonly joins: readonly { readonly variable: string; readonly category: string; readonly into: string }[]
}

/** A variable with its categories, as far as settings look. */
interface Choosable {
  readonly variable: string
  readonly categories: readonly { readonly category: string }[]
}

export const calibrationMethodCodes = ['raking', 'linear', 'logit'] as const

/** The name of the field in which a category is joined to another. */
export function joinField(variable: string, category: string): string {
  return `join:${variable}:${category}`
}

function numberIn(text: string): number | null {
  return parseNumber(text.trim(), text.includes(','))
}

function boundIssues(typed: TypedSettings): Record<string, string> {
  if (typed.method !== 'logit') return {}
  const lower = numberIn(typed.lower)
  const upper = numberIn(typed.upper)
  return {
    ...((lower === null || lower < 0 || lower >= 1) && { lower: 'bound.lower' }),
    ...((upper === null || upper <= 1) && { upper: 'bound.upper' }),
  }
}

function joinedOf(typed: TypedSettings, variables: readonly Choosable[]): WeightingSettings['joined'] {
  const joined: Record<string, Record<string, string>> = {}
  for (const { variable, category, into } of typed.joins) {
    const known = variables.find((each) => each.variable === variable)?.categories.map((each) => each.category) ?? []
    if (!typed.variables.includes(variable) || !known.includes(category) || !known.includes(into) || category === into) continue
    ;(joined[variable] ??= {})[category] = into
  }
  return joined
}

/** Categories that join each other in a ring have no category to be in. */
function ringIssues(joined: WeightingSettings['joined']): Record<string, string> {
  const rings = Object.entries(joined).flatMap(([variable, own]) =>
    Object.keys(own)
      .filter((category) => Object.hasOwn(own, joinedCategory(joined, variable, category)))
      .map((category) => [joinField(variable, category), 'join.ring'] as const),
  )
  return Object.fromEntries(rings)
}

/** Settings out of what was typed, with what is wrong by field. Joins of variables that are not chosen, or to nothing, do not count. */
export function settingsOf(
  typed: TypedSettings,
  variables: readonly Choosable[],
): { readonly settings: WeightingSettings; readonly issues: Readonly<Record<string, string>> } {
  const method = calibrationMethodCodes.find((code) => code === typed.method)
  const chosen = variables.map(({ variable }) => variable).filter((variable) => typed.variables.includes(variable))
  const joined = joinedOf(typed, variables)
  const issues = {
    ...(!method && { method: 'method.missing' }),
    ...boundIssues(typed),
    ...(chosen.length === 0 && { variables: 'variables.missing' }),
    ...ringIssues(joined),
  }
  const bounds = method === 'logit' ? { lower: numberIn(typed.lower) ?? 0, upper: numberIn(typed.upper) ?? 0 } : null
  return { settings: { method: method ?? 'raking', bounds, variables: chosen, joined }, issues }
}
