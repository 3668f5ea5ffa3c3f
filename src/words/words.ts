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
import { accounts as enAccounts } from './en/accounts.ts'
import { administration as enAdministration } from './en/administration.ts'
import { contributions as enContributions } from './en/contributions.ts'
import { fileFields as enFileFields, fileIssues as enFileIssues } from './en/fileIssues.ts'
import { imports as enImports } from './en/imports.ts'
import { maps as enMaps } from './en/maps.ts'
import { places as enPlaces } from './en/places.ts'
import { publicArea as enPublic } from './en/public.ts'
import { surveys as enSurveys } from './en/surveys.ts'
import { collection as enCollection } from './en/collection.ts'
import { entry as enEntry } from './en/entry.ts'
import { weights as enWeights } from './en/weights.ts'
import { factsheets as enFactsheets } from './en/factsheets.ts'
import { findings as enFindings } from './en/findings.ts'
import { smallAreas as enSmallAreas } from './en/smallAreas.ts'
import { segments as enSegments } from './en/segments.ts'
import { regrouping as enRegrouping } from './en/regrouping.ts'
import { portraits as enPortraits } from './en/portraits.ts'
import { guide as enGuide } from './en/guide.ts'
import { profiles as enProfiles } from './en/profiles.ts'
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
import { accounts as frAccounts } from './fr/accounts.ts'
import { administration as frAdministration } from './fr/administration.ts'
import { contributions as frContributions } from './fr/contributions.ts'
import { fileFields as frFileFields, fileIssues as frFileIssues } from './fr/fileIssues.ts'
import { imports as frImports } from './fr/imports.ts'
import { maps as frMaps } from './fr/maps.ts'
import { places as frPlaces } from './fr/places.ts'
import { publicArea as frPublic } from './fr/public.ts'
import { surveys as frSurveys } from './fr/surveys.ts'
import { collection as frCollection } from './fr/collection.ts'
import { entry as frEntry } from './fr/entry.ts'
import { weights as frWeights } from './fr/weights.ts'
import { factsheets as frFactsheets } from './fr/factsheets.ts'
import { findings as frFindings } from './fr/findings.ts'
import { smallAreas as frSmallAreas } from './fr/smallAreas.ts'
import { segments as frSegments } from './fr/segments.ts'
import { regrouping as frRegrouping } from './fr/regrouping.ts'
import { portraits as frPortraits } from './fr/portraits.ts'
import { guide as frGuide } from './fr/guide.ts'
import { profiles as frProfiles } from './fr/profiles.ts'

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
  imports: frImports,
  fileIssues: frFileIssues,
  fileFields: frFileFields,
  maps: frMaps,
  places: frPlaces,
  publicArea: frPublic,
  contributions: frContributions,
  surveys: frSurveys,
  collection: frCollection,
  entry: frEntry,
  weights: frWeights,
  factsheets: frFactsheets,
  findings: frFindings,
  smallAreas: frSmallAreas,
  segments: frSegments,
  regrouping: frRegrouping,
  portraits: frPortraits,
  guide: frGuide,
  profiles: frProfiles,
  accounts: frAccounts,
  administration: frAdministration,
  pageNames: {
    ...frShell.shell.pages,
    ...frImports.pages,
    ...frMaps.pages,
    ...frPlaces.pages,
    ...frPublic.pages,
    ...frContributions.pages,
    ...frSurveys.pages,
    ...frCollection.pages,
    ...frEntry.pages,
    ...frWeights.pages,
    ...frFactsheets.pages,
    ...frFindings.pages,
    ...frSmallAreas.pages,
    ...frSegments.pages,
    ...frRegrouping.pages,
    ...frPortraits.pages,
    ...frGuide.pages,
    ...frProfiles.pages,
    ...frAccounts.pages,
    ...frAdministration.pages,
  },
  refusalCodes: {
    ...frRefusals.refusals.codes,
    ...frImports.codes,
    ...frMaps.codes,
    ...frPlaces.codes,
    ...frPublic.codes,
    ...frContributions.codes,
    ...frSurveys.codes,
    ...frCollection.codes,
    ...frEntry.codes,
    ...frWeights.codes,
    ...frFactsheets.codes,
    ...frFindings.codes,
    ...frSmallAreas.codes,
    ...frSegments.codes,
    ...frRegrouping.codes,
    ...frPortraits.codes,
    ...frGuide.codes,
    ...frProfiles.codes,
    ...frAccounts.codes,
    ...frAdministration.codes,
  },
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
  imports: enImports,
  fileIssues: enFileIssues,
  fileFields: enFileFields,
  maps: enMaps,
  places: enPlaces,
  publicArea: enPublic,
  contributions: enContributions,
  surveys: enSurveys,
  collection: enCollection,
  entry: enEntry,
  weights: enWeights,
  factsheets: enFactsheets,
  findings: enFindings,
  smallAreas: enSmallAreas,
  segments: enSegments,
  regrouping: enRegrouping,
  portraits: enPortraits,
  guide: enGuide,
  profiles: enProfiles,
  accounts: enAccounts,
  administration: enAdministration,
  pageNames: {
    ...enShell.shell.pages,
    ...enImports.pages,
    ...enMaps.pages,
    ...enPlaces.pages,
    ...enPublic.pages,
    ...enContributions.pages,
    ...enSurveys.pages,
    ...enCollection.pages,
    ...enEntry.pages,
    ...enWeights.pages,
    ...enFactsheets.pages,
    ...enFindings.pages,
    ...enSmallAreas.pages,
    ...enSegments.pages,
    ...enRegrouping.pages,
    ...enPortraits.pages,
    ...enGuide.pages,
    ...enProfiles.pages,
    ...enAccounts.pages,
    ...enAdministration.pages,
  },
  refusalCodes: {
    ...enRefusals.refusals.codes,
    ...enImports.codes,
    ...enMaps.codes,
    ...enPlaces.codes,
    ...enPublic.codes,
    ...enContributions.codes,
    ...enSurveys.codes,
    ...enCollection.codes,
    ...enEntry.codes,
    ...enWeights.codes,
    ...enFactsheets.codes,
    ...enFindings.codes,
    ...enSmallAreas.codes,
    ...enSegments.codes,
    ...enRegrouping.codes,
    ...enPortraits.codes,
    ...enGuide.codes,
    ...enProfiles.codes,
    ...enAccounts.codes,
    ...enAdministration.codes,
  },
}

const catalogues: Readonly<Record<Language, Words>> = { fr, en }

export function wordsOf(language: Language): Words {
  return catalogues[language]
}
