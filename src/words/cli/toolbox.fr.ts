import { classes } from './classes.fr.ts'

type Issue = { readonly column: string; readonly value: string; readonly expected: string }

const files = {
  'R.csv': 'les enregistrements : CSV, virgule ou point-virgule, point ou virgule décimale, .gz ; - pour l’entrée standard',
  '--weights W': 'colonne des poids',
  '--strata S': 'colonne des strates du plan de sondage',
  '--cluster C': 'colonne des grappes, numérotées dans leur strate',
  '--fpc F': 'colonne du nombre d’unités de la population dans la strate, ou du taux de sondage (1 au plus)',
  '--json': 'un document JSON sur la sortie standard',
}

const margins = {
  '--margins M.csv': 'marges : variable,category,total (catégorie vide : total d’une variable numérique)',
  '--method M': 'raking (par défaut), linear ou logit',
  '--bounds L,U': 'bornes du rapport poids / poids de sondage, obligatoires pour logit : 0.5,2',
  '--max-iterations N': 'au plus N itérations',
}

/** Ce que disent `passerelle weigh`, `estimate` et `crosstab`. */
export const toolbox = {
  weigh: {
    summary: 'Cale les poids d’un fichier sur des marges : calage sur marges (raking), linéaire ou logistique borné.',
    options: {
      'R.csv': files['R.csv'],
      '--weights W': 'colonne des poids de sondage ; 0 reste 0, un poids négatif est refusé (obligatoire)',
      ...margins,
      '--out F.csv': 'réécrit les enregistrements avec leur poids dans une colonne weight ; rien n’est écrit si le calage échoue',
      '--json': files['--json'],
    },
  },
  estimate: {
    summary: 'Moyenne, total ou proportion d’un fichier, avec erreur-type et intervalle selon le plan de sondage.',
    options: {
      'R.csv': files['R.csv'],
      '--mean Y': 'moyenne de la colonne Y',
      '--total Y': 'total de la colonne Y',
      '--proportion Y=V': 'proportion des enregistrements dont la colonne Y vaut V',
      '--by A': 'une ligne par catégorie de la colonne A',
      '--deviation A=v': 'écart du domaine A = v à l’ensemble',
      '--against whole|rest': 'avec --deviation : à l’ensemble (par défaut) ou au reste',
      '--weights W': 'colonne des poids (1 sans elle)',
      '--strata S': files['--strata S'],
      '--cluster C': files['--cluster C'],
      '--fpc F': files['--fpc F'],
      ...margins,
      '--interval t|logit|beta': 'intervalle d’une proportion : logit par défaut, beta toujours à 0 et 1',
      '--level 0.95': 'niveau de confiance',
      '--json': files['--json'],
    },
  },
  crosstab: {
    summary: 'Tableau croisé de deux colonnes, avec erreurs-types et test d’indépendance de Rao et Scott (second ordre).',
    options: {
      'R.csv': files['R.csv'],
      '--rows A': 'colonne dont les catégories sont les lignes',
      '--columns B': 'colonne dont les catégories sont les colonnes',
      '--weights W': 'colonne des poids (1 sans elle)',
      '--strata S': files['--strata S'],
      '--cluster C': files['--cluster C'],
      '--fpc F': files['--fpc F'],
      '--json': files['--json'],
    },
  },
  classes,
  usage: {
    missingFile: (command: string) =>
      `Indiquez un fichier d’enregistrements : passerelle ${command} R.csv …, ou - pour l’entrée standard.`,
    oneFile: (command: string, extra: string) => `Un seul fichier à la fois (en trop : ${extra}) : passerelle ${command} R.csv …`,
    missingOption: (command: string, option: string) => `Il manque ${option} ; passerelle ${command} --help donne un exemple.`,
    twice: (option: string) => `${option} est donné deux fois ; n’en gardez qu’un.`,
    choice: (option: string, value: string, known: string) => `${option} ${value} : valeur inconnue. Valeurs : ${known}.`,
    level: (value: string) => `--level ${value} : donnez un niveau entre 0 et 1, par exemple 0.95.`,
    bounds: (value: string) =>
      `--bounds ${value} : donnez deux nombres de part et d’autre de 1, le plus petit d’abord, par exemple 0.5,2.`,
    boundsNeeded: 'La méthode logit demande --bounds L,U, par exemple --bounds 0.5,2.',
    iterations: (value: string) => `--max-iterations ${value} : donnez un nombre entier à partir de 1.`,
    oneQuestion: 'Demandez une seule chose : --mean Y, --total Y ou --proportion Y=V.',
    pair: (option: string, value: string) => `${option} ${value} : écrivez COLONNE=VALEUR, par exemple ${option} stype=H.`,
    byOrDeviation: '--deviation et --by s’excluent : donnez l’un ou l’autre.',
    againstAlone: '--against va avec --deviation A=v.',
    intervalOfProportion: (interval: string) =>
      `--interval ${interval} ne vaut que pour --proportion, sans --deviation ; les moyennes, totaux et écarts ont un intervalle t.`,
    marginsNeeded: (option: string) => `${option} va avec --margins M.csv.`,
    sameFile: 'Les enregistrements et les marges ne peuvent pas venir tous deux de l’entrée standard.',
    sameOut: (file: string) => `--out ${file} écraserait un fichier lu ; donnez un autre nom.`,
  },
  issues: {
    'file.noRows': () => 'aucun enregistrement sous la ligne de titres ; vérifiez que le fichier a été enregistré en entier',
    'column.notThere': ({ expected }: Issue) => `pas de colonne de ce nom ; colonnes du fichier : ${expected}`,
    'column.twice': () => 'deux colonnes portent ce nom ; renommez-en une',
    'number.invalid': () => 'ce n’est pas un nombre ; écrivez-le comme 12.5 ou 12,5, ou laissez vide ce qui manque',
    'number.missing': () => 'pas de valeur ; donnez un nombre à chaque enregistrement',
    'weight.missing': () => 'pas de poids ; donnez-en un à chaque enregistrement (0 l’écarte)',
    'weight.negative': () => 'poids négatif ; un poids de sondage va de 0 vers le haut',
    'weight.allZero': () => 'tous les poids sont à 0 ; il n’y a rien à caler',
    'code.missing': () => 'pas de code ; donnez-en un à chaque enregistrement',
    'fpc.notPositive': () => 'la correction de population doit dépasser 0 : un taux (1 au plus) ou un nombre d’unités',
    'fpc.differs': ({ expected }: Issue) =>
      `autre valeur dans la même strate : ${expected.replace(/ \(/, ' (ligne ')} ; une seule par strate`,
    'fpc.small': ({ expected }: Issue) =>
      `moins d’unités dans la population que dans l’échantillon (${expected.split('|')[0]}) ; corrigez-la`,
    'fpc.smallInStratum': ({ expected }: Issue) => {
      const [n = '', stratum = ''] = expected.split('|')
      return `moins d’unités dans la population que dans l’échantillon (${n}), strate ${stratum} ; corrigez-la`
    },
    'margin.unknownVariable': ({ expected }: Issue) => `les enregistrements n’ont pas cette colonne ; colonnes : ${expected}`,
    'margin.categoryWithout': ({ expected }: Issue) =>
      `catégorie sans marge (${expected}) ; ajoutez-la aux marges ou regroupez-la`,
    'margin.twice': ({ expected }: Issue) => `marge donnée deux fois ; la première est à la ligne ${expected}`,
    'margin.mixed': ({ expected }: Issue) =>
      `une variable a soit des catégories, soit un seul total sans catégorie : ${expected.replace(/ \(/, ' (ligne ')}`,
    'margin.negative': () => 'total négatif ; celui d’une catégorie va de 0 vers le haut',
    'crosstab.tooMany': ({ expected }: Issue) => `trop de cases (au plus ${expected}) ; regroupez les catégories`,
    ...classes.issues,
  } satisfies Record<string, (issue: Issue) => string>,
  notes: {
    'ids.repeated': (v: readonly string[]) =>
      `Attention : la colonne ${v[1]} répète ${v[0]} ${v[0] === '1' ? 'identifiant' : 'identifiants'}, d’abord à la ligne ${v[3]} (déjà à la ligne ${v[2]}) ; chaque ligne compte pour un enregistrement.`,
    'cluster.shared': (v: readonly string[]) =>
      `Note : ${v[0]} ${v[0] === '1' ? 'code de grappe se trouve' : 'codes de grappe se trouvent'} dans plusieurs strates (${v[1]} : ${v[2]}, ${v[3]}) ; ce sont des grappes distinctes.`,
    'weights.none': () => 'Note : sans --weights chaque enregistrement pèse 1 ; --fpc corrige la variance et ne pondère pas.',
    'value.nowhere': (v: readonly string[]) =>
      `Attention : la valeur ${v[0]} ne se trouve nulle part dans la colonne ${v[1]} (valeurs : ${v[2]}).`,
    'column.renamed': (v: readonly string[]) => `Note : le fichier a déjà une colonne weight ; les poids sont dans ${v[0]}.`,
  } satisfies Record<string, (values: readonly string[]) => string>,
  note: (file: string, sentence: string) => `${file} : ${sentence}`,
  fault: (file: string, line: number, column: string, value: string, what: string) =>
    `${file}${line ? `, ligne ${line}` : ''}${column ? `, colonne ${column}` : ''}${value ? `, « ${value} »` : ''} : ${what}`,
  faults: (n: string, one: boolean) => `${n} ${one ? 'faute' : 'fautes'}, rien n’a été calculé.`,
  more: (n: string) => `… et ${n} de plus.`,
  negativeWeights: (n: string, one: boolean) =>
    `Attention : ${n} ${one ? 'poids négatif' : 'poids négatifs'} après le calage linéaire ; raking ou logit n’en donnent pas.`,
  totalsDiffer: 'Les marges n’ont pas toutes le même total : aucun poids ne peut les respecter toutes.',
  infeasible: (list: string) => `Marges impossibles à respecter : ${list}. Regroupez ces catégories ou corrigez leur total.`,
  notConverged: 'Le calage n’a pas convergé : ses poids ne respectent pas toutes les marges.',
  notWritten: (file: string) => `${file} n’a pas été écrit.`,
  written: (file: string, n: string) => `${file} : ${n} enregistrements avec leur poids.`,
  weighed: {
    converged: (iterations: string, error: string) => `Calage réussi en ${iterations} itérations (erreur relative ${error}).`,
    figures: (n: string, effectiveN: string, deff: string) =>
      `${n} enregistrements, effectif efficace ${effectiveN}, effet de plan de Kish ${deff}.`,
    factors: (from: string, middle: string, to: string) => `Poids / poids de sondage : de ${from} à ${to}, médiane ${middle}.`,
  },
  columns: {
    variable: 'Variable',
    category: 'Catégorie',
    target: 'Marge',
    before: 'Avant',
    after: 'Après',
    relativeError: 'Erreur relative',
    domain: 'Domaine',
    n: 'n',
    effectiveN: 'n efficace',
    value: 'Valeur',
    se: 'Erreur-type',
    lower: 'De',
    upper: 'À',
    df: 'ddl',
    deff: 'Effet de plan',
    status: 'État',
    weighted: 'Pondéré',
    share: 'Part',
    rowShare: 'De la ligne',
    columnShare: 'De la colonne',
  },
  all: 'ensemble',
  statuses: { ok: '', notApplicable: 'sans objet', oneUnit: 'non estimable', noData: 'pas de données' },
  test: (f: string, ndf: string, ddf: string, p: string) =>
    `Test de Rao et Scott : F ${f}, ${ndf} et ${ddf} degrés de liberté, p ${p}.`,
  noTest: (status: string) => `Pas de test : ${status}.`,
}
