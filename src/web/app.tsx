import { Hono, type Context } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Portal } from '#app/portal.ts'
import { languages, type Bilingual, type Language } from '#kernel/bilingual.ts'
import { formatOf } from '#words/format.ts'
import { wordsOf } from '#words/words.ts'
import { askedOf } from './asked.ts'
import { loadAssets } from './assets.ts'
import { addAssetRoutes } from './assetRoutes.ts'
import { addExportRoutes } from './exportRoutes.ts'
import { addJobRoutes } from './jobRoutes.ts'
import { preferredLanguage } from './language.ts'
import { renderPage, type Site } from './layout/render.tsx'
import type { Page, Visit } from './page.ts'
import { comparisonPage } from './pages/comparison.tsx'
import { evidencePage } from './pages/evidence.tsx'
import { homePage } from './pages/home.tsx'
import { jobsPage } from './pages/jobs.tsx'
import { matrixPage } from './pages/matrix.tsx'
import { methodPage } from './pages/method.tsx'
import { servicePage } from './pages/service.tsx'
import { servicesPage } from './pages/services.tsx'
import { territoryPage } from './pages/territory.tsx'
import { paths } from './paths.ts'
import { renderRefusal } from './refusals.tsx'
import { hostCheck, ownOrigin, securityHeaders } from './security.ts'
import { answerHeld, sendPage, tagOf } from './sending.ts'

export interface LogEntry {
  readonly event: string
  readonly trace: string
  readonly path: string
  readonly error: unknown
}

export interface WebOptions {
  readonly version: string
  /** Names this site answers to; the loopback's own when absent. */
  readonly allowedHosts?: readonly string[]
  readonly observatoryName?: Bilingual
  readonly log: (entry: LogEntry) => void
}

function visitOf(c: Context, language: Language, portal: Portal): Visit {
  const query = new URL(c.req.url).searchParams
  const parts = c.req.param()
  return { language, words: wordsOf(language), format: formatOf(language), asked: askedOf(query), parts, query, portal }
}

function addPage<Data>(app: Hono, site: Site, page: Page<Data>): void {
  for (const language of languages) {
    app.get(paths[page.key][language], async (c) => {
      const tag = page.live ? null : tagOf(c, await site.portal.stamp(), site.version)
      const held = tag === null ? null : answerHeld(c, tag)
      if (held) return held
      const visit = visitOf(c, language, site.portal)
      const [choices, data] = await Promise.all([site.portal.territoryChoices(), page.load(visit)])
      return sendPage(c, renderPage(site, visit, choices, page, data), language, tag)
    })
  }
}

/** The language of an address, or the reader's own where the address has none. */
function languageOf(c: Context): Language {
  const first = new URL(c.req.url).pathname.split('/')[1]
  return languages.find((language) => language === first) ?? preferredLanguage(c.req.header('accept-language'))
}

async function answerError(c: Context, site: Site, options: WebOptions, error: unknown): Promise<Response> {
  if (error instanceof HTTPException && error.status === 403) return renderRefusal(c, site, languageOf(c), { kind: 'forbidden' })
  const trace = crypto.randomUUID().slice(0, 8)
  return renderRefusal(c, site, languageOf(c), { kind: 'error', error, trace }, () =>
    options.log({ event: 'request.failed', trace, path: c.req.path, error }),
  )
}

/**
 * The portal as a web application. It serves pages of the `portal` given and keeps nothing itself.
 *
 * Example: `createWeb(portal, { version: '0.1.0', log: console.error }).request('/fr/matrice')`.
 */
export function createWeb(portal: Portal, options: WebOptions): Hono {
  const { version, observatoryName } = options
  const site: Site = { portal, version, assets: loadAssets(), observatoryName: observatoryName ?? null }
  const app = new Hono()
  app.use(securityHeaders())
  app.get('/health', (c) => c.text('ok'))
  app.use(hostCheck(options.allowedHosts, (c) => Promise.resolve(c.text(wordsOf(languageOf(c)).refusals.wrongHost, 421))))
  app.use(ownOrigin())
  app.use(csrf())
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(paths.home[preferredLanguage(c.req.header('accept-language'))] + new URL(c.req.url).search, 302)
  })
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /*?\n'))
  addAssetRoutes(app, site.assets)
  addExportRoutes(app, portal)
  addJobRoutes(app, portal)
  addPage(app, site, homePage)
  addPage(app, site, matrixPage)
  addPage(app, site, evidencePage)
  addPage(app, site, comparisonPage)
  addPage(app, site, territoryPage)
  addPage(app, site, servicesPage)
  addPage(app, site, servicePage)
  addPage(app, site, methodPage)
  addPage(app, site, jobsPage)
  app.notFound((c) => renderRefusal(c, site, languageOf(c), { kind: 'notFound' }))
  app.onError((error, c) => answerError(c, site, options, error))
  return app
}
