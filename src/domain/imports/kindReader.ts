import type { Head } from './head.ts'
import type { ImportKind } from './kinds.ts'
import type { ReadingContext, TablePlan, TableRefusal } from './rowReader.ts'

/** One kind of table: how its head is recognised, and how it is read. */
export interface KindReader {
  readonly kind: ImportKind
  /** Whether the head can only be of this kind; what it then lacks is told by `plan`. */
  recognises(head: Head, context: ReadingContext): boolean
  plan(head: Head, context: ReadingContext): TablePlan | TableRefusal
}

/** Whether a head has one of each of these names. */
export function hasAll(head: Head, ...columns: readonly (readonly string[])[]): boolean {
  return columns.every((names) => names.some((name) => head.keys.includes(name)))
}

export const licences = {
  licenceOuverte: 'Licence Ouverte 2.0',
  ogl: 'Open Government Licence v3.0',
} as const
