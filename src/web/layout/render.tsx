import type { Child } from 'hono/jsx'
import type { Desks } from '#app/desks.ts'
import type { Portal } from '#app/portal.ts'
import type { TerritoryChoice, ZoneName } from '#app/views.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Assets } from '../assets.ts'
import type { Script, Shown, Visit } from '../page.ts'
import type { PageKey } from '../paths.ts'
import { Footer } from './footer.tsx'
import { Head } from './head.tsx'
import { Header } from './header.tsx'
import { Breadcrumb, Navigation } from './navigation.tsx'

/** What all pages share. */
export interface Site {
  readonly portal: Portal
  readonly desks: Desks
  readonly version: string
  readonly assets: Assets
  /** A partner's name for its observatory; the product's own when `null`. */
  readonly observatoryName: Bilingual | null
}

export interface ShellContent {
  readonly key: PageKey
  /** Whether the page of this key is the one shown; a refusal is none of them. */
  readonly current: boolean
  readonly title: string
  readonly body: Child
  readonly scripts: readonly Script[]
  readonly synthetic: boolean
  readonly above: readonly PageKey[]
  /** The end of the breadcrumb, where it is not the page's name. */
  readonly crumb?: string | undefined
  readonly zone: ZoneName | null
}

/** A whole document around a page's body. */
export function renderShell(site: Site, visit: Visit, choices: readonly TerritoryChoice[], content: ShellContent): string {
  const { language, words } = visit
  const name = site.observatoryName?.[language] ?? words.shell.product
  const document = (
    <html lang={language}>
      <Head site={site} visit={visit} content={content} name={name} />
      <body>
        <a class="skip" href="#main">
          {words.shell.skip}
        </a>
        <Header visit={visit} choices={choices} content={content} name={name} />
        <div class="frame">
          <Navigation visit={visit} content={content} />
          <main id="main" tabindex={-1} class={`page page-${content.key}`}>
            <Breadcrumb visit={visit} content={content} />
            {content.body}
            {content.synthetic && <p class="synthetic">{words.shell.synthetic}</p>}
          </main>
        </div>
        <Footer visit={visit} version={site.version} />
      </body>
    </html>
  )
  return `<!doctype html>${document.toString()}`
}

export function renderPage<Data>(
  site: Site,
  visit: Visit,
  choices: readonly TerritoryChoice[],
  page: Shown<Data>,
  data: Data,
): string {
  return renderShell(site, visit, choices, {
    key: page.key,
    current: true,
    title: page.title(visit, data),
    body: page.view(visit, data),
    scripts: page.scripts ?? [],
    synthetic: page.synthetic(data),
    above: page.above ?? [],
    crumb: page.crumb?.(visit, data),
    zone: page.zone?.(data) ?? null,
  })
}
