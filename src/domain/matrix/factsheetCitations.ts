import {
  publicCodes,
  publicDimensions,
  splitPublic,
  subCriterionCodes,
  surveyMembers,
  type PublicCode,
  type PublicDimension,
  type Respondent,
  type SubCriterionCode,
} from '#domain/survey'
import { benjaminiHochberg } from '#stats/benjaminiHochberg.ts'
import { suppressedParts } from '#stats/suppression.ts'
import { testValue } from '#stats/testValue.ts'

/** From this test value on a public is said to cite a sub-criterion notably often: two standard deviations, the custom of the method. */
export const notableTestValue = 2

/** A user group that cited a sub-criterion in a survey of free citations, with its test value. */
export interface CitationTest {
  readonly group: PublicCode
  readonly item: SubCriterionCode
  /** People asked who told the dimension of the group; of them those in the group, those who cited the item, and those who are both. */
  readonly n: number
  readonly inGroup: number
  readonly citing: number
  readonly both: number
  /** P(X >= both), hypergeometric, one-sided; its test value; the same p corrected over all publics and sub-criteria. */
  readonly p: number
  readonly value: number
  readonly pAdjusted: number
}

/** A survey of free citations, item by item. */
export interface CitationFindings {
  /** People asked. */
  readonly n: number
  /** How many cited each item; absent where that may not be told. */
  readonly citing: ReadonlyMap<SubCriterionCode, number>
  /** Tests that may be told. */
  readonly tests: readonly CitationTest[]
  /** Tests made, told or not: what the correction is over, and what chance is judged by. */
  readonly family: number
}

interface Citation {
  readonly respondent: number
  readonly item: SubCriterionCode
}

/** People of each category of a dimension, and last those who did not say, whom no page shows. */
function countParts(categories: readonly (string | null)[], dimension: PublicDimension, people: Iterable<number>): number[] {
  const known: readonly string[] = publicDimensions[dimension]
  const counts = Array.from({ length: known.length + 1 }, () => 0)
  for (const i of people) {
    const category = categories[i] ?? null
    const at = category === null ? -1 : known.indexOf(category)
    const part = at === -1 ? known.length : at
    counts[part] = (counts[part] ?? 0) + 1
  }
  return counts
}

function hiddenParts(counts: readonly number[], threshold: number): Uint8Array {
  return suppressedParts(
    counts,
    threshold,
    counts.map((_, i) => (i === counts.length - 1 ? 1 : 0)),
  )
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/**
 * Which publics cite which sub-criteria notably often in a survey of free citations (METHODS 7): the test value of every public x sub-criterion, with p
 * corrected (Benjamini-Hochberg) over all of them, the family fixed before anything is hidden.
 *
 * Those who did not tell a dimension are no basis for its groups. `threshold` is the smallest number of people that may be told (5 in public): counts under
 * it are left out, and the next smallest of the same dimension where a subtraction would tell them. A person who cites an item twice counts once.
 *
 * @example citationFindings(respondents, citations, 5).tests.filter((test) => test.value >= notableTestValue)
 */
export function citationFindings(
  respondents: readonly Respondent[],
  citations: readonly Citation[],
  threshold: number,
): CitationFindings {
  const { publics } = surveyMembers(respondents)
  const position = new Map(respondents.map(({ number }, i) => [number, i]))
  const everybody = respondents.map((_, i) => i)
  const citers = Map.groupBy(citations, ({ item }) => item)
  const tested = subCriterionCodes.flatMap((item) => {
    const own = new Set((citers.get(item) ?? []).flatMap(({ respondent }) => position.get(respondent) ?? []))
    return publicCodes.map((group) => {
      const [dimension, category] = splitPublic(group)
      const at = (publicDimensions[dimension] as readonly string[]).indexOf(category)
      const categories = publics.get(dimension) ?? []
      const asked = countParts(categories, dimension, everybody)
      const citing = countParts(categories, dimension, own)
      const counts = {
        n: sum(asked.slice(0, -1)),
        inGroup: asked[at] ?? 0,
        citing: sum(citing.slice(0, -1)),
        both: citing[at] ?? 0,
      }
      const hidden = hiddenParts(asked, threshold)[at] === 1 || hiddenParts(citing, threshold)[at] === 1
      const told = !hidden && counts.both > 0 && own.size >= threshold
      return { group, item, ...counts, ...testValue(counts), told }
    })
  })
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  const counted = subCriterionCodes.map(
    (item) => [item, new Set((citers.get(item) ?? []).map((each) => each.respondent)).size] as const,
  )
  return {
    n: respondents.length,
    citing: new Map(counted.filter(([, count]) => count === 0 || count >= threshold)),
    tests: tested.flatMap(({ told, ...test }, i) => (told ? [{ ...test, pAdjusted: adjusted[i] ?? 1 }] : [])),
    family: tested.length,
  }
}
