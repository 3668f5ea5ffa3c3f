import type { Page } from '../page.ts'

export const servicePage: Page<null> = {
  key: 'service',
  load: () => Promise.resolve(null),
  title: () => 'service',
  synthetic: () => false,
  view: () => <h1>service</h1>,
}
