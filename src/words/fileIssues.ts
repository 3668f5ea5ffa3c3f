import type { FileIssue } from '#domain/imports'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from './cli.ts'
import { wordsOf } from './words.ts'

/** What is wrong with a row or a file and how to mend it, in a sentence. */
export function issueSentence(language: Language, issue: FileIssue): string {
  const sentence = wordsOf(language).fileIssues[issue.code]
  if (sentence) return sentence(issue)
  const { rowIssues } = cliWords(language)
  const known = Object.entries(rowIssues).find(([code]) => code === issue.code)
  return known ? known[1](issue.expected) : issue.code
}
