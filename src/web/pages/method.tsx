import type { Page } from '../page.ts'

export const methodPage: Page<null> = {
  key: 'method',
  load: () => Promise.resolve(null),
  title: () => 'method',
  synthetic: () => false,
  view: () => <h1>method</h1>,
}
