import type { refusals as fr } from '../fr/refusals.ts'

export const refusals: typeof fr = {
  notFoundTitle: 'This page does not exist',
  notFound: 'The address may have been copied wrongly, or the page has changed its name.',
  refusedTitle: 'This request cannot be met',
  failedTitle: 'Something went wrong',
  failed:
    'The fault is ours. Try again in a moment; if it happens again, give this number to the person who runs the observatory.',
  trace: (id) => `Incident number: ${id}`,
  forbiddenTitle: 'Request refused',
  forbidden: 'This request does not come from a page of this site. Open the page again and retry.',
  wrongHost: 'This site does not answer to that name.',
  home: 'Go to the home page',
  matrix: 'Go to the matrix',
  other: (code) =>
    `The system refused the request (${code}). Check the choices made in the address, or start again from the home page.`,
  codes: {
    'zone.unknown': (params) =>
      `No zone has the code “${params['code'] ?? ''}”. Choose a territory from the list at the top of the page.`,
    'zone.tooSmall': (params) =>
      `The zone “${params['code'] ?? ''}” is too small for the survey: a few answers would tell of people, not of services. Choose an inter-municipal body or district, a territory, or the département or county.`,
    'service.unknown': (params) => `No service has the code “${params['code'] ?? ''}”. The Services page lists them.`,
    'item.unknown': (params) => `No criterion has the code “${params['code'] ?? ''}”. The matrix shows them all.`,
    'group.unknown': (params) => `No user group has the code “${params['code'] ?? ''}”. Choose one from the list on the matrix.`,
    'rule.unknown': (params) => `No rule has the code “${params['code'] ?? ''}”.`,
    'job.unknown': () => 'This calculation does not exist, or it is too old.',
    'territory.noSurvey': (params) =>
      `No satisfaction survey covers the zone “${params['code'] ?? ''}”. Choose a territory from the list at the top of the page.`,
    'against.apart': (params) =>
      `The zone “${params['against'] ?? params['code'] ?? ''}” belongs to another survey: the two cannot be compared.`,
    'survey.notWeighted': () =>
      'The answers have not been processed yet. Wait for the calculation to end, on the Calculations page.',
    'observatory.empty': () => 'The observatory holds no data yet.',
    'request.unreadable': () =>
      'A value that was sent cannot be read: a number too large, a malformed code or a forbidden character. Correct it and try again.',
    unexpected: () =>
      'The calculation stopped because of an error. Run it again; if it happens again, tell the person who runs the observatory.',
  },
}
