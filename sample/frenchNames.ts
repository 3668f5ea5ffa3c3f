/** Communes of the Pas-de-Calais whose H is aspirated: "de Houlle" but "d’Hallines" (INSEE's `TYPELIAISON`). */
const aspirated = new Set(['Ham-en-Artois', 'Hames-Boucres', 'Haute-Avesnes', 'Hautecloque', 'Haut-Loquin', 'Houlle'])

/**
 * "de" before a commune's name, contracted or elided as French wants it.
 *
 * Example: `ofCommune('Le Portel')` is "du Portel", `ofCommune('Hallines')` is "d’Hallines", `ofCommune('La Couture')` is "de La Couture".
 */
export function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  if (/^[AEIOUÀÂÉÈÊÎŒH]/.test(name) && !aspirated.has(name)) return `d’${name}`
  return name === 'Ytres' ? 'd’Ytres' : `de ${name}`
}

/** "de" before an English name: only vowels elide ("d’Ashford", "de Hythe"). */
export function ofEnglishTown(name: string): string {
  return /^[AEIOU]/.test(name) ? `d’${name}` : `de ${name}`
}
