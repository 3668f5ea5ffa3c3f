import type { CriterionCode, ItemCode, SubCriterionCode } from '#domain/survey'
import type { Words } from '#words/words.ts'

export function isSubCriterion(item: ItemCode): item is SubCriterionCode {
  return item.includes('.')
}

/** The criterion an item belongs to: its code up to the point. */
export function criterionOf(item: ItemCode): CriterionCode {
  return item.split('.')[0] as CriterionCode
}

/** The name of a criterion, or of a sub-criterion by itself. */
export function itemName(words: Words, item: ItemCode): string {
  return isSubCriterion(item) ? words.subCriteria[item] : words.criteria[item].name
}

/** An item inside a sentence: "délais", "délais, attente sur place". */
export function itemInSentence(words: Words, item: ItemCode): string {
  const criterion = words.criteria[criterionOf(item)].name.toLowerCase()
  return isSubCriterion(item) ? `${criterion}, ${words.subCriteria[item]}` : criterion
}
