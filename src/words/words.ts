import type { Language } from '#kernel/bilingual.ts'
import * as enComparison from './en/comparison.ts'
import * as enEvidence from './en/evidence.ts'
import * as enGrid from './en/grid.ts'
import * as enHome from './en/home.ts'
import * as enJobs from './en/jobs.ts'
import * as enMatrix from './en/matrix.ts'
import * as enMethod from './en/method.ts'
import * as enRefusals from './en/refusals.ts'
import * as enServicePages from './en/servicePages.ts'
import * as enServices from './en/services.ts'
import * as enShell from './en/shell.ts'
import * as enTerritory from './en/territory.ts'
import * as enVerdicts from './en/verdicts.ts'
import * as frComparison from './fr/comparison.ts'
import * as frEvidence from './fr/evidence.ts'
import * as frGrid from './fr/grid.ts'
import * as frHome from './fr/home.ts'
import * as frJobs from './fr/jobs.ts'
import * as frMatrix from './fr/matrix.ts'
import * as frMethod from './fr/method.ts'
import * as frRefusals from './fr/refusals.ts'
import * as frServicePages from './fr/servicePages.ts'
import * as frServices from './fr/services.ts'
import * as frShell from './fr/shell.ts'
import * as frTerritory from './fr/territory.ts'
import * as frVerdicts from './fr/verdicts.ts'

const fr = {
  ...frServices,
  ...frGrid,
  ...frVerdicts,
  ...frShell,
  ...frHome,
  ...frMatrix,
  ...frEvidence,
  ...frComparison,
  ...frTerritory,
  ...frServicePages,
  ...frMethod,
  ...frJobs,
  ...frRefusals,
}

/** Every sentence of the product; French gives the shape, so that a key missing in English does not compile. */
export type Words = typeof fr

const en: Words = {
  ...enServices,
  ...enGrid,
  ...enVerdicts,
  ...enShell,
  ...enHome,
  ...enMatrix,
  ...enEvidence,
  ...enComparison,
  ...enTerritory,
  ...enServicePages,
  ...enMethod,
  ...enJobs,
  ...enRefusals,
}

const catalogues: Readonly<Record<Language, Words>> = { fr, en }

export function wordsOf(language: Language): Words {
  return catalogues[language]
}
