import type { CriterionCode } from '#domain/survey'

/** What a low and a good score say, criterion by criterion, without jargon. */
interface Said {
  readonly low: string
  readonly good: string
}

const said: Readonly<Record<CriterionCode, Said>> = {
  information: {
    low: 'on sait mal que le service existe, ou ce qu’il fait',
    good: 'on sait que le service existe, et ce qu’il fait',
  },
  contact: { low: 'le premier contact est difficile', good: 'le premier contact est facile' },
  delays: { low: 'on attend trop longtemps', good: 'on n’attend pas trop' },
  opening: { low: 'les horaires ne conviennent pas', good: 'les horaires conviennent' },
  distance: { low: 'le trajet est trop long', good: 'le trajet est court' },
  transport: { low: 'il est difficile de s’y rendre', good: 'on s’y rend sans peine' },
  building: { low: 'les locaux ne sont pas commodes', good: 'les locaux sont commodes' },
  welcome: { low: 'l’accueil déçoit', good: 'on y est bien reçu' },
  competence: { low: 'la réponse ou le suivi déçoivent', good: 'la réponse et le suivi sont bons' },
  procedures: { low: 'les démarches sont compliquées', good: 'les démarches sont simples' },
  cost: { low: 'le prix ou l’égalité de traitement posent question', good: 'le prix et l’égalité de traitement conviennent' },
}

export const plainResults = {
  title: (inZone: string) => `Que pensent les habitants des services publics ${inZone} ?`,
  context: (respondents: string, ofZone: string, start: string, end: string) =>
    `${respondents} personnes ${ofZone} ont répondu, du ${start} au ${end}. Nous ne montrons que ce qui est établi ou probable.`,
  said,
  sentence: (service: string, text: string) => `${service} : ${text}`,
  attentionTitle: 'Ce qui demande de l’attention',
  attentionNone: 'Aucune difficulté n’est établie ni probable.',
  improvableTitle: 'Bien, mais mieux ailleurs',
  improvableText: 'La note est bonne, et pourtant plus basse que dans la zone de comparaison.',
  workingTitle: 'Ce qui marche',
  workingNone: 'Aucun point fort n’est établi ni probable.',
  score: (score: string) => `${score} sur 10`,
  lowerThan: (inZone: string) => `moins bien que ${inZone}`,
  notLowerThan: (inZone: string) => `au moins aussi bien que ${inZone}`,
  sure: { established: 'nous en sommes sûrs', likely: 'c’est probable, sans être certain' },
  evidence: 'la preuve',
  more: (n: string) => `Et ${n} autres points, dans la matrice.`,
  refused: (refused: string, asked: string) =>
    `Sur ${asked} questions, ${refused} restent sans conclusion, faute de réponses assez nombreuses.`,
  itself: (zone: string) =>
    `Les conclusions se tirent en comparant un territoire à ${zone}. Choisissez un territoire plus petit, en haut de la page.`,
  toMatrix: 'Voir la matrice complète',
  toMethod: 'Comment le savons-nous ?',
}
