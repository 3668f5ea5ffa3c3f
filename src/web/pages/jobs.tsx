import type { Page } from '../page.ts'

export const jobsPage: Page<null> = {
  key: 'jobs',
  load: () => Promise.resolve(null),
  title: () => 'jobs',
  synthetic: () => false,
  view: () => <h1>jobs</h1>,
}
