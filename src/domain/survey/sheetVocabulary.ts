import { serviceCodes, type ServiceCode } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import { channelCodes } from './channels.ts'
import { foldText } from './foldText.ts'
import { criterionCodes, itemCodes, type ItemCode } from './grid.ts'
import type { GridContent } from './gridContent.ts'
import { publicDimensionCodes, publicDimensions } from './publics.ts'

/** What the values of a column are read as; columns of one kind share what their values mean. */
export const valueKinds = [
  ...publicDimensionCodes,
  'zone',
  'need',
  'criterion',
  'channel',
  'language',
  'service',
  'item',
  'score',
] as const
export type ValueKind = (typeof valueKinds)[number]

/** Answers to "did you need it?", beside the criterion for which somebody gave up. */
export const needAnswers = ['used', 'none', 'gaveUp'] as const

/** Codes that a kind of value can be mapped to; communes are found by name and have no list here. */
export function codesOf(kind: ValueKind): readonly string[] {
  if (kind === 'zone') return []
  if (kind === 'need') return [...needAnswers, ...criterionCodes]
  if (kind === 'criterion') return criterionCodes
  if (kind === 'channel') return channelCodes
  if (kind === 'language') return ['fr', 'en']
  if (kind === 'service') return serviceCodes
  if (kind === 'item') return itemCodes
  if (kind === 'score') return Array.from({ length: 11 }, (_, score) => String(score))
  return publicDimensions[kind]
}

const said: Readonly<Partial<Record<ValueKind, Readonly<Record<string, readonly string[]>>>>> = {
  sex: {
    female: ['F', 'femme', 'une femme', 'féminin', 'woman', 'a woman', 'female', 'women', 'femmes', 'Madame'],
    male: ['M', 'H', 'homme', 'un homme', 'masculin', 'man', 'a man', 'male', 'men', 'hommes', 'Monsieur'],
  },
  age: {
    '18-29': ['18-29 ans', '18 à 29 ans', 'de 18 à 29 ans', '18 to 29', 'aged 18 to 29'],
    '30-44': ['30-44 ans', '30 à 44 ans', 'de 30 à 44 ans', '30 to 44', 'aged 30 to 44'],
    '45-59': ['45-59 ans', '45 à 59 ans', 'de 45 à 59 ans', '45 to 59', 'aged 45 to 59'],
    '60-74': ['60-74 ans', '60 à 74 ans', 'de 60 à 74 ans', '60 to 74', 'aged 60 to 74'],
    '75+': ['75 ans et plus', '75 ans ou plus', '75 et plus', 'plus de 75 ans', '75 and over', '75 or over', 'aged 75 and over'],
  },
  family: {
    alone: ['seul', 'seule', 'seul ou seule', 'seul(e)', 'personne seule', 'living alone', 'single'],
    couple: [
      'couple',
      'en couple',
      'couple sans enfant',
      'en couple sans enfant',
      'couple without children',
      'as a couple without children',
    ],
    coupleWithChildren: ['couple avec enfants', 'en couple avec enfants', 'couple with children', 'as a couple with children'],
    loneParent: [
      'parent seul',
      'parent isolé',
      'famille monoparentale',
      'parent seul avec enfants',
      'lone parent',
      'as a lone parent',
      'single parent',
    ],
  },
  activity: {
    employed: ['en emploi', 'actif', 'actif occupé', 'salarié', 'travail', 'in work', 'working', 'in employment'],
    unemployed: ['au chômage', 'chômage', 'demandeur d’emploi', 'sans emploi', 'out of work', 'unemployed'],
    retired: ['retraité', 'retraitée', 'à la retraite', 'retraite', 'retired'],
    student: ['étudiant', 'étudiante', 'en études', 'élève ou étudiant', 'studying', 'student'],
    atHome: [
      'au foyer',
      'homme ou femme au foyer',
      'autre inactif',
      'autre',
      'at home',
      'other',
      'au foyer ou autre',
      'at home or other',
    ],
  },
  digital: {
    atEase: ['à l’aise', 'tout à fait à l’aise', 'at ease', 'confident', 'à l’aise avec le numérique'],
    withHelp: ['avec de l’aide', 'avec aide', 'un peu', 'with help', 'at ease with help'],
    notAtEase: ['pas à l’aise', 'pas du tout à l’aise', 'not at ease', 'not confident', 'pas à l’aise avec le numérique'],
  },
  need: {
    used: ['Y', 'Yes', 'Oui', '1', 'x', 'vrai', 'true', 'utilisé', 'j’ai utilisé', 'used', 'I used it'],
    none: [
      'N',
      'No',
      'Non',
      '0',
      'faux',
      'false',
      'pas besoin',
      'jamais',
      'not needed',
      'no need',
      'non sélectionné',
      'not selected',
    ],
    gaveUp: ['renoncé', 'j’ai renoncé', 'besoin mais renoncé', 'gave up', 'I gave up', 'needed but gave up'],
  },
  channel: {
    desk: ['guichet', 'au guichet', 'sur place', 'le guichet', 'counter', 'the counter', 'in person', 'face to face'],
    phone: ['téléphone', 'par téléphone', 'le téléphone', 'telephone', 'by phone', 'the telephone'],
    online: ['internet', 'en ligne', 'par internet', 'site internet', 'online', 'the internet', 'web'],
    post: ['courrier', 'par courrier', 'le courrier', 'letter', 'a letter', 'by post'],
    relay: ['France services', 'un espace France services', 'espace France services', 'relais', 'a public services relay'],
  },
  language: { fr: ['français', 'French', 'fr-FR'], en: ['anglais', 'English', 'en-GB', 'en-US'] },
}

