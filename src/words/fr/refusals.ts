type Params = Readonly<Record<string, string | number>>

export const refusals = {
  notFoundTitle: 'Cette page n’existe pas',
  notFound: 'L’adresse a peut-être été mal recopiée, ou la page a changé de nom.',
  refusedTitle: 'Cette demande ne peut pas aboutir',
  failedTitle: 'Quelque chose n’a pas marché',
  failed:
    'La faute est de notre côté. Réessayez dans un instant ; si cela continue, donnez ce numéro à la personne qui tient l’observatoire.',
  trace: (id: string) => `Numéro de l’incident : ${id}`,
  forbiddenTitle: 'Demande refusée',
  forbidden: 'Cette demande ne vient pas d’une page de ce site. Rouvrez la page et recommencez.',
  wrongHost: 'Ce site ne répond pas sous ce nom.',
  home: 'Aller à l’accueil',
  matrix: 'Aller à la matrice',
  other: (code: string) =>
    `Le système a refusé la demande (${code}). Vérifiez les choix faits dans l’adresse, ou repartez de l’accueil.`,
  codes: {
    'zone.unknown': (params: Params) =>
      `Aucune zone ne porte le code « ${params['code'] ?? ''} ». Choisissez un territoire dans la liste, en haut de la page.`,
    'zone.tooSmall': (params: Params) =>
      `La zone « ${params['code'] ?? ''} » est trop petite pour l’enquête : quelques réponses diraient des personnes, pas des services. Choisissez une intercommunalité, un territoire ou le département.`,
    'service.unknown': (params: Params) =>
      `Aucun service ne porte le code « ${params['code'] ?? ''} ». La page Services en donne la liste.`,
    'item.unknown': (params: Params) => `Aucun critère ne porte le code « ${params['code'] ?? ''} ». La matrice les montre tous.`,
    'group.unknown': (params: Params) =>
      `Aucun public ne porte le code « ${params['code'] ?? ''} ». Choisissez-en un dans la liste de la matrice.`,
    'rule.unknown': (params: Params) => `Aucune règle ne porte le code « ${params['code'] ?? ''} ».`,
    'job.unknown': () => 'Ce calcul n’existe pas, ou il est trop ancien.',
    'territory.noSurvey': (params: Params) =>
      `Aucune enquête de satisfaction ne couvre la zone « ${params['code'] ?? ''} ». Choisissez un territoire dans la liste, en haut de la page.`,
    'against.apart': (params: Params) =>
      `La zone « ${params['against'] ?? params['code'] ?? ''} » relève d’une autre enquête : les deux ne se comparent pas.`,
    'survey.notWeighted': () => 'Les réponses n’ont pas encore été calculées. Attendez la fin du calcul, page Calculs.',
    'observatory.empty': () => 'L’observatoire ne contient encore aucune donnée.',
    'request.unreadable': () =>
      'Une valeur envoyée n’est pas lisible : un nombre trop grand, un code mal formé ou un caractère interdit. Corrigez-la, puis réessayez.',
    unexpected: () =>
      'Le calcul s’est arrêté sur une erreur. Relancez-le ; si cela continue, prévenez la personne qui tient l’observatoire.',
  } as Readonly<Record<string, (params: Params) => string>>,
}
