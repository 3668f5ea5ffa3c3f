import type { Bilingual, Language } from '#kernel/bilingual.ts'

/** A zone's name as sentences need it. */
export interface ZoneInWords {
  /** "l’Audomarois", "the Audomarois". */
  readonly the: string
  /** "de l’Audomarois", "of the Audomarois". */
  readonly of: string
  /** Which people: "de l’Audomarois", "in the Audomarois". */
  readonly people: string
  /** "dans l’Audomarois", "in the Audomarois". */
  readonly in: string
  /** "à l’Audomarois", "with the Audomarois": what something is compared to. */
  readonly to: string
}

/** French says of people whence they are. */
type FrenchZone = Omit<ZoneInWords, 'people'>

interface Named {
  readonly code: string
  readonly level: string
  readonly name: Bilingual
}

/** The article that French and English give to names that take one; the rest is read from the name. */
const articles: Readonly<Record<string, { readonly fr: 'le' | 'la' | 'l’' | 'territory'; readonly en: 'the' | '' }>> = {
  arrageois: { fr: 'l’', en: 'the' },
  artois: { fr: 'l’', en: '' },
  audomarois: { fr: 'l’', en: 'the' },
  boulonnais: { fr: 'le', en: 'the' },
  calaisis: { fr: 'le', en: 'the' },
  heninCarvin: { fr: 'territory', en: '' },
  lensLievin: { fr: 'territory', en: '' },
  montreuillois: { fr: 'le', en: 'the' },
  ternois: { fr: 'le', en: 'the' },
  '59': { fr: 'le', en: 'the' },
  '62': { fr: 'le', en: 'the' },
  '80': { fr: 'la', en: 'the' },
  kent: { fr: 'le', en: '' },
  FR: { fr: 'la', en: '' },
  GB: { fr: 'le', en: 'the' },
}

const vowel = /^[aeiouyâàéèêëîïôöûüœæ]/i
/** Names whose h is aspirated take no elision; in these zones nearly every h at the start of a name is. */
function elided(name: string): string {
  return vowel.test(name) ? `d’${name}` : `de ${name}`
}

const contractions = { le: { of: 'du', to: 'au' }, la: { of: 'de la', to: 'à la' }, 'l’': { of: 'de l’', to: 'à l’' } } as const

function withArticle(article: 'le' | 'la' | 'l’', name: string, inside: string): FrenchZone {
  const gap = article === 'l’' ? '' : ' '
  const { of, to } = contractions[article]
  return {
    the: `${article}${gap}${name}`,
    of: `${of}${gap}${name}`,
    in: `${inside} ${article}${gap}${name}`,
    to: `${to}${gap}${name}`,
  }
}

/** Communes carry their own article: Le Portel -> au Portel, Les Attaques -> aux Attaques, La Calotterie -> à La Calotterie. */
function communeFr(name: string): FrenchZone {
  if (name.startsWith('Le ')) {
    const rest = name.slice(3)
    return { the: name, of: `du ${rest}`, in: `au ${rest}`, to: `au ${rest}` }
  }
  if (name.startsWith('Les ')) {
    const rest = name.slice(4)
    return { the: name, of: `des ${rest}`, in: `aux ${rest}`, to: `aux ${rest}` }
  }
  return { the: name, of: elided(name), in: `à ${name}`, to: `à ${name}` }
}

function epciFr(name: string): FrenchZone {
  if (/^(CA|CC|CU|Communauté|Métropole) ?/.test(name)) return withArticle('la', name, 'dans')
  return {
    the: `le district ${elided(name)}`,
    of: `du district ${elided(name)}`,
    in: `dans le district ${elided(name)}`,
    to: `au district ${elided(name)}`,
  }
}

function french(zone: Named): FrenchZone {
  const name = zone.name.fr
  if (zone.code === 'FR') return { the: 'la France', of: 'de la France', in: 'en France', to: 'à la France' }
  if (zone.code === 'GB') return { the: `le ${name}`, of: `du ${name}`, in: `au ${name}`, to: `au ${name}` }
  const article = articles[zone.code]?.fr
  if (article === 'territory') return withArticle('le', `territoire ${elidedTerritory(name)}`, 'dans')
  if (article) return withArticle(article, name, 'dans')
  if (zone.level === 'epci') return epciFr(name)
  if (zone.level === 'commune') return communeFr(name)
  return withArticle('le', `territoire ${elided(name)}`, 'dans')
}

/** "Hénin" is written without aspiration by its inhabitants: d’Hénin-Carvin. */
function elidedTerritory(name: string): string {
  return name.startsWith('Hé') ? `d’${name}` : elided(name)
}

function english(zone: Named): ZoneInWords {
  const held = articles[zone.code]?.en
  const body = zone.level === 'epci' && /^(CA|CC|CU) /.test(zone.name.en)
  const article = held ?? (body ? 'the' : '')
  const the = article ? `${article} ${zone.name.en}` : zone.name.en
  return { the, of: `of ${the}`, people: `in ${the}`, in: `in ${the}`, to: `with ${the}` }
}

/**
 * A zone's name with the article and preposition a sentence needs.
 *
 * Example: `zoneInWords(audomarois, 'fr').of` is "de l’Audomarois"; of Le Portel, `in` is "au Portel".
 */
export function zoneInWords(zone: Named, language: Language): ZoneInWords {
  if (language === 'en') return english(zone)
  const words = french(zone)
  return { ...words, people: words.of }
}

/** Capital at the start of a sentence or a table cell. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
