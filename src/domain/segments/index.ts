export type {
  BuildEvidence,
  BuildRecord,
  BuildSettings,
  CandidateEvidence,
  Classification,
  ClassificationOrigin,
  ClassificationState,
  DroppedVariable,
  MergeRecord,
  ScaledVariable,
  Segment,
  SegmentArea,
  SegmentVariable,
  VariableScale,
  VariableTransform,
} from './classification.ts'
export { chooseVariables, shareOf, themeOf, type AreaFigures } from './areaFigures.ts'
export { buildGroups, type BuiltGroups, type Cluster } from './buildGroups.ts'
export { mergeGroups, mergeTree, type GroupsToMerge, type MergedGroups } from './mergeGroups.ts'
export { placeFigures, scaleFigures } from './scaleFigures.ts'
export { crosswalk, type Crosswalk, type CrosswalkRow } from './crosswalk.ts'
export { giniKept, mergeCuts, type GiniKept, type MergeCut, type ServiceCustomers } from './mergeLoss.ts'
export { changedFigures, type FigureChange } from './refreshChanges.ts'
export { refreshGroups, type GroupsToRefresh, type RefreshMode } from './refreshGroups.ts'
export { commonGroups, themesApart, type CommonGroups, type CommonScaling, type ThemeApart } from './commonGroups.ts'
export type { BuildChoice, BuildWish, BuildWork, SegmentBuild } from './segmentBuild.ts'
export { candidateEvidence, candidatesOf, type EvidenceWatch } from './candidateEvidence.ts'
export { groupMix, type MixPart } from './groupMix.ts'
export { groupShares, groupSums } from './groupShares.ts'
export { contrasts, groupRate, hasMoved, type BoundFigure, type GroupRate } from './groupRate.ts'
