export type { Answers, Needs, Ratings } from './answers.ts'
export {
  criterionCodes,
  criterionOf,
  gridVersion,
  isCriterionCode,
  isItemCode,
  isMasked,
  itemCodes,
  questionCount,
  questionIndex,
  subCriteriaOf,
  subCriterionCodes,
  type CriterionCode,
  type ItemCode,
  type SubCriterionCode,
} from './grid.ts'
export {
  isPublicCode,
  publicCodes,
  publicDimensionCodes,
  publicDimensions,
  type PublicCategory,
  type PublicCode,
  type PublicDimension,
} from './publics.ts'
