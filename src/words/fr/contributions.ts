type Params = Readonly<Record<string, string | number>>

const states = {
  waiting: 'en attente de vérification',
  accepted: 'accepté',
  refused: 'refusé',
  withdrawn: 'retiré par son auteur',
}

export const contributions = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {
    contributions: 'Mes signalements',
    contributionNew: 'Signaler',
    contributionQueue: 'Signalements à examiner',
    contributionReview: 'Examen d’un signalement',
  },
  /** Sentences of refusals, by code. */
  codes: {
    'contribution.unknown': () => 'Ce signalement n’existe pas, ou il n’est pas le vôtre.',
    'contribution.settled': (params) =>
      params['by']
        ? `${params['by']} a déjà traité ce signalement. Votre décision n’a pas été enregistrée.`
        : 'Ce signalement a déjà été traité. Votre décision n’a pas été enregistrée.',
    'review.noField': () => 'Cochez au moins un champ à reprendre, ou refusez le signalement en disant pourquoi.',
    'reason.missing': () => 'Dites pourquoi vous refusez : l’auteur du signalement lira cette raison.',
    'photo.unknown': () => 'Cette photo n’existe pas, ou elle n’est pas encore publiée.',
    'upload.tooLarge': () => 'L’envoi est trop lourd. Une photo pèse 5 Mo au plus.',
  } as Readonly<Record<string, (params: Params) => string>>,
  states,
  kinds: {
    wrongHours: 'Les horaires sont faux',
    wrongData: 'Une autre information est fausse',
    closed: 'Le lieu est fermé',
    missingPlace: 'Un lieu manque',
    photo: 'Ajouter une photo',
    note: 'Dire autre chose',
  },
  issues: {
    'nothing.changed': () => 'Vous n’avez rien changé. Corrigez ce qui est faux, ou dites-le en quelques mots.',
    'note.empty': () => 'Écrivez ce que vous voulez signaler.',
    'closing.noDay': () => 'Donnez le jour de fermeture.',
    'closing.future': () => 'Le jour de fermeture ne peut pas être à venir.',
    'alt.missing': () => 'Décrivez la photo en une phrase, pour les personnes qui ne la voient pas.',
    'photo.missing': () => 'Choisissez une photo.',
    'photo.tooBig': () => 'Cette photo pèse plus de 5 Mo. Choisissez-en une plus légère.',
    'photo.kind': () => 'Ce fichier n’est pas une photo JPEG, PNG ou WebP.',
    'photo.unreadable': () => 'Cette photo est abîmée ou incomplète. Choisissez-en une autre.',
    'photo.tooLarge': () => 'Cette photo a trop de points. Réduisez-la, puis envoyez-la de nouveau.',
  } as Readonly<Record<string, () => string>>,
  form: {
    title: (name: string) => `${name} : que faut-il signaler ?`,
    titleMissing: 'Quel lieu manque-t-il ?',
    context: 'Quelqu’un vérifie chaque signalement. Vous saurez ce qu’il devient, et pourquoi.',
    choose: 'Choisissez ce qui ne va pas.',
    text: 'Quelques mots pour qui vérifiera (facultatif)',
    note: 'Ce que vous voulez dire',
    closedOn: 'Fermé depuis le',
    photo: 'Photo',
    photoHint:
      'JPEG, PNG ou WebP, 5 Mo au plus. La position, la date et les autres données de l’appareil sont effacées à l’arrivée. Évitez les visages.',
    altFr: 'Ce que montre la photo, en français',
    altEn: 'Ce que montre la photo, en anglais',
    altHint: 'Une phrase, pour les personnes qui ne voient pas la photo. Une seule langue suffit.',
    send: 'Envoyer le signalement',
    again: 'Signaler autre chose',
    faultsTitle: 'À corriger avant d’envoyer',
    chooseAgain: 'Choisissez la photo de nouveau : le navigateur ne la garde pas.',
  },
  mine: {
    title: 'Que sont devenus vos signalements ?',
    context: 'Un signalement traité n’est pas toujours un problème réglé : chaque refus dit pourquoi.',
    empty: 'Vous n’avez encore rien signalé. Ouvrez un lieu et dites ce qui ne va pas, ou signalez un lieu qui manque.',
    missing: 'Signaler un lieu qui manque',
    findPlace: 'Chercher un lieu',
    sent: (when: string) => `Envoyé le ${when}`,
    settled: (who: string, when: string) => `Traité par ${who} le ${when}`,
    reason: 'Raison',
    withdraw: 'Retirer',
    withdrawNamed: (kind: string) => `Retirer : ${kind}`,
    done: 'Merci. Votre signalement est envoyé : il est dans la liste ci-dessous.',
    seePlace: 'Voir le lieu',
  },
  queue: {
    title: 'Que faut-il vérifier ?',
    context: (n: string, one: boolean) =>
      one ? `${n} signalement attend.` : `${n} signalements attendent, le plus ancien en premier.`,
    empty: 'Rien n’attend. Les signalements des partenaires arriveront ici.',
    examine: 'Examiner',
    examineNamed: (kind: string, name: string) => `Examiner : ${kind}, ${name}`,
    from: (name: string, organisation: string) => `${name}, ${organisation}`,
  },
  review: {
    title: (kind: string, name: string) => `${kind} : ${name}`,
    proposed: 'Proposé',
    now: 'Aujourd’hui',
    field: 'Champ',
    take: (field: string) => `Reprendre : ${field}`,
    already: (fields: string) => `Déjà conforme : ${fields}.`,
    words: 'Ce que dit l’auteur',
    photo: 'La photo proposée',
    closing: (date: string) => `Le lieu serait fermé depuis le ${date}.`,
    note: 'Accepter garde cette note dans l’historique du lieu. Aucun champ ne change.',
    accept: 'Accepter',
    acceptChosen: 'Accepter ce qui est coché',
    refuse: 'Refuser',
    refuseTitle: 'Ou refuser',
    reason: 'Pourquoi',
    reasonHint: 'L’auteur lira cette raison.',
    accepted: 'Accepté. L’auteur est prévenu.',
    refused: 'Refusé. L’auteur est prévenu.',
    settled: (state: string, who: string) => `Ce signalement est ${state} (${who}).`,
    changed: 'Le lieu a changé pendant que vous lisiez. Voici la comparaison à jour : rien n’a été enregistré.',
    back: 'Retour à la file',
    unknownPlace: 'lieu à créer',
  },
  message: {
    subject: (name: string, state: string) => `Votre signalement sur ${name} : ${state}`,
    accepted: (kind: string, name: string, who: string) =>
      `Bonjour,\n\nVotre signalement « ${kind} » sur ${name} a été accepté par ${who}. Merci : le lieu est à jour, et son historique porte votre nom.`,
    refused: (kind: string, name: string, who: string, reason: string) =>
      `Bonjour,\n\nVotre signalement « ${kind} » sur ${name} n’a pas été retenu par ${who}.\n\nRaison : ${reason}\n\nSi la raison ne vous convainc pas, signalez de nouveau en donnant ce qui manque.`,
  },
}
