type Params = Readonly<Record<string, string | number>>

export const maps = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { map: 'Map' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
