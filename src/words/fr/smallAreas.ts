type Params = Readonly<Record<string, string | number>>

/** Modelled figures where the survey has too few answers. */
export const smallAreas = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
