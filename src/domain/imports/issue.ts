/**
 * Something about a file that its owner should know. `code` names the sentence (words/imports), `expected` what would have been right there, in
 * plain words or an example; `column` is the column's name, or its number where the file has no head; `value` is cut to 80 characters.
 */
export interface FileIssue {
  /** 1 for the first line of the file; for GeoJSON the number of the feature. */
  readonly line: number
  readonly column: string
  readonly value: string
  readonly code: string
  readonly expected: string
}
