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
export { placeFigures, scaleFigures } from './scaleFigures.ts'
