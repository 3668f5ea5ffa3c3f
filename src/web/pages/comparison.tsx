import type { Page } from '../page.ts'

export const comparisonPage: Page<null> = {
  key: 'comparison',
  load: () => Promise.resolve(null),
  title: () => 'comparison',
  synthetic: () => false,
  view: () => <h1>comparison</h1>,
}
