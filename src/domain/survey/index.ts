export { inGroup, splitPublic } from './inGroup.ts'
export type { Answers, Needs, Ratings, SurveyMembers } from './answers.ts'
export {
  criterionCodes,
  criterionOf,
  gridVersion,
  isCriterionCode,
  isItemCode,
  isMasked,
  itemCodes,
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
export { answerColumns, answersFromFile, type FileRow, type RowIssue } from './answersFile.ts'
export { type PopulationMargin, type Respondent } from './respondent.ts'
export { storedAnswers, surveyMembers, type Rating, type ServiceNeed, type StoredSurvey } from './storedAnswers.ts'
export { withImportedPopulation, type PopulationCell } from './importedMargins.ts'
export { weigh, type WeighingReport } from './weigh.ts'
export { channelCodes, isChannelCode, type ChannelCode } from './channels.ts'
export { mostImportant, standardQuestionnaire, type Questionnaire } from './questionnaire.ts'
export { sheetModes, type AnswerSheet, type SheetMode, type SheetNeed, type SheetService } from './sheet.ts'
export { maskOf, type Crosswalk, type GridContent, type Mask } from './gridContent.ts'
export { standardSettings, type WeightingSettings } from './weightingSettings.ts'
