import type { CellStatus, Level, Side, Sureness } from '#domain/matrix'

export const levels: Readonly<Record<Level, string>> = {
  rethink: 'à réviser',
  watch: 'à surveiller',
  fineTune: 'à optimiser',
  maintain: 'à maintenir',
}

/** What each level means, to follow its name. */
export const levelMeanings: Readonly<Record<Level, string>> = {
  rethink: 'note basse, et plus basse qu’ailleurs',
  watch: 'note basse, mais pas plus basse qu’ailleurs',
  fineTune: 'bonne note, mais plus basse qu’ailleurs',
  maintain: 'bonne note, et pas plus basse qu’ailleurs',
}

/** What each level means under the rule importance x satisfaction. */
export const importanceMeanings: Readonly<Record<Level, string>> = {
  rethink: 'note basse sur ce qui compte pour les usagers',
  watch: 'note basse sur ce qui compte moins',
  fineTune: 'bonne note sur ce qui compte moins',
  maintain: 'bonne note sur ce qui compte pour les usagers',
}

export const importanceSides: Readonly<Record<Side, string>> = {
  scoreLow: 'note basse, importance non établie',
  scoreHigh: 'bonne note, importance non établie',
  below: 'compte moins pour les usagers, niveau de note non établi',
  notBelow: 'compte pour les usagers, niveau de note non établi',
}

export const sureness: Readonly<Record<Sureness, string>> = {
  established: 'établi',
  likely: 'probable',
  uncertain: 'incertain',
}

export const sides: Readonly<Record<Side, string>> = {
  scoreLow: 'note basse, écart non établi',
  scoreHigh: 'bonne note, écart non établi',
  below: 'en dessous de la comparaison, niveau de note non établi',
  notBelow: 'pas en dessous de la comparaison, niveau de note non établi',
}

/** What a cell without verdict shows, and what that means. */
export const statuses: Readonly<Record<CellStatus, { readonly mark: string; readonly meaning: string }>> = {
  ok: { mark: '', meaning: 'note et verdict' },
  thin: { mark: 'n<30', meaning: 'trop peu de réponses pour un verdict (moins de 30 réponses efficaces)' },
  suppressed: { mark: 'secret', meaning: 'si peu de réponses que des personnes pourraient être reconnues' },
  notApplicable: { mark: '–', meaning: 'sans objet pour ce service' },
  oneUnit: { mark: 'n<2', meaning: 'l’incertitude ne peut pas être estimée' },
  noData: { mark: 'vide', meaning: 'aucune réponse' },
}

/** Why a good figure has no verdict: nothing to compare it with but itself. */
export const comparedWithItself: string = 'zone de comparaison, donc sans écart'

/** The reason of a verdict: how the score and its deviation lie. */
export const reasons = {
  scoreLow: 'la note est basse',
  scoreHigh: 'la note est bonne',
  below: (against: string) => `en dessous ${against}`,
  notBelow: (against: string) => `pas en dessous ${against}`,
  matters: (share: string) => `ce critère compte : ${share} des usagers le mettent parmi leurs trois premiers`,
  mattersLess: (share: string) => `ce critère compte moins : ${share} des usagers le mettent parmi leurs trois premiers`,
  and: (score: string, deviation: string) => `${score} et ${deviation}`,
}
