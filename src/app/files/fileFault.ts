import type { FileIssue } from '#domain/imports'
import type { Unreadable } from './sourceFile.ts'

/** Reading a file came to an end for a reason that its owner should know; thrown inside streams, told as an issue at the edge. */
export class FileFault extends Error {
  readonly issue: FileIssue

  constructor(issue: FileIssue) {
    super(`${issue.code} at line ${issue.line}${issue.column && `, column ${issue.column}`}: ${issue.value}`)
    this.name = 'FileFault'
    this.issue = issue
  }
}

const longestValue = 80

/** An issue with its value cut to what fits a page. */
export function issueOf(code: string, parts: Partial<Omit<FileIssue, 'code'>> = {}): FileIssue {
  const { line = 1, column = '', value = '', expected = '' } = parts
  return { line, column, value: value.slice(0, longestValue), code, expected }
}

export function unreadable(name: string, ...issues: readonly FileIssue[]): Unreadable {
  return { form: 'unreadable', name, issues }
}
