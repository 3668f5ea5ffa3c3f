export const method = {
  title: 'Comment ces chiffres sont-ils faits ?',
  lead: 'Quatre étapes, de la question posée au verdict. Rien n’est caché : ni la règle, ni le doute.',
  steps: 'Les étapes',
  askTitle: '1. Une enquête à laquelle on peut répondre',
  ask: 'Chaque personne est interrogée sur quatre services au plus, parmi ceux qu’elle a utilisés depuis douze mois, tirés au sort avec une probabilité connue. Elle donne une note de 0 à 10 par critère, puis à un tiers des sous-critères. Si elle a renoncé à un service, elle dit pourquoi.',
  weighTitle: '2. Des poids qui redressent',
  weigh:
    'Ceux qui répondent ne ressemblent pas tout à fait à la population. On donne à chacun un poids, par calage sur marges (raking), jusqu’à ce que l’âge, le sexe et le lieu correspondent aux chiffres officiels. Les poids coûtent de la précision ; on le dit.',
  estimateTitle: '3. Des moyennes, et leur incertitude',
  estimate:
    'La note d’une case est la moyenne pondérée des notes données. L’écart est la différence avec la zone de comparaison, dont le territoire fait partie : ce recouvrement est pris en compte. Chaque chiffre vient avec son erreur type et son intervalle à 95 %.',
  judgeTitle: '4. Un niveau, et son degré de certitude',
  judge: (score: string) =>
    `Une note est haute à partir de ${score}. On croise note haute ou basse avec écart négatif ou non : cela donne quatre niveaux. La note et l’écart étant incertains ensemble, on calcule la probabilité de chacun des quatre niveaux (loi normale à deux dimensions) et l’on montre le plus probable, avec sa probabilité.`,
  ruleTitle: 'La règle et ses seuils',
  ruleOurs:
    'L’observatoire d’origine nomme les quatre niveaux, mais ne publie pas leurs seuils. Ceux-ci sont les nôtres ; ils portent une version et s’affichent partout où ils servent.',
  threshold: 'Seuil',
  value: 'Valeur',
  ruleVersion: 'Version de la règle',
  scoreThreshold: 'Note haute à partir de',
  deviationThreshold: 'Écart compté « en dessous » sous',
  minimumEffectiveN: 'Réponses efficaces au moins',
  established: 'Verdict établi à partir de',
  likely: 'Verdict probable à partir de',
  falseDiscovery: 'Fausses alertes tolérées',
  secondTitle: 'Une seconde règle : importance et satisfaction',
  second: (share: string) =>
    `Au choix, la note se croise non plus avec l’écart mais avec ce qui importe aux usagers : chacun désigne, pour chaque service, trois critères sur onze. Un critère importe à partir de ${share} des usagers, la part que donnerait le hasard (trois sur onze). Note basse sur ce qui importe : à réviser ; sur ce qui importe moins : à surveiller. Bonne note sur ce qui importe : à maintenir ; sur ce qui importe moins : à optimiser, c’est-à-dire que l’effort peut se porter ailleurs.`,
  belowTitle: 'Nettement en dessous',
  below: (rate: string) =>
    `Regarder 176 cases à la fois, c’est en trouver quelques-unes basses par hasard. La marque « nettement en dessous » corrige cela par la méthode de Benjamini et Hochberg : parmi les cases marquées, ${rate} au plus sont attendues fausses.`,
  secrecyTitle: 'Ce qui ne se montre pas',
  secrecy:
    'Une case avec trop peu de réponses n’a pas de verdict ; avec moins encore, elle ne montre rien, pour que personne ne puisse être reconnu. Une question sans objet (le stationnement, pour un bus) n’est pas posée.',
  weightingTitle: 'Le redressement de cette enquête',
  weightingText: (method: string, iterations: string, deff: string, n: string, effective: string) =>
    `Méthode : ${method}, ${iterations} itérations. Effet de plan ${deff} : ${n} personnes valent ${effective} réponses indépendantes.`,
  weightings: { raking: 'calage sur marges', linear: 'calage linéaire', logit: 'calage par logit borné' } as Readonly<
    Record<string, string>
  >,
  converged: 'Toutes les marges sont atteintes.',
  notConverged: 'Les marges ne sont pas toutes atteintes : prudence.',
  gRange: (min: string, max: string) => `Les poids ont été multipliés par ${min} à ${max}.`,
  variable: 'Variable',
  category: 'Catégorie',
  target: 'Population',
  before: 'Avant',
  after: 'Après',
  citationsTitle: 'D’où viennent les onze critères',
  citationsText: (n: string) =>
    `Une première enquête a demandé à ${n} usagers, sans rien leur suggérer, ce qui rend un service facile ou difficile d’accès. Part de ceux qui ont cité chaque critère, avec son intervalle.`,
  citationShare: 'Part des usagers',
  criterion: 'Critère',
  example: (count: string, n: string, criterion: string, lower: string, upper: string) =>
    `${criterion} : ${count} usagers sur ${n} l’ont cité ; la vraie part est entre ${lower} et ${upper}.`,
  limitsTitle: 'Limites',
  limits: [
    'Une enquête ne voit pas ceux qui ne répondent pas. Le redressement corrige l’âge, le sexe et le lieu, pas l’envie de répondre.',
    'Une note dit un ressenti. Elle ne mesure ni un temps de trajet, ni une amplitude d’ouverture.',
    'Deux cases voisines peuvent porter deux niveaux alors que rien ne les sépare : regardez toujours le degré de certitude.',
    'Les comparaisons entre la France et le Kent rapprochent des services dont l’organisation diffère.',
  ],
}
