import type { ServiceCode } from '#domain/territory'

/** Rule by which the sample puts a kind of facility into the communes of the Pas-de-Calais. Thresholds are plausible, not surveyed. */
export interface Facility62 {
  readonly kind: string
  readonly services: readonly ServiceCode[]
  /** `{de}` becomes "de Lens", "d’Arras", "du Portel". */
  readonly fr: string
  /** `{town}` becomes the commune's name. */
  readonly en: string
  /** `commune`, `epci` or the code of an organisation; `cpam` picks the fund by territory, `force` police or gendarmerie by size. */
  readonly organisation: string
  /** Inhabitants from which a commune has one. */
  readonly from: number
  /** The same within the Audomarois, which the sample shows in more detail. */
  readonly fromAudomarois: number
  /** One more for so many inhabitants. */
  readonly oneMorePer: number | null
  /** Communes that have one whatever their size. */
  readonly also: readonly string[]
  readonly hours: readonly string[]
}

const office = ['Mo-Fr 08:30-12:00,13:30-17:00', 'Mo-Fr 09:00-12:00,13:30-16:30', 'Mo-Th 08:30-12:30,13:30-16:30; Fr 08:30-12:30']
/** Seats of rural cantons: Lumbres, Fruges, Saint-Pol-sur-Ternoise, Montreuil-sur-Mer, Hesdin-la-Forêt, Desvres, Marquise, Audruicq, Guînes, Bapaume. */
const seats = ['62534', '62364', '62767', '62588', '62447', '62268', '62560', '62057', '62397', '62080']
const fauquembergues = '62325'
const therouanne = '62811'

