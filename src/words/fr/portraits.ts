type Params = Readonly<Record<string, string | number>>

/** Une figure telle qu’une phrase la dit. */
export interface Said {
  readonly label: string
  readonly share: string
  readonly all: string
  readonly index: string
}

/** Pen portraits of customer groups. */
export const portraits = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {
    portraits: 'Portraits',
    portrait: 'Portrait',
    portraitTexts: 'Réécrire les phrases',
    portraitComparison: 'Deux portraits côte à côte',
  },
  /** Sentences of refusals, by code. */
  codes: {
    'portrait.unknown': ({ letter }) => `Aucun portrait « ${letter} » n’est publié ici.`,
  } as Readonly<Record<string, (params: Params) => string>>,
  issues: {
    'text.tooLong': ({ most }) => `Le texte est trop long : ${most} caractères au plus.`,
    'version.changed': () =>
      'Quelqu’un a réécrit ce portrait entre-temps. Vos textes sont toujours là : relisez le portrait, puis enregistrez.',
  } as Readonly<Record<string, (params: Params) => string>>,
  faultsTitle: 'À corriger',
  list: {
    title: 'Qui vit ici ?',
    lead: 'Chaque groupe réunit les petites zones dont les habitants se ressemblent. Un groupe décrit un voisinage, jamais une personne.',
    none: 'Aucune classification n’est en vigueur.',
    teach: 'Un analyste construit des groupes, les nomme et les met en vigueur : leurs portraits se font alors seuls.',
    share: (share: string) => `${share} des habitants`,
    compare: 'Comparer deux groupes',
    incomplete: 'L’âge ou le type de ménage manque dans les données : ces portraits ne sont pas montrés au public.',
  },
  sentences: {
    strap: (list: string) => `Plus qu’ailleurs : ${list}.`,
    strapNone: 'Proche de la moyenne en tout.',
    typical: { age: 'Âge le plus typique', household: 'Ménage le plus typique' },
    common: { age: 'Âge le plus fréquent', household: 'Ménage le plus fréquent' },
    fact: (head: string, { label, share, all }: Said) => `${head} : ${label} (${share}, contre ${all} dans l’ensemble).`,
    used: (list: string) => `Services les plus utilisés : ${list}.`,
    more: (list: string) => `Plus utilisés qu’ailleurs : ${list}.`,
    withShare: ({ label, share }: Said) => `${label} (${share})`,
    withIndex: ({ label, index }: Said) => `${label} (indice ${index})`,
    channel: ({ label, share, all }: Said) => `Premier contact : ${label}, ${share} des contacts (${all} dans l’ensemble).`,
    others: (list: string) => `Puis ${list}.`,
    digital: ({ label, share, all }: Said) => `${label} : ${share} (${all} dans l’ensemble).`,
    reach: ({ label, share, all }: Said) =>
      `Pour les joindre, penser à : ${label}. ${share} de leurs contacts y passent, contre ${all} dans l’ensemble.`,
    notOnlineAlone: 'Ne pas compter sur le seul numérique.',
    onlineSuits: 'Le numérique leur convient, tant qu’un autre chemin reste ouvert.',
  },
  channels: { desk: 'au guichet', phone: 'par téléphone', post: 'par courrier', online: 'en ligne' } as Readonly<
    Record<string, string>
  >,
  portrait: {
    context: (zone: string, number: string) => `Groupe de la classification en vigueur ${zone} (version ${number}).`,
    people: 'des habitants',
    households: 'des ménages',
    areas: 'petites zones',
    number: (people: string) => `${people} personnes`,
    apart: 'Ce qui le distingue',
    apartLead: 'Indice : la part dans le groupe, rapportée à celle de l’ensemble (100). Le trait est l’intervalle à 95 %.',
    apartText: (letter: string) => `Indices du groupe ${letter} autour de 100, les plus forts et les plus faibles.`,
    apartNone: 'Rien ne distingue clairement ce groupe de l’ensemble.',
    who: 'Qui sont-ils ?',
    themeText: (theme: string) => `${theme} : part dans le groupe (barre) et dans l’ensemble (trait vertical).`,
    reach: 'Comment les joindre',
    channelsText: 'Répartition des contacts par canal, dans le groupe et dans l’ensemble.',
    own: 'Groupe',
    all: 'Ensemble',
    services: 'Quels services utilisent-ils ?',
    servicesLead: 'Usagers pour 100 habitants en un an ; l’indice rapporte ce taux à celui de l’ensemble.',
    service: 'Service',
    rate: 'Usagers',
    index: 'Indice',
    interval: 'Intervalle à 95 %',
    judged: 'Par rapport à l’ensemble',
    verdict: { over: 'plus qu’ailleurs', under: 'moins qu’ailleurs', even: 'comme ailleurs' },
    where: 'Où vivent-ils surtout ?',
    whereLead: 'Villes et communes où la part du groupe est la plus forte, parmi celles qui en abritent un centième.',
    place: 'Lieu',
    here: 'Part des habitants',
    peopleHere: 'Personnes',
    near: 'Groupes voisins',
    figures: 'Toutes les figures',
    measure: 'Figure',
    of: 'Rapportée à',
    generated: 'phrase faite à partir des chiffres',
    written: (name: string) => `écrit par ${name}`,
    stale: 'À relire : les chiffres ont changé depuis.',
    note: ({ label, share, all, index }: Said) => `${label} : ${share}, ensemble ${all}, indice ${index}`,
    rewrite: 'Réécrire les phrases',
    print: 'Imprimez cette page : elle tient sur une feuille A4 recto verso.',
    caution:
      'Un groupe décrit un voisinage. Il ne décide ni d’un droit, ni d’une priorité, ni d’un canal ; ce que dit la personne l’emporte.',
    incomplete: 'L’âge ou le type de ménage manque : ce portrait n’est pas montré au public.',
    source: (list: string) => `Sources : ${list}.`,
  },
  texts: {
    title: (letter: string) => `Que dit le portrait du groupe ${letter} ?`,
    lead: 'Chaque phrase est faite à partir de chiffres. Écrivez la vôtre à la place ; laissez vide pour garder celle des chiffres. Quand les chiffres bougent de plus que leur intervalle, votre phrase est signalée.',
    parts: {
      strap: 'Accroche',
      age: 'Âge',
      household: 'Ménages',
      services: 'Services',
      channels: 'Canaux',
      digital: 'Aisance numérique',
      reach: 'Comment les joindre',
    },
    fr: 'En français',
    en: 'En anglais',
    reread: 'Relue : elle reste vraie avec les chiffres d’aujourd’hui',
    save: 'Enregistrer',
    saved: 'Les phrases sont enregistrées.',
  },
  compare: {
    title: (one: string, two: string) => `Qu’est-ce qui sépare les groupes ${one} et ${two} ?`,
    lead: 'Les figures dont les intervalles ne se touchent pas, du plus grand rapport au plus petit.',
    one: 'Un groupe',
    two: 'L’autre',
    show: 'Comparer',
    chart: 'Ce qui les sépare le plus',
    chartText: 'Parts de chaque groupe, reliées par un trait.',
    none: 'Rien ne les sépare clairement.',
    table: 'Toutes les figures des deux groupes',
    measure: 'Figure',
  },
}
