import type { ChannelCode, CriterionCode, PublicCode, PublicDimension } from '#domain/survey'

type Params = Readonly<Record<string, string | number>>

const list = {
  title: 'Donnez votre avis',
  lead: 'Des enquêtes sont ouvertes. Vos réponses aident à améliorer les services publics près de chez vous.',
  none: 'Aucune enquête n’est ouverte en ce moment.',
  noneHelp: 'Revenez plus tard, ou lisez ce que les habitants ont déjà dit.',
  until: (date: string) => `Ouverte jusqu’au ${date}`,
  answer: 'Répondre',
  results: 'Lire les résultats',
}

const welcome = {
  asks: (source: string) => `Qui demande : ${source}`,
  minutes: { satisfaction: '12 minutes au plus.', elicitation: '5 minutes au plus.' },
  timeTitle: 'Combien de temps ?',
  stop: 'Vous pouvez vous arrêter et reprendre plus tard.',
  whatTitle: 'De quoi s’agit-il ?',
  what: {
    satisfaction:
      'On vous demande quels services vous avez utilisés depuis un an, puis ce que vous pensez de quelques-uns d’entre eux.',
    elicitation: 'On vous demande ce qui rend un service public facile ou difficile pour vous. Vous répondez avec vos mots.',
  },
  keptTitle: 'Ce qui est gardé',
  kept: 'Vos réponses et le jour de l’envoi, compté avec celui des autres.',
  notKept: 'Ni votre nom, ni votre adresse, ni l’heure, ni l’appareil. Personne ne peut savoir qui a répondu quoi.',
  anonymous: 'Personne ne saura qui vous êtes.',
  free: 'Vous êtes libre de répondre ou non, et de laisser des questions vides.',
  until: (date: string) => `L’enquête est ouverte jusqu’au ${date}.`,
  begin: 'Commencer',
  beginTitle: 'Vous n’avez pas de code ?',
  codeTitle: 'Vous avez un code ?',
  codeLabel: 'Votre code',
  codeHint: 'Celui de votre lettre, ou celui que vous avez noté pour reprendre. Par exemple : 7KM2Q-9XVPD.',
  codeButton: 'Continuer avec ce code',
  letterOnly: 'Cette enquête est réservée aux personnes qui ont reçu une lettre. Le code est écrit dessus.',
  resumeTitle: 'Vous avez commencé sur cet appareil',
  resume: 'Reprendre où j’en étais',
  forget: 'Ce n’est pas moi : oublier sur cet appareil',
  answeredTitle: 'Quelqu’un a déjà répondu depuis cet appareil',
  answered: 'Une seule réponse par personne, s’il vous plaît. Si vous êtes une autre personne du foyer, vous pouvez répondre.',
  answeredBegin: 'Je suis une autre personne : commencer',
  gone: 'Vos réponses ne sont plus ici. Soit elles ont été envoyées, soit elles ont été effacées après 30 jours, soit votre navigateur refuse les cookies. Si vous aviez noté un code, écrivez-le ci-dessous.',
  forgotten: 'Cet appareil a tout oublié. Avec votre code, vous pouvez reprendre ici ou ailleurs.',
  phases: {
    soon: (date: string) => `Cette enquête ouvrira le ${date}. Merci de revenir à ce moment-là.`,
    over: (date: string) => `Cette enquête est terminée depuis le ${date}. Merci à toutes les personnes qui ont répondu.`,
  },
  others: 'Voir les enquêtes ouvertes',
}

const faults = {
  title: 'Il reste quelque chose à corriger',
  'code.missing': 'Écrivez votre code.',
  'code.unknown':
    'Ce code n’existe pas, ou ses réponses ont déjà été envoyées. Vérifiez chaque signe : il y a dix lettres ou chiffres.',
  'code.used': 'Ce code a déjà servi à répondre. Merci !',
  'link.closed': 'Pour répondre, il faut le code écrit sur la lettre.',
  'survey.notOpen': 'Cette enquête n’est pas ouverte.',
  'place.missing': 'Écrivez le nom de votre commune, ou cochez la case en dessous.',
  'place.unknown': (text: string) =>
    `Nous ne trouvons pas « ${text} » dans ce territoire. Écrivez le nom autrement, ou cochez la case en dessous.`,
  'place.several': (text: string) => `Plusieurs communes ressemblent à « ${text} ». Choisissez la vôtre.`,
  'reason.missing': (service: string) => `${service} : dites pourquoi vous avez renoncé.`,
  'important.tooMany': (chosen: string) => `Vous en avez coché ${chosen}. Gardez-en trois au plus.`,
  'words.tooLong': (length: string, most: string) => `Votre texte a ${length} signes. Il peut en avoir ${most}.`,
  'citations.none': 'Écrivez au moins une chose.',
}

