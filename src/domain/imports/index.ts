export { importKindCodes, isImportKindCode, type ImportKind } from './kinds.ts'
export type { FileIssue } from './issue.ts'
export * from './records.ts'
export type { ColumnNames, ReadingContext, RecordSink, TablePlan, TableRefusal } from './rowReader.ts'
