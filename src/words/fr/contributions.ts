type Params = Readonly<Record<string, string | number>>

export const contributions = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { contributions: 'Signalements' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