export const facilities62: readonly Facility62[] = [
  {
    kind: 'caf',
    services: ['familyAllowance'],
    fr: 'Caf, accueil {de}',
    en: 'Family allowance office, {town}',
    organisation: 'caf-62',
    from: 20_000,
    fromAudomarois: 14_000,
    oneMorePer: null,
    also: ['62588', '62767'],
    hours: [
      'Mo-Fr 08:30-12:00,13:30-16:00',
      'Mo,Tu,Th 08:30-12:00,13:30-16:00; We,Fr 08:30-12:00',
      'Mo-We,Fr 09:00-12:00,13:00-16:00',
    ],
  },
  {
    kind: 'cpam',
    services: ['healthInsurance'],
    fr: 'Assurance maladie, accueil {de}',
    en: 'Health insurance office, {town}',
    organisation: 'cpam',
    from: 17_000,
    fromAudomarois: 9000,
    oneMorePer: null,
    also: ['62588', '62767', '62108'],
    hours: [
      'Mo-Fr 08:30-12:30,13:30-16:30',
      'Mo,Tu,Th,Fr 08:30-12:30,13:30-17:00; We 08:30-12:30',
      'Mo-Fr 09:00-12:00,13:00-17:00',
    ],
  },
  {
    kind: 'travail',
    services: ['employment'],
    fr: 'France Travail, agence {de}',
    en: 'Employment service, {town}',
    organisation: 'france-travail',
    from: 14_000,
    fromAudomarois: 10_000,
    oneMorePer: 40_000,
    also: ['62108', '62767', '62617', '62516', '62643'],
    hours: ['Mo-We,Fr 08:30-16:30; Th 08:30-12:30', 'Mo-We 08:30-12:30,13:30-16:30; Th 08:30-12:30; Fr 08:30-12:30,13:30-15:30'],
  },
  {
    kind: 'poste',
    services: ['postOffice'],
    fr: 'Bureau de poste {de}',
    en: 'Post office, {town}',
    organisation: 'la-poste',
    from: 7000,
    fromAudomarois: 2000,
    oneMorePer: 30_000,
    also: [...seats, fauquembergues, therouanne],
    hours: [
      'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00',
      'Mo-Fr 08:30-12:00,13:30-17:30; Sa 08:30-12:00',
      'Tu-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00',
    ],
  },
  {
    kind: 'mediatheque',
    services: ['library'],
    fr: 'Médiathèque {de}',
    en: 'Library, {town}',
    organisation: 'commune',
    from: 7000,
    fromAudomarois: 1200,
    oneMorePer: null,
    also: seats,
    hours: [
      'Tu 14:00-18:00; We 10:00-12:00,14:00-18:00; Fr 14:00-18:00; Sa 10:00-12:00,14:00-17:00',
      'Tu,Th,Fr 13:30-18:00; We,Sa 09:30-12:00,13:30-18:00',
      'We 14:00-18:00; Fr 16:00-18:30; Sa 10:00-12:00',
    ],
  },
  {
    kind: 'ecole',
    services: ['school'],
    fr: 'Écoles et accueil périscolaire {de}',
    en: 'Schools and after-school office, {town}',
    organisation: 'commune',
    from: 7000,
    fromAudomarois: 1200,
    oneMorePer: 30_000,
    also: seats,
    hours: [
      'Sep-Jun Mo,Tu,Th,Fr 07:30-18:30',
      'Sep-Jun Mo,Tu,Th,Fr 07:15-18:45; Sep-Jun We 08:00-18:00',
      'Sep-Jun Mo,Tu,Th,Fr 08:00-12:00,13:30-17:30',
    ],
  },
  {
    kind: 'creche',
    services: ['earlyChildhood'],
    fr: 'Multi-accueil et relais petite enfance {de}',
    en: 'Nursery and early childhood centre, {town}',
    organisation: 'epci',
    from: 10_000,
    fromAudomarois: 2500,
    oneMorePer: 30_000,
    also: [...seats, fauquembergues],
    hours: ['Mo-Fr 07:30-18:30', 'Mo-Fr 07:15-18:45', 'Mo-Fr 08:00-18:00'],
  },
  {
    kind: 'piscine',
    services: ['sport'],
    fr: 'Piscine et salle de sport {de}',
    en: 'Swimming pool and sports hall, {town}',
    organisation: 'epci',
    from: 11_500,
    fromAudomarois: 9000,
    oneMorePer: 40_000,
    also: ['62534', '62767', '62364', '62268', '62560', '62588'],
    hours: [
      'Mo,Tu,Th,Fr 12:00-13:30,17:00-20:00; We 14:00-19:00; Sa 14:00-18:00; Su 09:00-13:00',
      'Mo-Fr 12:00-14:00,16:30-20:30; Sa,Su 09:00-13:00,14:30-18:00',
      'Tu,Fr 17:00-21:00; We 14:30-18:00; Sa 15:00-18:00; Su 09:00-12:30',
    ],
  },
  {
    kind: 'mobilite',
    services: ['mobility'],
    fr: 'Agence de mobilité {de}',
    en: 'Travel office, {town}',
    organisation: 'epci',
    from: 20_000,
    fromAudomarois: 14_000,
    oneMorePer: null,
    also: ['62108', '62534'],
    hours: ['Mo-Fr 08:30-12:00,13:30-18:00; Sa 09:00-12:00', 'Mo-Fr 07:30-18:30; Sa 09:00-12:30,13:30-17:00'],
  },
  {
    kind: 'dechetterie',
    services: ['waste'],
    fr: 'Déchèterie {de}',
    en: 'Waste and recycling centre, {town}',
    organisation: 'epci',
    from: 9300,
    fromAudomarois: 4500,
    oneMorePer: null,
    also: [...seats, therouanne, fauquembergues],
    hours: [
      'Apr-Sep Mo-Sa 09:00-12:00,13:30-18:30; Oct-Mar Mo-Sa 09:00-12:00,13:30-17:00',
      'Mo,We-Sa 09:00-12:00,14:00-18:00; Su 09:00-12:00',
      'Apr-Sep Tu-Sa 09:00-12:00,14:00-19:00; Oct-Mar Tu-Sa 09:00-12:00,14:00-17:00',
    ],
  },
  {
    kind: 'solidarite',
    services: ['socialService'],
    fr: 'Maison du Département Solidarité {de}',
    en: 'Social service of the Département, {town}',
    organisation: 'department-62',
    from: 14_000,
    fromAudomarois: 9000,
    oneMorePer: null,
    also: [...seats, '62014', '62108', '62617', '62516'],
    hours: office,
  },
  {
    kind: 'sante',
    services: ['health'],
    fr: 'Maison de santé {de}',
    en: 'Health centre, {town}',
    organisation: 'health-centres-62',
    from: 7600,
    fromAudomarois: 1300,
    oneMorePer: 30_000,
    also: [...seats, fauquembergues],
    hours: [
      'Mo-Fr 08:00-19:00; Sa 08:00-12:00',
      'Mo-Fr 08:30-12:30,14:00-18:30; Sa 09:00-12:00',
      'Mo-Fr 08:00-12:30,13:30-19:00',
    ],
  },
  {
    kind: 'force',
    services: ['police'],
    fr: '{force} {de}',
    en: '{force}, {town}',
    organisation: 'force',
    from: 11_500,
    fromAudomarois: 4800,
    oneMorePer: null,
    also: [...seats, fauquembergues],
    hours: [
      'Mo-Sa 08:00-12:00,14:00-18:00; Su,PH 09:00-12:00,15:00-18:00',
      'Mo,We,Sa 08:00-12:00,14:00-18:00; Tu,Th,Fr 14:00-18:00',
    ],
  },
  {
    kind: 'impots',
    services: ['tax'],
    fr: 'Service des impôts {de}',
    en: 'Tax office, {town}',
    organisation: 'dgfip-62',
    from: 17_500,
    fromAudomarois: 14_000,
    oneMorePer: null,
    also: ['62588', '62767'],
    hours: ['Mo,Tu,Th,Fr 08:30-12:00; Mo,Th 13:30-16:00', 'Mo-Fr 08:45-12:00; Tu,Th 13:30-16:00'],
  },
  {
    kind: 'musique',
    services: ['culture'],
    fr: 'École de musique {de}',
    en: 'Music school, {town}',
    organisation: 'commune',
    from: 9000,
    fromAudomarois: 1900,
    oneMorePer: null,
    also: ['62534', '62767', '62588', '62447', '62364'],
    hours: [
      'Sep-Jun Mo-Fr 14:00-20:00; Sep-Jun Sa 09:00-12:30',
      'Tu,Th,Fr 16:30-20:00; We 13:30-20:00; Sa 09:30-12:30',
      'Sep-Jun We 13:00-19:00; Sep-Jun Sa 09:00-17:00',
    ],
  },
  {
    kind: 'franceServices',
    services: ['familyAllowance', 'healthInsurance', 'employment', 'tax', 'postOffice'],
    fr: 'Espace France services {de}',
    en: 'France services desk, {town}',
    organisation: 'epci',
    from: 11_000,
    fromAudomarois: 3200,
    oneMorePer: null,
    also: [...seats, fauquembergues, therouanne],
    hours: [
      'Mo-Fr 09:00-12:00,13:30-17:00',
      'Mo-Fr 08:30-12:30; Mo,Tu,Th 13:30-17:30',
      'Mo,We,Fr 08:30-12:00,13:30-17:00; Tu 08:30-12:00; Th 13:30-19:00',
    ],
  },
]
