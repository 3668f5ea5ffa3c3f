import type { MeasureUnit } from './records.ts'

/** What a table of the 2021 census of England and Wales counts, and what it is called. */
export interface CensusTable {
  readonly fr: string
  readonly en: string
  readonly unit: MeasureUnit
}

const people = (en: string, fr: string): CensusTable => ({ fr, en, unit: 'people' })
const households = (en: string, fr: string): CensusTable => ({ fr, en, unit: 'households' })

/** The topic summaries by their number, less a letter at the end (`ts007a`). */
export const censusTables: Readonly<Record<string, CensusTable>> = {
  ts001: people('Residence type', 'Type de résidence'),
  ts002: people('Marital and civil partnership status', 'Situation matrimoniale'),
  ts003: households('Household composition', 'Composition des ménages'),
  ts004: people('Country of birth', 'Pays de naissance'),
  ts005: people('Passports held', 'Passeports détenus'),
  ts006: { en: 'Population density', fr: 'Densité de population', unit: 'perKm2' },
  ts007: people('Age', 'Âge'),
  ts008: people('Sex', 'Sexe'),
  ts011: households('Household deprivation', 'Privations des ménages'),
  ts015: people('Year of arrival in the UK', 'Année d’arrivée au Royaume-Uni'),
  ts016: people('Length of residence in the UK', 'Durée de résidence au Royaume-Uni'),
  ts017: households('Household size', 'Taille des ménages'),
  ts018: people('Age of arrival in the UK', 'Âge à l’arrivée au Royaume-Uni'),
  ts019: people('Migrant indicator', 'Adresse un an auparavant'),
  ts020: people('Sex', 'Sexe'),
  ts021: people('Ethnic group', 'Groupe ethnique'),
  ts023: households('Multiple ethnic groups in household', 'Groupes ethniques au sein du ménage'),
  ts025: households('Household language (English and Welsh)', 'Langue du ménage (anglais et gallois)'),
  ts026: households('Multiple main languages in household', 'Langues principales au sein du ménage'),
  ts027: people('National identity', 'Identité nationale'),
  ts029: people('Proficiency in English language', 'Maîtrise de l’anglais'),
  ts030: people('Religion', 'Religion'),
  ts032: people('Welsh language skills', 'Connaissance du gallois'),
  ts033: people('Welsh speaking ability', 'Gallois parlé'),
  ts034: people('Welsh writing ability', 'Gallois écrit'),
  ts035: people('Welsh reading ability', 'Gallois lu'),
  ts036: people('Welsh understanding ability', 'Gallois compris'),
  ts037: people('General health', 'État de santé'),
  ts038: people('Disability', 'Handicap'),
  ts039: people('Provision of unpaid care', 'Aide apportée à un proche'),
  ts040: households('Number of disabled people in household', 'Personnes handicapées dans le ménage'),
  ts041: households('Number of households', 'Nombre de ménages'),
  ts044: households('Accommodation type', 'Type de logement'),
  ts045: households('Number of cars or vans', 'Nombre de voitures'),
  ts046: households('Type of central heating in household', 'Chauffage central'),
  ts050: households('Number of bedrooms', 'Nombre de chambres'),
  ts051: households('Number of rooms', 'Nombre de pièces'),
  ts052: households('Occupancy rating for bedrooms', 'Occupation des chambres'),
  ts053: households('Occupancy rating for rooms', 'Occupation des pièces'),
  ts054: households('Tenure of household', 'Statut d’occupation du logement'),
  ts055: people('Second address type', 'Type de seconde adresse'),
  ts056: people('Second address indicator', 'Seconde adresse'),
  ts058: people('Distance travelled to work', 'Distance jusqu’au travail'),
  ts059: people('Hours worked', 'Heures travaillées'),
  ts060: people('Industry', 'Secteur d’activité'),
  ts061: people('Method of travel to workplace', 'Moyen de transport jusqu’au travail'),
  ts062: people('National Statistics Socio-economic Classification (NS-SEC)', 'Catégorie socio-économique (NS-SEC)'),
  ts063: people('Occupation (current)', 'Profession actuelle'),
  ts065: people('Unemployment history', 'Travail passé des personnes sans emploi'),
  ts066: people('Economic activity status', 'Situation d’activité'),
  ts067: people('Highest level of qualification', 'Diplôme le plus élevé'),
  ts068: people('Schoolchild or full-time student indicator', 'Élèves et étudiants à plein temps'),
  ts075: households('Multi religion household', 'Religions au sein du ménage'),
}
