export const home = {
  title: 'Où trouver un service public ?',
  deskWho: 'Vous accueillez le public',
  desk: 'Retrouvez les démarches, les pièces, et le bon interlocuteur, des deux côtés de la Manche.',
  analystsWho: 'Vous décidez, ou vous analysez',
  analysts: 'La matrice montre où agir d’abord, avec ses preuves, et sans cacher les doutes.',
  headline: (inZone: string) => `Aujourd’hui, ${inZone}`,
  nonePressing: 'Aucun verdict « à réviser » ou « à surveiller » n’est établi. La matrice montre les verdicts probables.',
  toMethod: 'Comprendre la méthode',
  refused: (n: string, one: boolean) => `Sur ${n} ${one ? 'point' : 'points'}, trop peu de réponses pour conclure.`,
  source: (respondents: string, ofZone: string, all: string, start: string, end: string) =>
    `Enquête auprès de ${respondents} personnes ${ofZone} (${all} en tout), du ${start} au ${end}.`,
  chainText:
    'Une enquête représentative, des poids qui la redressent, 176 cases croisant 16 services et 11 critères, quatre niveaux d’attention. Ouvrez n’importe quelle case : vous verrez le nombre de réponses, l’incertitude et la règle.',
}
