import type { ChannelCode, Competence, CountryCode, ServiceCode } from '#domain/territory'

/** What the place of a service typically is; a code for words. */
export const facilityCodes = [
  'mairie',
  'councilOffice',
  'agency',
  'jobcentre',
  'postOffice',
  'library',
  'school',
  'nursery',
  'sportsCentre',
  'travelDesk',
  'recyclingCentre',
  'socialCentre',
  'healthCentre',
  'policeStation',
  'taxOffice',
  'musicSchool',
  'helpline',
  'franceServices',
] as const
export type FacilityCode = (typeof facilityCodes)[number]

export interface ServiceCompetence extends Competence {
  readonly facility: FacilityCode
}

type Row = readonly [service: ServiceCode, competent: string, channels: string, facility: FacilityCode]

/** F face to face, P phone, O online, L letter, A appointment, H home visit. */
const channelOf: Readonly<Record<string, ChannelCode>> = {
  F: 'faceToFace',
  P: 'phone',
  O: 'online',
  L: 'post',
  A: 'appointment',
  H: 'homeVisit',
}

/** Competent in France: the municipality, the inter-municipal body, the département, a branch of social security or the State. */
const france: readonly Row[] = [
  ['townHall', 'commune', 'FPOLA', 'mairie'],
  ['familyAllowance', 'caf-62', 'FPOLA', 'agency'],
  ['healthInsurance', 'cpam-cote-opale', 'FPOLA', 'agency'],
  ['employment', 'france-travail', 'FPOA', 'agency'],
  ['postOffice', 'la-poste', 'FPOH', 'postOffice'],
  ['library', 'commune', 'FPOH', 'library'],
  ['school', 'commune', 'FPOLA', 'school'],
  ['earlyChildhood', 'epci', 'FPOLA', 'nursery'],
  ['sport', 'epci', 'FPO', 'sportsCentre'],
  ['mobility', 'epci', 'FPO', 'travelDesk'],
  ['waste', 'epci', 'FPO', 'recyclingCentre'],
  ['socialService', 'department-62', 'FPLAH', 'socialCentre'],
  ['health', 'health-centres-62', 'FPOAH', 'healthCentre'],
  ['police', 'gendarmerie-62', 'FPOA', 'policeStation'],
  ['tax', 'dgfip-62', 'FPOLA', 'taxOffice'],
  ['culture', 'commune', 'FPOA', 'musicSchool'],
]

/** Competent in Kent: the district, the county (Medway does both), the NHS or a national body, the latter mostly by phone and online. */
const greatBritain: readonly Row[] = [
  ['townHall', 'district', 'FPOLA', 'councilOffice'],
  ['familyAllowance', 'hmrc', 'POL', 'helpline'],
  ['healthInsurance', 'nhsbsa', 'POL', 'helpline'],
  ['employment', 'dwp', 'FPOA', 'jobcentre'],
  ['postOffice', 'post-office', 'FPO', 'postOffice'],
  ['library', 'kent-county-council', 'FPOH', 'library'],
  ['school', 'kent-county-council', 'FPOLA', 'school'],
  ['earlyChildhood', 'kent-county-council', 'FPOA', 'nursery'],
  ['sport', 'district', 'FPO', 'sportsCentre'],
  ['mobility', 'kent-county-council', 'POL', 'travelDesk'],
  ['waste', 'district', 'FPO', 'recyclingCentre'],
  ['socialService', 'kent-county-council', 'POLAH', 'socialCentre'],
  ['health', 'nhs-kent-medway', 'FPOAH', 'healthCentre'],
  ['police', 'kent-police', 'FPOA', 'policeStation'],
  ['tax', 'hmrc', 'POL', 'helpline'],
  ['culture', 'kent-county-council', 'FPOA', 'musicSchool'],
]

function competences(rows: readonly Row[], country: CountryCode): ServiceCompetence[] {
  return rows.map(([service, competent, letters, facility]) => {
    const channels = Array.from(letters).flatMap((letter) => channelOf[letter] ?? [])
    return { service, country, competent, channels, facility }
  })
}

/** Who answers for each of the 16 services on each side, by which channels, in what kind of place: 32 rows, in the order of the services. */
export function buildCompetences(): ServiceCompetence[] {
  return [...competences(france, 'FR'), ...competences(greatBritain, 'GB')]
}
