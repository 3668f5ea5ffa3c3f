type Params = Readonly<Record<string, string | number>>

export const accounts = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { signIn: 'Sign in' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
}
