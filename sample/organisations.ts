import type { CountryCode, Organisation, Zone } from '#domain/territory'
import { englishBodies, frenchBodies } from './facts/organisations.ts'
import { ofCommune, ofEnglishTown } from './frenchNames.ts'

function single(rows: typeof frenchBodies, country: CountryCode): Organisation[] {
  return rows.map(([code, kind, zone, fr, en, url]) => ({ code, kind, zone, name: { fr, en }, country, url }))
}

/** The municipality, the inter-municipal body or the district council of a zone; nothing for other zones. */
function ofZone({ code, level, name, country }: Zone): Organisation[] {
  if (country === 'FR' && level === 'commune') {
    const text = { fr: `Commune ${ofCommune(name.fr)}`, en: `Municipality of ${name.en}` }
    return [{ code: organisationOf('commune', code), name: text, kind: 'commune', country, zone: code, url: null }]
  }
  if (level !== 'epci') return []
  if (country === 'FR') return [{ code: organisationOf('epci', code), name, kind: 'epci', country, zone: code, url: null }]
  const council = code === 'E06000035' ? 'Medway Council' : `${name.en} Council`
  const text = { fr: `Conseil de district ${ofEnglishTown(name.fr)}`, en: council }
  return [{ code: organisationOf('district', code), name: text, kind: 'district', country, zone: code, url: null }]
}

/** The code of the body that there is one of in each zone. */
export function organisationOf(kind: 'commune' | 'epci' | 'district', zone: string): string {
  return `${kind}-${zone}`
}

/** Every body that answers for a service, on both sides. */
export function buildOrganisations(zones: readonly Zone[]): Organisation[] {
  return [...single(frenchBodies, 'FR'), ...single(englishBodies, 'GB'), ...zones.flatMap(ofZone)]
}
