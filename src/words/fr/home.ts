export const home = {
  title: 'Les services publics sont‑ils à la portée de tous ?',
  lead: 'Passerelle dit, service par service, ce que les habitants trouvent facile ou difficile d’accès : les horaires, le trajet, l’accueil, les démarches, le coût. Chaque chiffre dit aussi à quel point il est sûr.',
  forWhom: 'Pour qui ?',
  citizensWho: 'Vous utilisez ces services',
  citizens: 'Voyez où les joindre, ce qu’il faut apporter, et ce que les autres en disent.',
  deskWho: 'Vous accueillez le public',
  desk: 'Retrouvez les démarches, les pièces, et le bon interlocuteur, des deux côtés de la Manche.',
  analystsWho: 'Vous décidez, ou vous analysez',
  analysts: 'La matrice montre où agir d’abord, avec ses preuves, et sans cacher les doutes.',
  headline: (inZone: string) => `Aujourd’hui, ${inZone}`,
  counts: 'Verdicts établis',
  pressing: 'Le plus pressant',
  nonePressing: 'Aucun verdict « à réviser » ou « à surveiller » n’est établi. La matrice montre les verdicts probables.',
  toMatrix: 'Ouvrir la matrice',
  toServices: 'Trouver un service',
  toMethod: 'Comprendre la méthode',
  refused: (n: string, one: boolean) =>
    `${n} ${one ? 'case reste' : 'cases restent'} sans verdict, faute de réponses assez nombreuses.`,
  source: (respondents: string, ofZone: string, all: string, start: string, end: string) =>
    `Enquête auprès de ${respondents} personnes ${ofZone} (${all} en tout), du ${start} au ${end}.`,
  scoreOf: (score: string) => `${score} sur 10`,
  chain: 'De la question à la décision',
  chainText:
    'Une enquête représentative, des poids qui la redressent, 176 cases croisant 16 services et 11 critères, quatre niveaux d’attention. Ouvrez n’importe quelle case : vous verrez le nombre de réponses, l’incertitude et la règle.',
}
