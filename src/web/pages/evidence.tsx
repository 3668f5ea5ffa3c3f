import type { Page } from '../page.ts'

export const evidencePage: Page<null> = {
  key: 'evidence',
  load: () => Promise.resolve(null),
  title: () => 'evidence',
  synthetic: () => false,
  view: () => <h1>evidence</h1>,
}
