import type { ChannelCode, ServiceCode } from '#domain/territory'

interface ServiceWords {
  readonly name: string
  /** For narrow columns and labels of charts. */
  readonly short: string
  readonly about: string
  /** Who answers for it in France, and in England. */
  readonly france: string
  readonly england: string
}

export const services: Readonly<Record<ServiceCode, ServiceWords>> = {
  townHall: {
    name: 'Mairie',
    short: 'Mairie',
    about: 'État civil, titres d’identité, élections, urbanisme, et tout ce que l’on demande d’abord à sa commune.',
    france: 'La commune.',
    england: 'Le district (borough ou district council) ; l’état civil relève du comté.',
  },
  familyAllowance: {
    name: 'Caisse d’allocations familiales',
    short: 'Allocations familiales',
    about: 'Prestations familiales, aides au logement, prime d’activité, revenu de solidarité active.',
    france: 'La caisse d’allocations familiales du département.',
    england: 'L’État seul (HMRC et DWP), par téléphone et en ligne, sans guichet local.',
  },
  healthInsurance: {
    name: 'Caisse d’assurance maladie',
    short: 'Assurance maladie',
    about: 'Remboursements, carte Vitale, indemnités journalières, complémentaire santé solidaire.',
    france: 'La caisse primaire d’assurance maladie.',
    england: 'Sans équivalent : le NHS soigne sans remboursement ; les indemnités relèvent du DWP.',
  },
  employment: {
    name: 'Service de l’emploi',
    short: 'Emploi',
    about: 'Inscription, accompagnement vers l’emploi, indemnisation, formation.',
    france: 'France Travail.',
    england: 'Le Jobcentre Plus, service de l’État.',
  },
  postOffice: {
    name: 'Bureau de poste',
    short: 'Poste',
    about: 'Courrier, colis, retrait d’espèces, services bancaires de base.',
    france: 'La Poste, avec ses agences communales et ses relais chez les commerçants.',
    england: 'Post Office Limited, presque toujours chez un commerçant.',
  },
  library: {
    name: 'Bibliothèque',
    short: 'Bibliothèque',
    about: 'Prêt, lecture sur place, accès à l’internet, animations.',
    france: 'La commune ou l’intercommunalité.',
    england: 'Le comté (Kent County Council) ; Medway a ses propres bibliothèques.',
  },
  school: {
    name: 'École et périscolaire',
    short: 'École',
    about: 'Inscription scolaire, cantine, garderie, activités après la classe.',
    france: 'La commune pour les écoles et le périscolaire ; l’État pour l’enseignement.',
    england: 'Le comté pour les admissions ; les écoles elles-mêmes pour la garderie.',
  },
  earlyChildhood: {
    name: 'Petite enfance',
    short: 'Petite enfance',
    about: 'Crèches, assistantes maternelles, protection maternelle et infantile.',
    france: 'La commune ou l’intercommunalité ; le Département pour la protection maternelle.',
    england: 'Le comté, et des structures privées sous contrôle de l’État.',
  },
  sport: {
    name: 'Piscine et sport',
    short: 'Sport',
    about: 'Piscines, salles, terrains, cours et créneaux ouverts à tous.',
    france: 'L’intercommunalité ou la commune.',
    england: 'Le district, souvent par un gestionnaire associatif.',
  },
  mobility: {
    name: 'Bus et mobilité',
    short: 'Mobilité',
    about: 'Bus urbains et scolaires, transport à la demande, information sur les déplacements.',
    france: 'L’intercommunalité en ville, la Région au-delà.',
    england: 'Des compagnies privées ; le comté pour les lignes subventionnées.',
  },
  waste: {
    name: 'Déchets et déchèterie',
    short: 'Déchets',
    about: 'Collecte, tri, déchèteries, encombrants.',
    france: 'L’intercommunalité.',
    england: 'Le district collecte ; le comté tient les déchèteries.',
  },
  socialService: {
    name: 'Maison du Département Solidarité',
    short: 'Service social',
    about: 'Aide sociale, autonomie, protection de l’enfance, insertion : le service social du Département.',
    france: 'Le Département.',
    england: 'Le comté (adult and children’s social care).',
  },
  health: {
    name: 'Santé, médecins',
    short: 'Santé',
    about: 'Médecins, centres et maisons de santé, hôpital de proximité.',
    france: 'Des professionnels libéraux, les centres de santé, l’hôpital public.',
    england: 'Le NHS : cabinets de médecins (GP surgeries) et hôpitaux.',
  },
  police: {
    name: 'Police et gendarmerie',
    short: 'Police',
    about: 'Plainte, main courante, procuration, objets trouvés.',
    france: 'L’État : police en ville, gendarmerie à la campagne.',
    england: 'Kent Police.',
  },
  tax: {
    name: 'Finances publiques',
    short: 'Impôts',
    about: 'Impôts, paiement des factures publiques, amendes.',
    france: 'L’État (direction générale des Finances publiques).',
    england: 'HMRC pour l’impôt ; le district pour la council tax.',
  },
  culture: {
    name: 'Culture et école de musique',
    short: 'Culture',
    about: 'Écoles de musique et de danse, salles, musées, spectacles.',
    france: 'La commune ou l’intercommunalité.',
    england: 'Le district pour les lieux ; un service du comté pour la musique (music hub).',
  },
}

export const channels: Readonly<Record<ChannelCode, string>> = {
  faceToFace: 'au guichet',
  phone: 'par téléphone',
  online: 'en ligne',
  post: 'par courrier',
  appointment: 'sur rendez-vous',
  homeVisit: 'à domicile',
}

/** Competent bodies that exist once in each zone, named by their kind. */
export const bodyKinds: Readonly<Record<string, string>> = {
  commune: 'la commune',
  epci: 'l’intercommunalité',
  district: 'le district',
  department: 'le Département',
  county: 'le comté',
  state: 'l’État',
  company: 'une entreprise',
  association: 'une association',
  health: 'les professionnels de santé',
  police: 'la police',
  socialSecurity: 'la sécurité sociale',
}
