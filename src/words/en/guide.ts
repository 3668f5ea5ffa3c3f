import type { guide as fr } from '../fr/guide.ts'

/** The guide for front-line staff. */
export const guide: typeof fr = {
  pages: { guide: 'Front-desk guide' },
  codes: {},
  issues: {
    'where.missing': () => 'Type a postcode or the name of a town.',
    'where.tooLong': ({ most }) => `That is too long: ${most} characters at most.`,
    'where.unknown': ({ where }) =>
      `“${where}” is no postcode and no town known here. Try the whole name, or the first part of the postcode.`,
  },
  faultsTitle: 'To be corrected',
  title: 'Who lives around here?',
  lead: 'A postcode or a town gives the groups who live there, never one group for the person in front of you. What you type is kept nowhere.',
  where: 'Postcode or town',
  whereHint: 'For example: ME4, Ashford, 62500 or Arques.',
  look: 'Look up',
  again: 'Look elsewhere',
  around: (where) => `Around ${where}`,
  counted: (areas, people) => `${areas} small areas, ${people} people.`,
  mix: 'The groups who live here',
  mixText: 'Share of people in each group.',
  group: 'Group',
  share: 'Share of people',
  index: 'Index',
  indexHint: 'The index sets the share here against that of the whole territory (100).',
  brief: 'In brief',
  portrait: 'Read the portrait',
  services: 'Services these groups use more',
  servicesLead: 'To keep in mind: the person may need them too. Each service tells procedures, documents and telephone numbers.',
  used: (share, index) => `${share} of people (index ${index})`,
  ask: 'What to ask',
  questions: [
    'How would you like us to answer you: here, by phone, by post, online?',
    'Do you have a connection, and somebody to help, if something has to be done online?',
    'Is there anything else we could settle today?',
  ],
  caution:
    'A group describes a neighbourhood. It never decides what somebody is entitled to, whose turn it is, or by which channel; what the person says wins.',
}
