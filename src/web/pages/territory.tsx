import type { Page } from '../page.ts'

export const territoryPage: Page<null> = {
  key: 'territory',
  load: () => Promise.resolve(null),
  title: () => 'territory',
  synthetic: () => false,
  view: () => <h1>territory</h1>,
}
