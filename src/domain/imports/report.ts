import type { FileIssue } from './issue.ts'

const longest = 80

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** An issue with its value cut to 80 characters. */
export function issueAt(line: number, column: string, value: string, code: string, expected: string): FileIssue {
  return { line, column, value: cut(value), code, expected }
}
