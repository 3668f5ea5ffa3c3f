import type { MeasuredCode } from '#domain/territory'

type Params = Readonly<Record<string, string | number>>

/** What follows from the matrix: priorities, importance, change, two territories side by side. */
export const findings = {
  /** Names of the pages, for menus and breadcrumbs. */
  pages: {
    priorities: 'À faire d’abord',
    importance: 'Ce qui importe',
    change: 'Évolution',
    sideBySide: 'Côte à côte',
  },
  /** Sentences of refusals, by code. */
  codes: {
    'wave.unknown': (params) => `Aucune enquête antérieure ne porte le code « ${params['code']} » dans ce territoire.`,
  } as Readonly<Record<string, (params: Params) => string>>,
  measured: {
    title: 'Ce qui se mesure',
    lead: 'À lire à côté du ressenti : ce que disent les lieux connus de l’observatoire.',
    here: 'ici',
    there: 'comparaison',
    names: {
      distance: 'Distance au lieu le plus proche (médiane des habitants, à vol d’oiseau)',
      openAfter18: 'Lieux ouverts après 18 h un jour ouvré',
      openSaturday: 'Lieux ouverts le samedi',
      weeklyHours: 'Heures d’ouverture par semaine (médiane)',
      byPhone: 'Lieux dont le téléphone est publié',
      stepFree: 'Lieux accessibles de plain-pied',
      parking: 'Lieux avec stationnement',
    } as Readonly<Record<MeasuredCode, string>>,
    km: (value: string) => `${value} km`,
    hours: (value: string) => `${value} h`,
    known: (known: string, all: string) => `connu de ${known} lieux sur ${all}`,
    unknown: 'inconnu',
  },
  priorities: {
    title: (inZone: string) => `Que faire d’abord ${inZone} ?`,
    context: (people: string, ofZone: string, to: string) =>
      `D’après ${people} personnes ${ofZone}, comparées ${to}. Seuls les verdicts établis ou probables appellent une action.`,
    itself:
      'Cette zone est celle à laquelle les autres se comparent : elle n’a pas de verdict sous la règle par écart. Choisissez un territoire plus petit, ou la règle par importance.',
    none: 'Aucun verdict établi ou probable n’appelle d’action ici.',
    summary: (actions: string, services: string) => `${actions} actions possibles, dans ${services} services.`,
    criterion: 'Critère',
    verdict: 'Verdict',
    score: 'Note et intervalle',
    deviation: 'Écart',
    importance: 'Importe à',
    givingUp: 'Renoncent',
    weakest: 'Ce qui pèche le plus',
    nothingKnown: 'trop peu de réponses pour le dire',
    everywhereTitle: (inZone: string) => `Faible partout : à traiter ${inZone} entier`,
    everywhereLead:
      'Ces notes sont basses ici, et basses aussi dans la zone de comparaison : un territoire seul n’y pourra pas grand-chose.',
    everywhereScore: (here: string, there: string) => `${here} ici, ${there} en comparaison`,
    rest: (n: string) => `et ${n} autres`,
  },
  importance: {
    title: (service: string, inZone: string) => `${service} : le service réussit‑il ce qui importe ${inZone} ?`,
    context: (share: string, score: string) =>
      `Chaque usager a choisi les trois critères qui importent le plus. Un critère importe à partir de ${share} des usagers ; une note est haute à partir de ${score}.`,
    service: 'Service',
    group: 'Public',
    show: 'Afficher',
    none: 'L’importance n’a pas été demandée dans cette enquête, ou trop peu de personnes ont répondu.',
    chart: 'Importance et satisfaction, par critère',
    axisX: 'Part des usagers pour qui le critère est parmi les trois premiers',
    axisY: 'Note',
    table: 'Les mêmes chiffres',
    criterion: 'Critère',
    importance: 'Importance',
    score: 'Note',
    verdict: 'Verdict',
    quadrants: {
      rethink: 'À RÉVISER',
      watch: 'À SURVEILLER',
      maintain: 'À MAINTENIR',
      fineTune: 'À OPTIMISER',
    },
    toMatrix: 'Voir toute la matrice sous cette règle',
  },
  change: {
    title: (inZone: string) => `Qu’est-ce qui a changé ${inZone} ?`,
    first: 'C’est la première enquête de ce territoire : il n’y a rien à quoi la comparer.',
    context: (now: string, then: string) =>
      `${now}, comparée à ${then}. Deux échantillons tirés séparément : les incertitudes s’ajoutent.`,
    since: 'Comparer avec',
    show: 'Afficher',
    summary: (better: string, worse: string, all: string) =>
      `Sur ${all} cases comparables : ${better} nettement mieux, ${worse} nettement moins bien (corrigé pour l’ensemble des cases, 10 % de fausses alertes au plus).`,
    noneSure: 'Aucun changement n’est net une fois toutes les cases prises ensemble.',
    better: 'Nettement mieux',
    worse: 'Nettement moins bien',
    chart: (what: string) => `${what} : changement de note et intervalle à 95 %`,
    all: 'Toutes les cases comparables',
    service: 'Service',
    criterion: 'Critère',
    before: 'Alors',
    now: 'Maintenant',
    difference: 'Changement',
    interval: 'Intervalle',
    sure: 'Net ?',
    yes: 'oui',
    no: 'non',
    cannot:
      'Un changement de note ne dit pas sa cause : ni que l’action menée l’explique, ni que les mêmes personnes ont changé d’avis.',
  },
  sideBySide: {
    title: (here: string, there: string) => `${here} et ${there} : où l’accès diffère-t-il ?`,
    titleAlone: 'Quels deux territoires mettre côte à côte ?',
    lead: 'Deux territoires du même département, ou de part et d’autre de la frontière.',
    other: 'Avec',
    service: 'Détailler un service',
    allServices: 'Tous les services',
    show: 'Comparer',
    same: 'Les deux territoires viennent de la même enquête : les personnes et les calages communs sont pris en compte dans l’incertitude.',
    apart:
      'Les deux territoires viennent de deux enquêtes, posées dans deux langues et sur deux systèmes de services : un écart peut venir des services, des attentes, ou des mots.',
    summary: (better: string, worse: string, all: string) =>
      `Sur ${all} cases comparables : ${better} nettement plus hautes ici, ${worse} nettement plus basses.`,
    difference: 'Écart',
    caption: 'Écarts de note par service et par critère',
    competent: 'Qui est compétent',
    legend: 'Écart positif : note plus haute dans le premier territoire. En gras : net, toutes cases prises ensemble.',
    chart: (service: string) => `${service} : les deux notes, par critère`,
    choose: 'Choisissez un second territoire pour voir les notes côte à côte.',
  },
}
