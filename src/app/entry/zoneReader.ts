import { foldText } from '#domain/survey'
import type { Geography, Zone } from '#domain/territory'

/** Communes and towns of a root territory, and how a text names one. */
export interface ZoneReader {
  readonly towns: readonly Zone[]
  readonly isZone: (code: string) => boolean
  /** The code that a text names: `62765`, `Saint-Omer`, `SAINT OMER`, `Saint-Omer (62765)`; `null` for none, or for a name that several towns bear. */
  readonly findZone: (text: string) => string | null
}

const codeInside = /(?<![\dA-Z])(?:\d[\dAB]\d{3}|[EWNS]\d{8})(?!\d)/g

function spellings({ name }: Zone): ReadonlySet<string> {
  const both = [name.fr, name.en]
  // People write St-Omer, and leave an article out.
  const saints = both.map((each) => each.replaceAll(/\bSainte\b/gi, 'Ste').replaceAll(/\bSaint\b/gi, 'St'))
  return new Set([...both, ...saints].map(foldText))
}

export function zoneReader(geography: Geography, root: string): ZoneReader {
  const towns = geography.zones.filter((zone) => zone.level === 'commune' && zone.root === root)
  const codes = new Set(towns.map(({ code }) => code))
  const byName = new Map<string, string | null>()
  for (const town of towns)
    for (const name of spellings(town)) byName.set(name, byName.has(name) && byName.get(name) !== town.code ? null : town.code)
  return {
    towns,
    isZone: (code) => codes.has(code),
    findZone(text) {
      const [only, second] = [...new Set(text.toUpperCase().match(codeInside))].filter((code) => codes.has(code))
      if (only !== undefined && second === undefined) return only
      return byName.get(foldText(text)) ?? null
    },
  }
}
