import type { ZoneCard } from '#app/public/publicViews.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

/** A commune's own page; a wider zone's page is the territory's. */
export function zonePath({ language, asked }: Visit, { zone }: ZoneCard): string {
  if (zone.level === 'commune') return pathTo(language, 'commune', asked, { parts: { code: zone.code } })
  return pathTo(language, 'territory', { ...asked, territory: zone.code })
}

/** "Saint-Omer (Pas-de-Calais)", "Ashford (district, Kent and Medway)": what tells it from its namesakes. */
export function zoneLabel({ words, language }: Visit, { zone, department }: ZoneCard): string {
  const district = zone.level === 'epci' && zone.country === 'GB' ? [words.publicArea.commune.body.GB.toLowerCase()] : []
  const details = [...district, ...(department === null ? [] : [department[language]])]
  return details.length === 0 ? zone.name[language] : `${zone.name[language]} (${details.join(', ')})`
}
