type Params = Readonly<Record<string, string | number>>

export const administration = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { administration: 'Administration' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
