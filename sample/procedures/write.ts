import type { Bilingual } from '#kernel/bilingual.ts'
import type { ChannelCode, Procedure } from '#domain/territory'

/** French spacing: no-break spaces inside guillemets, before high punctuation and units, curved apostrophes. */
function french(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:€£%])/g, '\u00a0')
    .replace(/ (?=[;!?])/g, '\u202f')
    .replace(/(\d) (?=(?:ans?|mois|jours?|semaines?|minutes?|heures?)\b)/g, '$1\u00a0')
}

/** English takes the curved apostrophe too. */
const english = (text: string): string => text.replaceAll("'", '’')

type Pair = readonly [fr: string, en: string]
const both = ([fr, en]: Pair): Bilingual => ({ fr: french(fr), en: english(en) })

export interface Draft {
  readonly code: string
  readonly service: Procedure['service']
  readonly title: Pair
  readonly summary: Pair
  readonly documents: readonly Pair[]
  readonly channels: readonly ChannelCode[]
  readonly contact: string
  readonly cost: Pair
  readonly delay: Pair
  readonly url?: string
}

/** Turns drafts, French first in every pair, into the procedures of one side. */
export function procedures(country: Procedure['country'], drafts: readonly Draft[]): Procedure[] {
  return drafts.map(({ code, service, title, summary, documents, channels, contact, cost, delay, url }) => ({
    code,
    service,
    country,
    title: both(title),
    summary: both(summary),
    documents: documents.map(both),
    channels,
    contact,
    cost: both(cost),
    delay: both(delay),
    url: url ?? null,
  }))
}

export const free: Pair = ['Gratuit', 'Free of charge']
export const servicePublic = 'https://www.service-public.gouv.fr'
export const govUk = 'https://www.gov.uk'
export const identity: Pair = ["Une pièce d'identité", 'Proof of identity']
export const homeProof: Pair = ['Un justificatif de domicile de moins de 3 mois', 'Proof of address less than three months old']
export const bankDetails: Pair = ["Un relevé d'identité bancaire (RIB)", 'Your bank details (a French RIB)']
