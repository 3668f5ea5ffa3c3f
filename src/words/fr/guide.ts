type Params = Readonly<Record<string, string | number>>

/** The guide for front-line staff. */
export const guide = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: { guide: 'Guide d’accueil' },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
  issues: {
    'where.missing': () => 'Écrivez un code postal ou le nom d’une commune.',
    'where.tooLong': ({ most }) => `C’est trop long : ${most} caractères au plus.`,
    'where.unknown': ({ where }) =>
      `« ${where} » n’est ni un code postal ni une commune connus ici. Essayez le nom entier, ou le début du code postal.`,
  } as Readonly<Record<string, (params: Params) => string>>,
  faultsTitle: 'À corriger',
  title: 'Qui vit autour d’ici ?',
  lead: 'Un code postal ou une commune donne les groupes qui y vivent, jamais un groupe pour la personne en face de vous. Ce que vous écrivez n’est gardé nulle part.',
  where: 'Code postal ou commune',
  whereHint: 'Par exemple : 62500, Arques, ME4 ou Ashford.',
  look: 'Chercher',
  again: 'Chercher ailleurs',
  around: (where: string) => `Autour de ${where}`,
  counted: (areas: string, people: string) => `${areas} petites zones, ${people} personnes.`,
  mix: 'Les groupes qui vivent ici',
  mixText: 'Part des habitants dans chaque groupe.',
  group: 'Groupe',
  share: 'Part des habitants',
  index: 'Indice',
  indexHint: 'L’indice rapporte la part d’ici à celle de tout le territoire (100).',
  brief: 'En bref',
  portrait: 'Lire le portrait',
  services: 'Services plus utilisés par ces groupes',
  servicesLead:
    'À garder en tête : la personne peut en avoir besoin aussi. Chaque service dit les démarches, les pièces et les téléphones.',
  used: (share: string, index: string) => `${share} des habitants (indice ${index})`,
  ask: 'Que demander ?',
  questions: [
    'Comment préférez-vous que nous vous répondions : ici, par téléphone, par courrier, en ligne ?',
    'Avez-vous une connexion et quelqu’un qui puisse vous aider, si une démarche est en ligne ?',
    'Y a-t-il autre chose que nous puissions régler aujourd’hui ?',
  ],
  caution:
    'Un groupe décrit un voisinage. Il ne décide ni d’un droit, ni d’une priorité, ni d’un canal ; ce que dit la personne l’emporte.',
}
