type Params = Readonly<Record<string, string | number>>

export const places = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { placeEdit: 'Modifier un lieu' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
