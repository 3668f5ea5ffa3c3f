import type { Language } from '#kernel/bilingual.ts'
import { cli as en } from './cli/en.ts'
import { cli as fr, type CliWords } from './cli/fr.ts'

export type { CliWords }

export function cliWords(language: Language): CliWords {
  return language === 'fr' ? fr : en
}
