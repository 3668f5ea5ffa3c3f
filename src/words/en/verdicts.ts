import type * as fr from '../fr/verdicts.ts'

export const levels: typeof fr.levels = {
  rethink: 'rethink',
  watch: 'watch',
  fineTune: 'fine-tune',
  maintain: 'maintain',
}

export const levelMeanings: typeof fr.levelMeanings = {
  rethink: 'low score, and lower than elsewhere',
  watch: 'low score, but not lower than elsewhere',
  fineTune: 'good score, but lower than elsewhere',
  maintain: 'good score, and not lower than elsewhere',
}

export const importanceMeanings: typeof fr.importanceMeanings = {
  rethink: 'low score on what matters to users',
  watch: 'low score on what matters less',
  fineTune: 'good score on what matters less',
  maintain: 'good score on what matters to users',
}

export const importanceSides: typeof fr.importanceSides = {
  scoreLow: 'low score, importance not established',
  scoreHigh: 'good score, importance not established',
  below: 'matters less to users, level of the score not established',
  notBelow: 'matters to users, level of the score not established',
}

export const sureness: typeof fr.sureness = {
  established: 'established',
  likely: 'likely',
  uncertain: 'uncertain',
}

export const sides: typeof fr.sides = {
  scoreLow: 'low score, deviation not established',
  scoreHigh: 'good score, deviation not established',
  below: 'below the comparison, level of the score not established',
  notBelow: 'not below the comparison, level of the score not established',
}

export const statuses: typeof fr.statuses = {
  ok: { mark: '', meaning: 'score and verdict' },
  thin: { mark: 'n<30', meaning: 'too few answers for a verdict (under 30 effective answers)' },
  suppressed: { mark: 'secret', meaning: 'so few answers that people could be recognised' },
  notApplicable: { mark: '–', meaning: 'does not apply to this service' },
  oneUnit: { mark: 'n<2', meaning: 'the uncertainty cannot be estimated' },
  noData: { mark: 'none', meaning: 'no answer' },
}

export const comparedWithItself: typeof fr.comparedWithItself = 'this is the zone of comparison, with no deviation from itself'

export const reasons: typeof fr.reasons = {
  scoreLow: 'the score is low',
  scoreHigh: 'the score is good',
  below: (against) => `below ${against}`,
  notBelow: (against) => `not below ${against}`,
  matters: (share) => `it matters: ${share} of users put it among their first three`,
  mattersLess: (share) => `it matters less: ${share} of users put it among their first three`,
  and: (score, deviation) => `${score} and ${deviation}`,
}
