import type { Level, Rule, Side } from '#domain/matrix'
import type { Words } from '#words/words.ts'

/** What a level means under a rule: the same four words, crossed with deviation or with importance. */
export function levelMeaning(words: Words, rule: Pick<Rule, 'by'>, level: Level): string {
  return rule.by === 'importance' ? words.importanceMeanings[level] : words.levelMeanings[level]
}

/** The one side that is established, in the words of the rule. */
export function sideText(words: Words, rule: Pick<Rule, 'by'>, side: Side): string {
  return rule.by === 'importance' ? words.importanceSides[side] : words.sides[side]
}

/** Whether a zone has verdicts: under the rule by deviation, the zone that all are compared with has none. */
export function hasVerdicts(view: {
  readonly rule: Pick<Rule, 'by'>
  readonly territory: { readonly code: string }
  readonly against: { readonly code: string }
}): boolean {
  return view.rule.by === 'importance' || view.territory.code !== view.against.code
}
