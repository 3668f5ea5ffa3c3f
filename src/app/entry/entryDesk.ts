import type { DeskTools } from '../deskTools.ts'
import { createFileDesk, type FileDesk } from './fileDesk.ts'
import { createPaperDesk, type PaperDesk } from './paperDesk.ts'

/** Answers that come on paper or in a file. */
export interface EntryDesk extends PaperDesk, FileDesk {}

export function createEntryDesk(tools: DeskTools): EntryDesk {
  return { ...createPaperDesk(tools), ...createFileDesk(tools) }
}
