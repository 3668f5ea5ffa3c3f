type Issue = { readonly column: string; readonly value: string; readonly expected: string }

const json = 'un document JSON sur la sortie standard'

/** Ce que disent `passerelle classify` et `profile`. */
export const classes = {
  classify: {
    summary: 'Répartit des zones, ou des ménages, en groupes (k-moyennes), ou entre des groupes déjà faits.',
    options: {
      'AREAS.csv': 'une zone par ligne : son identifiant et ses chiffres ; .gz ; - pour l’entrée standard',
      '--id I': 'colonne de l’identifiant (obligatoire)',
      '--variables a,b': 'colonnes des chiffres (sans elle : toutes les autres)',
      '--transform asinh|none': 'asinh (par défaut) de la valeur telle quelle : des pourcentages de 0 à 100',
      '--scale range|z|none': 'range (par défaut) : de 0 à 1 ; z : écarts à la moyenne en écarts-types de la population',
      '--k N': 'nombre de groupes (sans lui : autant que de centres donnés)',
      '--restarts N': 'départs au hasard, dont le meilleur est gardé (20)',
      '--seed N': 'graine du hasard (1)',
      '--max-iterations N': 'au plus N itérations par départ (300)',
      '--tolerance T': 'arrêt quand les centres bougent de moins que T fois la variance moyenne (0.0001)',
      '--centroids F.csv': 'centres de départ, dans l’espace transformé',
      '--assign-only': 'les centres donnés restent où ils sont, dans leur ordre',
      '--scaling F.csv': 'échelles gardées d’un calcul antérieur : variable,min,max ou variable,mean,sd',
      '--adapt':
        'avec --assign-only et --scaling : les variables sans échelle gardée trouvent la leur d’après les zones et les centres',
      '--out DIR': 'dossier de assignments.csv, centroids.csv, scaling.csv et report.json (obligatoire)',
      '--json': json,
    },
  },
  profile: {
    summary: 'Compare un fichier à une base, groupe par groupe : part, indice avec son intervalle, pénétration, verdict.',
    options: {
      'FILE.csv': 'les personnes du fichier, une par ligne, ou des effectifs ; .gz ; - pour l’entrée standard',
      '--group G': 'colonne du groupe (obligatoire)',
      '--count N': 'colonne de l’effectif (sans elle : chaque ligne compte pour un)',
      '--base BASE.csv': 'la base : group,count, ou les mêmes noms de colonnes (obligatoire)',
      '--json': json,
    },
  },
  usage: {
    whole: (option: string, value: string, least: number, most: number) =>
      `${option} ${value} : donnez un nombre entier de ${least} à ${most}.`,
    list: (option: string, value: string) => `${option} ${value} : donnez des noms séparés par des virgules, sans vide.`,
    listedTwice: (option: string, name: string) => `${option} : ${name} est nommé deux fois ; n’en gardez qu’un.`,
    tolerance: (value: string) => `--tolerance ${value} : donnez un nombre à partir de 0, par exemple 0.0001.`,
    idIsVariable: (name: string) => `${name} est l’identifiant : retirez-le de --variables.`,
    assignNeedsCentroids: '--assign-only va avec --centroids F.csv.',
    adaptNeeds: '--adapt va avec --centroids F.csv --assign-only --scaling F.csv.',
    kNeeded: 'Donnez le nombre de groupes : --k N, ou leurs centres : --centroids F.csv.',
  },
  issues: {
    'column.unnamed': () => 'cette colonne n’a pas de nom ; nommez-la, ou choisissez des colonnes par --variables',
    'column.allMissing': () => 'cette colonne n’a aucune valeur ; laissez-la de côté par --variables',
    'areas.noVariables': () => 'aucune colonne de chiffres à côté de l’identifiant',
    'areas.one': () => 'une seule zone ; il en faut au moins deux pour faire des groupes',
    'area.noId': () => 'pas d’identifiant ; donnez-en un à chaque zone',
    'area.twice': ({ expected }: Issue) =>
      `cette zone est déjà à la ligne ${expected} ; gardez une ligne par zone ou donnez-lui un autre identifiant`,
    'figure.missing': () => 'pas de valeur ; complétez-la, ôtez la zone, ou laissez la colonne de côté par --variables',
    'figure.invalid': () =>
      'ce n’est pas un nombre ; écrivez-le comme 12.5 ou 12,5, ou laissez la colonne de côté par --variables',
    'figure.constant': () =>
      'toutes les zones ont cette valeur : rien ne les distingue ; laissez la colonne de côté par --variables',
    'k.aboveAreas': ({ expected }: Issue) => `plus de groupes que de zones (${expected}) ; demandez-en moins`,
    'k.aboveDistinct': () => 'plus de groupes que de zones différentes ; demandez-en moins',
    'k.notCentroids': ({ expected }: Issue) => `autant de groupes que de centres : ${expected} ; ôtez --k ou corrigez-le`,
    'scaling.twice': () => 'cette variable a deux échelles ; n’en gardez qu’une',
    'scaling.noSpan': () => 'une échelle sans étendue : le maximum doit dépasser le minimum, l’écart-type dépasser 0',
    'scaling.lacks': () =>
      'pas d’échelle pour cette variable ; ajoutez-la, laissez-la de côté par --variables, ou donnez --adapt',
    'scaling.otherScale': ({ expected }: Issue) => `ce fichier a des échelles ${expected} ; ôtez --scale`,
    'scaling.weights': () => 'des variables y ont un poids, qui ne vaut qu’avec --assign-only',
    'adapt.noneKnown': () => 'aucune variable n’a d’échelle gardée : il en faut une au moins pour commencer',
    'count.negative': () => 'effectif négatif ; il va de 0 vers le haut',
    'base.twice': () => 'la base a ce groupe deux fois ; une ligne par groupe',
    'base.nobody': () => 'la base ne compte personne',
    'group.notInBase': ({ expected }: Issue) =>
      `ce groupe n’est pas dans la base ; corrigez-le ou ajoutez-le. Groupes de la base : ${expected}`,
  } satisfies Record<string, (issue: Issue) => string>,
  working: 'Recherche des groupes',
  notConverged: (most: string) =>
    `Les centres bougeaient encore après ${most} itérations : augmentez --max-iterations ou --tolerance.`,
  folderWritten: (folder: string, names: string) => `${folder} : ${names}.`,
  classified: {
    figures: (n: string, d: string, k: string) => `${n} zones, ${d} variables, ${k} groupes.`,
    wss: (wss: string, silhouette: string) => `Somme des carrés dans les groupes : ${wss} ; silhouette : ${silhouette}.`,
    runs: (restarts: string, iterations: string) => `Départs : ${restarts} ; itérations du meilleur : ${iterations}.`,
    adapted: (names: string) => `Échelle trouvée d’après les zones : ${names}.`,
  },
  profiled: {
    verdicts: { over: 'surreprésenté', under: 'sous-représenté', even: 'comme la base' },
    totals: (f: string, c: string, gini: string) => `Fichier : ${f} ; base : ${c} ; Gini de la courbe des gains : ${gini}.`,
  },
  columns: {
    cluster: 'Groupe',
    size: 'Zones',
    percent: '%',
    group: 'Groupe',
    count: 'Effectif',
    basePercent: '% de la base',
    index: 'Indice',
    from: 'De',
    to: 'À',
    penetration: 'Pénétration %',
    pAdjusted: 'p ajusté',
    verdict: 'Verdict',
  },
}