const form = {
  step: (number: string, total: string) => `Étape ${number} sur ${total}`,
  stepAtMost: (number: string, total: string) => `Étape ${number} sur ${total} au plus`,
  next: 'Continuer',
  toCheck: 'Enregistrer et relire',
  back: 'Retour',
  pause: 'Faire une pause',
  saved: 'Chaque page est enregistrée quand vous continuez.',
  codeTitle: 'Notez ce code',
  codeText: 'Il sert à reprendre plus tard, ici ou sur un autre appareil.',
  codeLetter: 'Votre code pour reprendre plus tard :',
  optional: 'Vous pouvez laisser vide.',
  unsaid: 'Je préfère ne pas le dire',
  conflictTitle: 'Un autre appareil a aussi rempli cette page',
  conflictText: 'Rien n’est perdu. Voici ce qui a été enregistré là-bas :',
  conflictKeep: 'Ce que vous avez rempli ici est dans la page, plus bas. Pour le garder, appuyez sur « Continuer ».',
  conflictTake: 'Garder plutôt les réponses de l’autre appareil',
  changed: 'Vos réponses ont changé sur un autre appareil. Relisez-les avant d’envoyer.',
}

const place = {
  title: 'Où habitez-vous ?',
  why: 'Les réponses sont réunies par territoire. Votre commune seule n’est jamais montrée.',
  label: 'Votre commune',
  hint: 'Son nom ou son code postal. L’orthographe exacte n’est pas nécessaire.',
  choose: 'Laquelle ?',
  elsewhere: 'J’habite ailleurs, ou je préfère ne pas le dire',
  unsaid: 'Ailleurs, ou non dit',
}

const uses = {
  title: 'Quels services avez-vous utilisés ?',
  lead: 'Pensez aux 12 derniers mois, pour vous ou pour un proche. Laissez vide ce dont vous n’avez pas eu besoin.',
  used: 'Utilisé',
  gaveUp: 'J’ai renoncé',
  none: 'Pas besoin',
  gaveUpMeans: '« J’ai renoncé » : vous en aviez besoin, mais vous avez abandonné, ou vous n’avez pas essayé.',
  nothing: 'Aucun service utilisé, aucun renoncement',
}

const reasons = {
  title: 'Pourquoi avez-vous renoncé ?',
  lead: 'Choisissez la raison qui a le plus compté.',
  other: 'Une autre raison, ou je préfère ne pas le dire',
}

/** Why somebody gave up, criterion by criterion, as one says it. */
const why: Readonly<Record<CriterionCode, string>> = {
  information: 'Je ne savais pas que ce service existait, ou ce qu’il fait',
  contact: 'Je n’ai pas réussi à le joindre',
  delays: 'Il fallait attendre trop longtemps',
  opening: 'C’était fermé quand je pouvais y aller',
  distance: 'C’était trop loin',
  transport: 'Je n’avais pas de moyen d’y aller',
  building: 'Les lieux n’étaient pas adaptés pour moi',
  welcome: 'L’accueil était mauvais, ou je craignais qu’il le soit',
  competence: 'Je pensais ne pas avoir de bonne réponse',
  procedures: 'C’était trop compliqué : papiers, internet, étapes',
  cost: 'C’était trop cher, ou injuste',
}

const rating = {
  title: (service: string) => service,
  counted: (number: string, of: string) => `Service ${number} sur ${of}`,
  lead: 'Donnez une note de 0 à 10. Une question ne vous concerne pas ? Choisissez « Sans avis », ou laissez vide.',
  worst: '0 : très mal',
  best: '10 : très bien',
  none: 'Sans avis',
  noneLong: 'Sans avis, ou pas concerné',
  parts: (count: number) => (count === 1 ? 'Préciser : 1 question de plus' : `Préciser : ${count} questions de plus`),
  importantTitle: 'Qu’est-ce qui compte le plus pour vous dans ce service ?',
  importantHint: 'Trois réponses au plus.',
  channelUsed: 'La dernière fois, comment avez-vous fait ?',
  channelPreferred: 'Comment préférez-vous faire ?',
  words: 'Voulez-vous ajouter quelque chose ?',
  wordsHint: 'Avec vos mots. N’écrivez pas de nom. Une personne relit avant toute publication.',
  rated: (count: string, one: boolean) => (one ? `${count} note donnée` : `${count} notes données`),
  unrated: 'Aucune note donnée',
  mattersMost: 'Le plus important',
}

const channels: Readonly<Record<ChannelCode, string>> = {
  desk: 'Sur place',
  phone: 'Par téléphone',
  online: 'Par internet',
  post: 'Par courrier',
  relay: 'Avec l’aide d’un relais ou d’un proche',
}

