export { inGroup, splitPublic } from './inGroup.ts'
export type { Answers, Needs, Picks, Ratings, SurveyMembers } from './answers.ts'
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
export { marginCategory, marginVariableCodes, type MarginOrigin, type PopulationMargin, type Respondent } from './respondent.ts'
export {
  storedAnswers,
  surveyMembers,
  type Rating,
  type Importance,
  type ServiceNeed,
  type StoredSurvey,
} from './storedAnswers.ts'
export { withImportedPopulation, type PopulationCell } from './importedMargins.ts'
export { tryWeights, weigh, type WeighingOutcome } from './weigh.ts'
export { joinedCategory, type MarginCategory } from './weighedMargins.ts'
export { rareBelow } from './weighingWarnings.ts'
export type { CorrectionSpread, MarginSource, WeighedCategory, WeighingReport, WeighingWarning } from './weighingReport.ts'
export { channelCodes, isChannelCode, type ChannelCode } from './channels.ts'
export { mostImportant, standardQuestionnaire, type Questionnaire } from './questionnaire.ts'
export { sheetModes, type AnswerSheet, type SheetMode, type SheetNeed, type SheetService } from './sheet.ts'
export { maskOf, type Crosswalk, type GridContent, type Mask } from './gridContent.ts'
export { standardSettings, type WeightingSettings } from './weightingSettings.ts'
export { drawnServices, interviewOf, type DrawnService, type Interview } from './interview.ts'
export {
  checkSheet,
  longestWords,
  mostCitations,
  sheetIssueCodes,
  type SheetIssue,
  type SheetIssueCode,
  type SheetRules,
} from './checkSheet.ts'
export { rowsOfSheets, type ReceivedSheet, type SheetRows } from './rowsOfSheets.ts'
export {
  compareKeys,
  largestFormNumber,
  paperInterview,
  paperSheet,
  settleKeys,
  type Difference,
  type Settling,
} from './paperForm.ts'
export {
  drawnBy,
  firstPart,
  personFields,
  readPaper,
  readPaperField,
  secondPart,
  serviceFields,
  type PaperFields,
  type PaperIssue,
  type PaperIssueCode,
  type PaperQuestions,
} from './paperFields.ts'
export { foldText } from './foldText.ts'
export {
  guessColumns,
  headParts,
  isLongHead,
  kindOf,
  meaningParts,
  missingColumns,
  serviceParts,
  type ColumnMeaning,
  type MeaningParts,
} from './sheetColumns.ts'
export {
  columnOfField,
  nothingSaid,
  readSheetValue,
  rowPlan,
  sayLongRow,
  sayRow,
  sheetSaid,
  type CellIssue,
  type RowPlan,
  type SheetMapping,
  type SheetMade,
} from './sheetRow.ts'
export { codesOf, sheetVocabulary, valueKinds, type SheetVocabulary, type ValueKind } from './sheetVocabulary.ts'
