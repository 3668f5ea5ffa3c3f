type Params = Readonly<Record<string, string | number>>

/** Pen portraits of customer groups. */
export const portraits = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
