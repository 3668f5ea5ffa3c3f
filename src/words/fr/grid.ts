import type { CriterionCode, PublicCode, SubCriterionCode } from '#domain/survey'

interface CriterionWords {
  readonly name: string
  /** What people were asked to rate, to end "Notez de 0 à 10 …". */
  readonly asks: string
}

export const criteria: Readonly<Record<CriterionCode, CriterionWords>> = {
  information: { name: 'Information', asks: 'savoir que le service existe et ce qu’il fait' },
  contact: { name: 'Premier contact', asks: 'joindre le service la première fois' },
  delays: { name: 'Délais', asks: 'le temps d’attente, de rendez-vous, de réponse' },
  opening: { name: 'Horaires', asks: 'les jours et les heures d’ouverture' },
  distance: { name: 'Distance', asks: 'le temps pour s’y rendre' },
  transport: { name: 'Transports', asks: 'les moyens de s’y rendre' },
  building: { name: 'Bâtiment', asks: 'les lieux : accès, repères, confort' },
  welcome: { name: 'Accueil', asks: 'la façon dont on est reçu' },
  competence: { name: 'Compétence', asks: 'la qualité de la réponse et du suivi' },
  procedures: { name: 'Démarches', asks: 'la simplicité des démarches' },
  cost: { name: 'Coût et équité', asks: 'le prix et l’égalité de traitement' },
}

export const subCriteria: Readonly<Record<SubCriterionCode, string>> = {
  'information.known': 'existence connue',
  'information.clear': 'rôle clair',
  'information.findable': 'facile à trouver',
  'contact.phone': 'téléphone',
  'contact.online': 'en ligne',
  'contact.message': 'courrier ou message',
  'contact.orientation': 'orientation vers la bonne personne',
  'delays.queue': 'attente sur place',
  'delays.appointment': 'délai de rendez-vous',
  'delays.answer': 'délai de réponse',
  'opening.days': 'jours',
  'opening.hours': 'heures',
  'opening.evenings': 'vacances et soirées',
  'distance.time': 'temps de trajet',
  'distance.dailyLife': 'près de la vie quotidienne',
  'transport.public': 'transports en commun',
  'transport.parking': 'stationnement',
  'transport.active': 'à pied et à vélo',
  'transport.cost': 'coût du trajet',
  'building.stepFree': 'accès sans marche',
  'building.signs': 'signalétique et repères',
  'building.comfort': 'confort',
  'welcome.courtesy': 'courtoisie',
  'welcome.listening': 'écoute',
  'welcome.confidentiality': 'confidentialité',
  'welcome.help': 'aide à la lecture et à l’écran',
  'competence.quality': 'qualité de la réponse',
  'competence.followUp': 'suivi personnel',
  'competence.coordination': 'coordination entre services',
  'procedures.steps': 'nombre d’étapes',
  'procedures.clarity': 'clarté des formulaires et courriers',
  'procedures.documents': 'pièces demandées',
  'procedures.online': 'démarche en ligne utilisable',
  'cost.price': 'tarifs',
  'cost.payment': 'moyens de paiement',
  'cost.fairness': 'égalité de traitement',
}

export const publicDimensions = {
  sex: 'Sexe',
  age: 'Âge',
  family: 'Famille',
  activity: 'Activité',
  digital: 'Aisance numérique',
}

export const publics: Readonly<Record<PublicCode, string>> = {
  'sex:female': 'femmes',
  'sex:male': 'hommes',
  'age:18-29': '18 à 29 ans',
  'age:30-44': '30 à 44 ans',
  'age:45-59': '45 à 59 ans',
  'age:60-74': '60 à 74 ans',
  'age:75+': '75 ans et plus',
  'family:alone': 'personnes seules',
  'family:couple': 'couples sans enfant',
  'family:coupleWithChildren': 'couples avec enfants',
  'family:loneParent': 'parents seuls',
  'activity:employed': 'en emploi',
  'activity:unemployed': 'au chômage',
  'activity:retired': 'à la retraite',
  'activity:student': 'en études',
  'activity:atHome': 'au foyer',
  'digital:atEase': 'à l’aise avec le numérique',
  'digital:withHelp': 'numérique avec de l’aide',
  'digital:notAtEase': 'pas à l’aise avec le numérique',
}
