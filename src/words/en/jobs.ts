import type { jobs as fr } from '../fr/jobs.ts'

export const jobs: typeof fr = {
  title: 'Are the figures up to date?',
  context:
    'The main calculation reads the survey again, weights the answers, estimates every cell and records the verdicts. It takes a few seconds.',
  start: (ofZone) => `Compute the figures ${ofZone} again`,
  cancel: 'Cancel',
  refresh: 'Refresh',
  list: 'Recent calculations',
  empty: 'No calculation has been requested yet. Start one: the matrix fills in within a few seconds.',
  territory: 'Territory',
  state: 'State',
  progress: 'Progress',
  started: (when) => `Started: ${when}`,
  ended: (when) => `Ended: ${when}`,
  actions: 'Action',
  states: { waiting: 'waiting', running: 'running', done: 'done', failed: 'failed', cancelled: 'cancelled' },
  steps: {
    waiting: 'waiting for its turn',
    reading: 'reading the answers',
    weighing: 'calculating the weights',
    estimating: 'estimating scores and their uncertainty',
    saving: 'saving the verdicts',
    done: 'done',
  },
  seeMatrix: 'See the matrix',
  cancelNote: 'The earlier figures stay in place.',
}
