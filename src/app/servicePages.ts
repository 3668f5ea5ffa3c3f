import { isServiceCode, serviceCodes, type Competence, type Organisation, type ServiceCode } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { countPlaces, selectPlaces } from '#store/places.ts'
import { selectCompetences, selectProcedures } from '#store/services.ts'
import { selectOrganisations } from '#store/territory.ts'
import { zoneName } from './naming.ts'
import { withAtlas, type Observatory } from './observatory.ts'
import type { ServicesView, ServiceView } from './views.ts'

const shownPlaces = 200
const french = new Intl.Collator('fr')

export type NamedCompetence = Competence & { readonly organisation: Organisation | null }

export function namedCompetences(
  competences: readonly Competence[],
  organisations: ReadonlyMap<string, Organisation>,
  service: ServiceCode,
): NamedCompetence[] {
  return competences
    .filter((each) => each.service === service)
    .map((each) => Object.assign({ organisation: organisations.get(each.competent) ?? null }, each))
}

export async function servicesView(obs: Observatory, query: { territory: string }): Promise<ServicesView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const zone = geography.get(query.territory)
    const codes = new Set(geography.within(zone.code, 'commune').map((commune) => commune.code))
    const counts = (await countPlaces(reader, zone.root ?? zone.code)).filter((row) => codes.has(row.zone))
    const procedures = await selectProcedures(reader, null)
    const competences = await selectCompetences(reader)
    const organisations = new Map((await selectOrganisations(reader)).map((each) => [each.code, each]))
    return {
      territory: zoneName(zone),
      services: serviceCodes.map((service) => ({
        service,
        places: counts.filter((row) => row.service === service).reduce((sum, row) => sum + row.places, 0),
        procedures: procedures.filter((each) => each.service === service).length,
        competences: namedCompetences(competences, organisations, service),
      })),
    }
  })
}

const unknownName: Bilingual = { fr: '', en: '' }

export async function serviceView(obs: Observatory, query: { territory: string; service: string }): Promise<ServiceView> {
  const { service } = query
  if (!isServiceCode(service)) throw new DomainError('service.unknown', { code: service })
  return withAtlas(obs, async (reader, { geography }) => {
    const zone = geography.get(query.territory)
    const communes = geography.within(zone.code, 'commune').map((commune) => commune.code)
    const nameOfZone = (code: string | null): Bilingual => geography.find(code ?? '')?.name ?? unknownName
    const townOf = (code: string | null): string => nameOfZone(code).fr
    const found = await selectPlaces(reader, communes, service)
    const places = found.toSorted(
      (a, b) => french.compare(townOf(a.zone), townOf(b.zone)) || french.compare(a.name.fr, b.name.fr),
    )
    const procedures = await selectProcedures(reader, service)
    const organisations = new Map((await selectOrganisations(reader)).map((each) => [each.code, each]))
    const nameOf = (code: string | null): Bilingual => organisations.get(code ?? '')?.name ?? { fr: code ?? '', en: code ?? '' }
    return {
      territory: zoneName(zone),
      service,
      competences: namedCompetences(await selectCompetences(reader), organisations, service),
      procedures: procedures.map((each) => Object.assign({ contactName: nameOf(each.contact) }, each)),
      places: places
        .slice(0, shownPlaces)
        .map((each) => Object.assign({ zoneName: nameOfZone(each.zone), organisationName: nameOf(each.organisation) }, each)),
      placesTotal: places.length,
    }
  })
}
