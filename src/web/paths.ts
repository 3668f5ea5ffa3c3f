import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { accountPaths } from './addresses/accounts.ts'
import { administrationPaths } from './addresses/administration.ts'
import { contributionPaths } from './addresses/contributions.ts'
import { importPaths } from './addresses/imports.ts'
import { mapPaths } from './addresses/maps.ts'
import { placePaths } from './addresses/places.ts'
import { publicPaths } from './addresses/public.ts'
import { surveyPaths } from './addresses/surveys.ts'
import { collectionPaths } from './addresses/collection.ts'
import { entryPaths } from './addresses/entry.ts'
import { weightsPaths } from './addresses/weights.ts'
import { factsheetsPaths } from './addresses/factsheets.ts'
import { findingsPaths } from './addresses/findings.ts'
import { smallAreasPaths } from './addresses/smallAreas.ts'
import { segmentsPaths } from './addresses/segments.ts'
import { regroupingPaths } from './addresses/regrouping.ts'
import { portraitsPaths } from './addresses/portraits.ts'
import { guidePaths } from './addresses/guide.ts'
import { profilesPaths } from './addresses/profiles.ts'
import { isDefaultTerritory, type Asked } from './asked.ts'

/** Every address of the portal, in both languages; `:name` stands for a part of the address. */
const allPaths = {
  home: { fr: '/fr', en: '/en' },
  matrix: { fr: '/fr/matrice', en: '/en/matrix' },
  evidence: { fr: '/fr/matrice/:service/:item', en: '/en/matrix/:service/:item' },
  comparison: { fr: '/fr/comparaison', en: '/en/comparison' },
  territory: { fr: '/fr/territoire', en: '/en/territory' },
  services: { fr: '/fr/services', en: '/en/services' },
  service: { fr: '/fr/services/:code', en: '/en/services/:code' },
  method: { fr: '/fr/methode', en: '/en/method' },
  jobs: { fr: '/fr/calculs', en: '/en/calculations' },
  ...importPaths,
  ...mapPaths,
  ...placePaths,
  ...publicPaths,
  ...contributionPaths,
  ...accountPaths,
  ...administrationPaths,
  ...smallAreasPaths,
  ...segmentsPaths,
  ...regroupingPaths,
  ...portraitsPaths,
  ...guidePaths,
  ...profilesPaths,
  ...findingsPaths,
  ...factsheetsPaths,
  ...weightsPaths,
  ...entryPaths,
  ...collectionPaths,
  ...surveyPaths,
} satisfies Readonly<Record<string, Bilingual>>

export type PageKey = keyof typeof allPaths
export const paths: Readonly<Record<PageKey, Bilingual>> = allPaths

export const exportPaths: Readonly<Record<'csv' | 'xlsx' | 'json', Bilingual>> = {
  csv: { fr: '/fr/matrice.csv', en: '/en/matrix.csv' },
  xlsx: { fr: '/fr/matrice.xlsx', en: '/en/matrix.xlsx' },
  json: { fr: '/fr/matrice.json', en: '/en/matrix.json' },
}

export const cancelPath: Bilingual = { fr: '/fr/calculs/:id/annuler', en: '/en/calculations/:id/cancel' }

type Parts = Readonly<Record<string, string>>

export function filled(pattern: string, parts: Parts): string {
  return pattern.replaceAll(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
}

/** What the reader has chosen, as the end of an address; defaults are left out. `null` in `more` drops a part. */
export function queryOf(asked: Asked, more: Readonly<Record<string, string | null>> = {}): string {
  const parts = new URLSearchParams()
  const carried = {
    territory: isDefaultTerritory(asked.territory) ? null : asked.territory,
    against: asked.against,
    group: asked.group,
    rule: asked.rule,
    ...more,
  }
  for (const [name, value] of Object.entries(carried)) if (value !== null) parts.set(name, value)
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}

/** An address of a page that carries what the reader has chosen. */
export function pathTo(
  language: Language,
  key: PageKey,
  asked: Asked,
  options: { readonly parts?: Parts; readonly more?: Readonly<Record<string, string | null>> } = {},
): string {
  return filled(paths[key][language], options.parts ?? {}) + queryOf(asked, options.more)
}

export function exportPath(language: Language, format: 'csv' | 'xlsx' | 'json', asked: Asked, detail: boolean): string {
  return exportPaths[format][language] + queryOf(asked, { detail: detail ? '1' : null })
}

export function cancelTo(language: Language, id: string, asked: Asked): string {
  return filled(cancelPath[language], { id }) + queryOf(asked)
}
