/** What the reader has chosen and every link carries: the territory in view and how its matrix is made. */
export interface Asked {
  readonly territory: string
  readonly against: string | null
  readonly group: string | null
  readonly rule: string | null
}

const defaultTerritory = 'audomarois'

export function isDefaultTerritory(code: string): boolean {
  return code === defaultTerritory
}

/** Empty choices of a form count as none. */
function chosen(query: URLSearchParams, name: string): string | null {
  const value = query.get(name)?.trim()
  return value ? value : null
}

export function askedOf(query: URLSearchParams): Asked {
  return {
    territory: chosen(query, 'territory') ?? defaultTerritory,
    against: chosen(query, 'against'),
    group: chosen(query, 'group'),
    rule: chosen(query, 'rule'),
  }
}
