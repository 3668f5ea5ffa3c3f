import type { Page } from '../page.ts'

export const servicesPage: Page<null> = {
  key: 'services',
  load: () => Promise.resolve(null),
  title: () => 'services',
  synthetic: () => false,
  view: () => <h1>services</h1>,
}
