import type { method as fr } from '../fr/method.ts'

export const method: typeof fr = {
  title: 'How are these figures made?',
  lead: 'Four steps, from the question asked to the verdict. Nothing is hidden: neither the rule nor the doubt.',
  steps: 'The steps',
  askTitle: '1. A survey people can answer',
  ask: 'Each person is asked about four services at most, out of those used in the last twelve months, drawn at random with a known probability. They give a score from 0 to 10 for each criterion, then for a third of the sub-criteria. If they gave up on a service, they say why.',
  weighTitle: '2. Weights that correct it',
  weigh:
    'Those who answer do not quite look like the population. Each is given a weight, by raking, until age, sex and place agree with official figures. Weights cost precision; we say how much.',
  estimateTitle: '3. Means, and their uncertainty',
  estimate:
    'The score of a cell is the weighted mean of the scores given. The deviation is the difference from the zone of comparison, of which the territory is a part: that overlap is taken into account. Every figure comes with its standard error and its 95% interval.',
  judgeTitle: '4. A level, and how sure it is',
  judge: (score) =>
    `A score is high from ${score}. Crossing high or low scores with a negative deviation or not gives four levels. Score and deviation are uncertain together, so we calculate the probability of each of the four (bivariate normal) and show the most probable, with its probability.`,
  ruleTitle: 'The rule and its thresholds',
  ruleOurs:
    'The original observatory names the four levels but does not publish their thresholds. These are ours; they carry a version and are shown wherever they are used.',
  threshold: 'Threshold',
  value: 'Value',
  ruleVersion: 'Version of the rule',
  scoreThreshold: 'High score from',
  deviationThreshold: 'Deviation counts as “below” under',
  minimumEffectiveN: 'Effective answers, at least',
  established: 'Verdict established from',
  likely: 'Verdict likely from',
  falseDiscovery: 'False alarms allowed',
  secondTitle: 'A second rule: importance and satisfaction',
  second: (share) =>
    `By choice the score is crossed not with the deviation but with what matters to users: each names, for each service, three criteria out of eleven. A criterion matters from ${share} of users on, the share that chance would give (three in eleven). A low score on what matters: rethink; on what matters less: watch. A good score on what matters: maintain; on what matters less: fine-tune, since effort may go elsewhere.`,
  belowTitle: 'Significantly below',
  below: (rate) =>
    `Look at 176 cells at once and some will be low by chance. The mark “significantly below” corrects for this by the method of Benjamini and Hochberg: of the cells marked, at most ${rate} are expected to be false.`,
  secrecyTitle: 'What is not shown',
  secrecy:
    'A cell with too few answers has no verdict; with fewer still it shows nothing, so that nobody can be recognised. A question that does not apply (parking for a bus) is not asked.',
  weightingTitle: 'How this survey was weighted',
  weightingText: (method, iterations, deff, n, effective) =>
    `Method: ${method}, ${iterations} iterations. Design effect ${deff}: ${n} people are worth ${effective} independent answers.`,
  weightings: { raking: 'raking', linear: 'linear calibration', logit: 'bounded logit calibration' },
  converged: 'All margins are met.',
  notConverged: 'Not all margins are met: treat with caution.',
  gRange: (min, max) => `Weights were multiplied by ${min} to ${max}.`,
  variable: 'Variable',
  category: 'Category',
  target: 'Population',
  before: 'Before',
  after: 'After',
  citationsTitle: 'Where the eleven criteria come from',
  citationsText: (n) =>
    `A first survey asked ${n} users, with no prompting, what makes a service easy or hard to reach. Share of those who named each criterion, with its interval.`,
  citationShare: 'Share of users',
  criterion: 'Criterion',
  example: (count, n, criterion, lower, upper) =>
    `${criterion}: ${count} of ${n} people named it; the true share is between ${lower} and ${upper}.`,
  limitsTitle: 'Limits',
  limits: [
    'A survey does not see those who do not answer. Weighting corrects age, sex and place, not the wish to answer.',
    'A score is what people feel. It measures neither a travel time nor a span of opening hours.',
    'Two neighbouring cells may carry two levels although nothing really sets them apart: always look at how sure they are.',
    'Comparing France with Kent brings together services that are organised differently.',
  ],
}
