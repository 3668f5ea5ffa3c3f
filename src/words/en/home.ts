import type { home as fr } from '../fr/home.ts'

export const home: typeof fr = {
  title: 'Where can you find a public service?',
  deskWho: 'You serve the public',
  desk: 'Find procedures, documents and the right contact, on both sides of the Channel.',
  analystsWho: 'You decide, or you analyse',
  analysts: 'The matrix shows where to act first, with the evidence, and without hiding the doubts.',
  headline: (inZone) => `Today ${inZone}`,
  nonePressing: 'No “rethink” or “watch” verdict is established. The matrix shows those that are likely.',
  toMethod: 'Understand the method',
  refused: (n, one) => `On ${n} ${one ? 'point' : 'points'}, too few people answered to say.`,
  source: (respondents, ofZone, all, start, end) =>
    `Survey of ${respondents} people ${ofZone} (${all} in all), from ${start} to ${end}.`,
  chainText:
    'A representative survey, weights that correct it, 176 cells for 16 services and 11 criteria, four levels of attention. Open any cell: you will see the number of answers, the uncertainty and the rule.',
}