const serviceSaid: Readonly<Record<ServiceCode, readonly string[]>> = {
  townHall: ['mairie', 'la mairie', 'council', 'town hall'],
  familyAllowance: ['CAF', 'allocations familiales', 'family allowances'],
  healthInsurance: ['CPAM', 'assurance maladie', 'sécurité sociale', 'health insurance'],
  employment: ['France Travail', 'Pôle emploi', 'emploi', 'service de l’emploi', 'Jobcentre', 'employment service'],
  postOffice: ['poste', 'la poste', 'bureau de poste', 'post office'],
  library: ['bibliothèque', 'médiathèque', 'library'],
  school: ['école', 'périscolaire', 'school'],
  earlyChildhood: ['petite enfance', 'crèche', 'early childhood', 'nursery'],
  sport: ['piscine', 'sport', 'swimming pool'],
  mobility: ['bus', 'mobilité', 'mobility'],
  waste: ['déchets', 'déchèterie', 'déchetterie', 'waste', 'recycling'],
  socialService: ['maison du département solidarité', 'service social', 'social service'],
  health: ['médecin', 'médecins', 'santé', 'doctor', 'doctors', 'health centre'],
  police: ['police', 'gendarmerie'],
  tax: ['impôts', 'finances publiques', 'trésor public', 'tax', 'tax office'],
  culture: ['culture', 'école de musique', 'music school'],
}

/** Folded names of codes, in both languages, and the codes themselves. */
export interface SheetVocabulary {
  readonly services: ReadonlyMap<string, ServiceCode>
  readonly items: ReadonlyMap<string, ItemCode>
  readonly values: Readonly<Record<ValueKind, ReadonlyMap<string, string>>>
}

function folded<Code extends string>(entries: readonly (readonly [Code, readonly string[]])[]): Map<string, Code> {
  const map = new Map<string, Code>()
  for (const [code, names] of entries)
    for (const name of [code, ...names]) if (!map.has(foldText(name))) map.set(foldText(name), code)
  return map
}

/** The words by which a file may name services, criteria and answers, with the names of this version of the grid. */
export function sheetVocabulary(grid: GridContent, serviceNames: Readonly<Record<ServiceCode, Bilingual>>): SheetVocabulary {
  const services = folded(
    serviceCodes.map((code) => [code, [serviceNames[code].fr, serviceNames[code].en, ...serviceSaid[code]]] as const),
  )
  const items = folded(
    itemCodes.map((code) => {
      const question = grid.questions?.[code]
      return [code, [grid.names[code].fr, grid.names[code].en, ...(question ? [question.fr, question.en] : [])]] as const
    }),
  )
  const criteria = new Map([...items].filter(([, code]) => (criterionCodes as readonly string[]).includes(code)))
  const own = (kind: ValueKind): Map<string, string> =>
    folded(codesOf(kind).map((code) => [code, said[kind]?.[code] ?? []] as const))
  const values: Record<ValueKind, ReadonlyMap<string, string>> = {
    sex: own('sex'),
    age: own('age'),
    family: own('family'),
    activity: own('activity'),
    digital: own('digital'),
    channel: own('channel'),
    language: own('language'),
    score: own('score'),
    zone: new Map(),
    need: new Map([...criteria, ...own('need')]),
    criterion: criteria,
    service: services,
    item: items,
  }
  return { services, items, values }
}