const citations = {
  title: 'Qu’est-ce qui rend un service public facile ou difficile pour vous ?',
  lead: 'Écrivez une chose par case : ce qui aide, ou ce qui gêne. Une suffit, dix au plus.',
  example: 'Par exemple : « les horaires ne vont pas avec mon travail ».',
  label: (number: string) => `Chose n° ${number}`,
  more: 'Écrire d’autres choses',
  hint: 'N’écrivez pas de nom.',
}

const you = {
  title: 'Et vous ?',
  lead: 'Ces questions permettent de voir si un service va bien à tout le monde. Aucune n’est obligatoire.',
  questions: {
    age: 'Votre âge',
    sex: 'Vous êtes',
    family: 'Chez vous, vous vivez',
    activity: 'En ce moment, vous êtes',
    digital: 'Avec internet et les ordinateurs, vous êtes',
  } satisfies Readonly<Record<PublicDimension, string>>,
}

const publics: Readonly<Record<PublicCode, string>> = {
  'sex:female': 'Une femme',
  'sex:male': 'Un homme',
  'age:18-29': 'De 18 à 29 ans',
  'age:30-44': 'De 30 à 44 ans',
  'age:45-59': 'De 45 à 59 ans',
  'age:60-74': 'De 60 à 74 ans',
  'age:75+': '75 ans ou plus',
  'family:alone': 'Seul ou seule',
  'family:couple': 'En couple, sans enfant',
  'family:coupleWithChildren': 'En couple, avec un ou des enfants',
  'family:loneParent': 'Seul ou seule, avec un ou des enfants',
  'activity:employed': 'En emploi',
  'activity:unemployed': 'Au chômage',
  'activity:retired': 'À la retraite',
  'activity:student': 'En études ou en formation',
  'activity:atHome': 'Au foyer, ou dans une autre situation',
  'digital:atEase': 'À l’aise',
  'digital:withHelp': 'À l’aise si quelqu’un vous aide',
  'digital:notAtEase': 'Pas à l’aise',
}

const check = {
  title: 'Relisez vos réponses',
  lead: 'Vous pouvez tout changer. Après l’envoi, ce ne sera plus possible : personne ne saura quelle réponse est la vôtre.',
  change: 'Modifier',
  send: 'Envoyer mes réponses',
  untold: 'Non dit',
  nothing: 'Rien d’écrit',
}

const pause = {
  title: 'Vos réponses vous attendent',
  lead: 'Tout est enregistré. Pour reprendre, notez ce code.',
  kept: 'Vos réponses sont gardées 30 jours, fermées par ce code. Passé ce délai, elles sont effacées.',
  here: 'Sur cet appareil, revenez simplement à l’adresse de l’enquête.',
  elsewhere: 'Sur un autre appareil, ouvrez cette adresse et écrivez le code :',
  resume: 'Reprendre maintenant',
  shared: 'Cet appareil n’est pas à vous ?',
  forget: 'Oublier sur cet appareil',
  forgetHint: 'Notez d’abord le code : sans lui, vos réponses sont perdues.',
}

const thanks = {
  title: 'Merci, vos réponses sont envoyées',
  lead: 'Elles rejoignent celles des autres habitants. Rien ne dit lesquelles sont les vôtres.',
  later: 'Quand l’enquête sera terminée, les résultats paraîtront ici, pour tout le monde.',
  results: 'Lire les résultats déjà publiés',
  home: 'Aller à l’accueil',
}

const preview = {
  title: (name: string) => `Aperçu : ${name}`,
  lead: 'Le questionnaire tel que le voit une personne qui a utilisé un service et renoncé à un autre. Rien n’est enregistré.',
}

/** Answering a survey, by link or by code. */
export const collection = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {
    answerList: 'Donner votre avis',
    answerWelcome: 'Enquête',
    answerStep: 'Questionnaire',
    answerPause: 'Pause',
    answerThanks: 'Merci',
    answerPreview: 'Aperçu du questionnaire',
  },
  list,
  welcome,
  faults,
  form,
  place,
  uses,
  reasons,
  why,
  rating,
  channels,
  citations,
  you,
  publics,
  check,
  pause,
  thanks,
  preview,
  /** Sentences of refusals, by code. */
  codes: {
    'survey.unknown': () =>
      'Aucune enquête n’a cette adresse. Vérifiez-la sur votre lettre, ou voyez la liste des enquêtes ouvertes.',
    'sheet.wrong': (params: Params) =>
      `Une réponse n’est pas possible (${params['field'] ?? ''} : ${params['value'] ?? ''}). Revenez à la page et recommencez.`,
  } as Readonly<Record<string, (params: Params) => string>>,
}
