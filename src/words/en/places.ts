type Params = Readonly<Record<string, string | number>>

export const places = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { placeEdit: 'Edit a place' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
