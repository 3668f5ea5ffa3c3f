import type { Page } from '../page.ts'

export const homePage: Page<null> = {
  key: 'home',
  load: () => Promise.resolve(null),
  title: () => 'home',
  synthetic: () => false,
  view: () => <h1>home</h1>,
}
