type Params = Readonly<Record<string, string | number>>

/** Weights of a survey: how they are made, what they are worth, which version is in force. */
export const weights = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {},
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
