import type { Bilingual } from '#kernel/bilingual.ts'

interface TerritoryFact {
  readonly code: string
  readonly name: Bilingual
  /** SIREN codes; of an EPCI that crosses the département's line only the communes of the Pas-de-Calais belong. */
  readonly epci: readonly string[]
}

const same = (name: string): Bilingual => ({ fr: name, en: name })

/** The nine territories of the Département du Pas-de-Calais, as unions of inter-municipal bodies. */
export const territories62: readonly TerritoryFact[] = [
  { code: 'arrageois', name: same('Arrageois'), epci: ['200033579', '200035442', '200069482', '200044048'] },
  { code: 'artois', name: same('Artois'), epci: ['200072460', '245900758'] },
  { code: 'audomarois', name: same('Audomarois'), epci: ['200069037', '246201016'] },
  { code: 'boulonnais', name: same('Boulonnais'), epci: ['246200729', '200018083', '246200380'] },
  { code: 'calaisis', name: same('Calaisis'), epci: ['200090751', '246200844', '200072478'] },
  { code: 'heninCarvin', name: same('Hénin-Carvin'), epci: ['246200299'] },
  { code: 'lensLievin', name: same('Lens-Liévin'), epci: ['246200364'] },
  { code: 'montreuillois', name: same('Montreuillois'), epci: ['200069029', '200069235', '200044030'] },
  { code: 'ternois', name: same('Ternois'), epci: ['200069672'] },
]

/** Names of inter-municipal bodies that the national list writes without their usual punctuation. */
export const epciNames: Readonly<Record<string, string>> = {
  '200044048': 'CC Osartis-Marquion',
  '200072460': 'CA de Béthune-Bruay, Artois Lys Romane',
  '246200364': 'CA de Lens-Liévin',
}
