/** What a file can be, in the order in which files brought together are taken in: zones before what lies in them. */
export const importKindCodes = [
  'zones',
  'boundaries',
  'postcodes',
  'population',
  'census',
  'filosofi',
  'facilities',
  'places',
  'franceServices',
  'libraries',
  'answers',
] as const
export type ImportKind = (typeof importKindCodes)[number]

export function isImportKindCode(text: string): text is ImportKind {
  return importKindCodes.some((kind) => kind === text)
}
