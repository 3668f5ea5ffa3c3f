import type { plainResults as French } from '../fr/plainResults.ts'

const said: typeof French.said = {
  information: {
    low: 'people hardly know that the service exists, or what it does',
    good: 'people know that the service exists and what it does',
  },
  contact: { low: 'the first contact is hard', good: 'the first contact is easy' },
  delays: { low: 'people wait too long', good: 'people do not wait too long' },
  opening: { low: 'the opening hours do not suit people', good: 'the opening hours suit people' },
  distance: { low: 'the journey is too long', good: 'the journey is short' },
  transport: { low: 'it is hard to get there', good: 'it is easy to get there' },
  building: { low: 'the building is awkward to use', good: 'the building is easy to use' },
  welcome: { low: 'the welcome disappoints', good: 'people feel well received' },
  competence: { low: 'the answer or the follow-up disappoints', good: 'the answer and the follow-up are good' },
  procedures: { low: 'the paperwork is complicated', good: 'the paperwork is simple' },
  cost: { low: 'the price or the fairness of treatment is in doubt', good: 'the price and the fairness of treatment are right' },
}

export const plainResults: typeof French = {
  title: (inZone) => `What do people think of public services ${inZone}?`,
  context: (respondents, ofZone, start, end) =>
    `${respondents} people ${ofZone} answered, from ${start} to ${end}. We only show what is established or likely.`,
  said,
  sentence: (service, text) => `${service}: ${text}`,
  attentionTitle: 'What needs attention',
  attentionNone: 'No difficulty is established or likely.',
  improvableTitle: 'Good, but better elsewhere',
  improvableText: 'The score is good, and yet lower than in the area it is compared with.',
  workingTitle: 'What works',
  workingNone: 'No strong point is established or likely.',
  score: (score) => `${score} out of 10`,
  lowerThan: (inZone) => `worse than ${inZone}`,
  notLowerThan: (inZone) => `no worse than ${inZone}`,
  sure: { established: 'we are sure of it', likely: 'this is likely, not certain' },
  evidence: 'the evidence',
  more: (n) => `And ${n} more points, in the matrix.`,
  refused: (refused, asked) => `Of ${asked} questions, ${refused} have no conclusion, because too few people answered.`,
  itself: (zone) =>
    `Conclusions come from comparing a territory with ${zone}. Choose a smaller territory at the top of the page.`,
  toMatrix: 'See the whole matrix',
  toMethod: 'How do we know?',
}
