type Params = Readonly<Record<string, string | number>>

/** Modelled figures where the survey has too few answers. */
export const smallAreas = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {
    smallAreas: 'Petites zones',
  },
  /** Sentences of refusals, by code. */
  codes: {} as Readonly<Record<string, (params: Params) => string>>,
  title: {
    commune: (of: string, country: 'FR' | 'GB') =>
      country === 'FR' ? `Notes modélisées des communes ${of}` : `Notes modélisées des villes et bourgs ${of}`,
    epci: (of: string, country: 'FR' | 'GB') =>
      country === 'FR' ? `Notes modélisées des intercommunalités ${of}` : `Notes modélisées des districts ${of}`,
  },
  tag: 'modélisé',
  lead: 'L’enquête compte trop peu de réponses par commune pour y mesurer une note. Ces chiffres sont calculés par un modèle : il pèse les réponses de la zone, quand il y en a, et ce que l’on sait d’elle par ailleurs. Ils donnent un ordre de grandeur et ne se classent pas, ni entre eux ni avec les notes mesurées de la matrice.',
  choice: 'Choix de la note',
  level: 'Zones',
  levels: {
    commune: { FR: 'Communes', GB: 'Villes et bourgs' },
    epci: { FR: 'Intercommunalités', GB: 'Districts' },
  },
  service: 'Service',
  allServices: 'Tous les services',
  criterion: 'Critère',
  allCriteria: 'Tous les critères',
  show: 'Afficher',
  subject: (service: string | null, criterion: string | null) =>
    `${service ?? 'Tous les services'}, ${criterion ? criterion.toLocaleLowerCase('fr') : 'moyenne de tous les critères'}, note sur 10.`,
  said: (value: string) => `note modélisée ${value}`,
  none: 'sans chiffre modélisé',
  mapTitle: 'Carte des notes modélisées',
  legend: 'Note modélisée',
  table: 'Les notes modélisées, par ordre alphabétique',
  zone: {
    commune: { FR: 'Commune', GB: 'Ville ou bourg' },
    epci: { FR: 'Intercommunalité', GB: 'District' },
  },
  estimate: 'Note modélisée',
  interval: 'Intervalle à 95 %',
  rmse: 'Erreur du modèle',
  answers: 'Répondants',
  fewAnswers: 'moins de 5',
  kind: 'D’où vient le chiffre',
  kinds: { eblup: 'réponses et modèle', synthetic: 'modèle seul' },
  tooFew:
    'Trop peu de zones ont des réponses à cette question, ou elle n’a pas de sens pour ce service : aucun modèle n’est calculé.',
  field: (title: string, first: string, last: string) => `${title}, ${first} au ${last}.`,
  method: {
    title: 'Comment ces chiffres sont faits',
    model:
      'Modèle de Fay et Herriot (1979) : note directe = régression + écart propre à la zone + erreur de sondage. Le chiffre affiché rapproche la note directe de la régression, d’autant plus que la zone compte peu de réponses.',
    fitted: (fitted: string, zones: string, of: string, covariates: string) =>
      covariates
        ? `Ajusté sur ${fitted} zones ${of} où au moins deux personnes ont répondu, sur ${zones}. La régression s’appuie sur : ${covariates}.`
        : `Ajusté sur ${fitted} zones ${of} où au moins deux personnes ont répondu, sur ${zones}, sans variable explicative.`,
    covariates: {
      population: 'la population (logarithme)',
      body: 'la note mesurée de l’intercommunalité ou du district',
      density: 'la densité (logarithme)',
      income: 'le niveau de vie médian',
      poverty: 'le taux de pauvreté',
    },
    smoothed:
      'L’erreur de sondage d’une zone est lissée par une fonction de variance généralisée : une même variance par répondant pour toutes, divisée par leur nombre efficace. Estimée sur quelques personnes, elle ne serait que hasard.',
    between: (points: string) =>
      `Écart-type entre zones au-delà de la régression : ${points} point (maximum de vraisemblance restreint).`,
    nothingBetween: 'Au-delà de la régression, rien ne distingue les zones du hasard : le modèle s’en tient à la régression.',
    benchmarked: (total: string, percent: string) =>
      `Calé par rapport : pondérées par la population, les notes modélisées redonnent la note mesurée de l’ensemble, ${total}, au prix d’une correction de ${percent} %.`,
    error:
      'L’erreur du modèle est la racine de l’erreur quadratique moyenne de Prasad et Rao ; l’intervalle vaut 1,96 fois cette erreur de part et d’autre. Le calage n’y est pas compté.',
    disclosure: 'La note directe d’une commune n’est jamais montrée, ni le nombre de ses répondants au-dessous de cinq.',
  },
}
