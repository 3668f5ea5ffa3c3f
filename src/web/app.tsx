import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Desks } from '#app/desks.ts'
import type { Portal } from '#app/portal.ts'
import { languages, type Bilingual, type Language } from '#kernel/bilingual.ts'
import { wordsOf } from '#words/words.ts'
import { loadAssets } from './assets.ts'
import { addAssetRoutes } from './assetRoutes.ts'
import { addExportRoutes } from './exportRoutes.ts'
import { addAccountRoutes } from './areas/accounts.ts'
import { addAdministrationRoutes } from './areas/administration.ts'
import { addContributionRoutes } from './areas/contributions.ts'
import { addImportRoutes } from './areas/imports.ts'
import { addMapRoutes } from './areas/maps.ts'
import { addPlaceRoutes } from './areas/places.ts'
import { addPublicRoutes } from './areas/public.ts'
import { addSurveysRoutes } from './areas/surveys.ts'
import { addCollectionRoutes } from './areas/collection.ts'
import { addEntryRoutes } from './areas/entry.ts'
import { addWeightsRoutes } from './areas/weights.ts'
import { addFactsheetsRoutes } from './areas/factsheets.ts'
import { addFindingsRoutes } from './areas/findings.ts'
import { addSmallAreasRoutes } from './areas/smallAreas.ts'
import { addSegmentsRoutes } from './areas/segments.ts'
import { addRegroupingRoutes } from './areas/regrouping.ts'
import { addPortraitsRoutes } from './areas/portraits.ts'
import { addGuideRoutes } from './areas/guide.ts'
import { addProfilesRoutes } from './areas/profiles.ts'
import { addJobRoutes } from './jobRoutes.ts'
import { preferredLanguage } from './language.ts'
import type { Site } from './layout/render.tsx'
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
import { asUnreadable, isAborted, isUnreadable } from './requestFaults.ts'
import { hostCheck, ownOrigin, securityHeaders } from './security.ts'
import { routingOf, type Carried, type Route, type Routing, type WebApp, type WebContext } from './routing.ts'

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

/** The language of an address, or the reader's own where the address has none. */
function languageOf(c: WebContext): Language {
  const first = new URL(c.req.url).pathname.split('/')[1]
  return languages.find((language) => language === first) ?? preferredLanguage(c.req.header('accept-language'))
}

async function answerError(c: WebContext, site: Site, options: WebOptions, error: unknown): Promise<Response> {
  if (error instanceof HTTPException && error.status === 403) return renderRefusal(c, site, languageOf(c), { kind: 'forbidden' })
  const trace = crypto.randomUUID().slice(0, 8)
  return renderRefusal(c, site, languageOf(c), { kind: 'error', error: asUnreadable(error), trace }, () => {
    if (!isAborted(error, c.req.raw.signal)) options.log({ event: 'request.failed', trace, path: c.req.path, error })
  })
}

/** The portal listening to requests, and the list of its routes. */
export interface Web {
  /** `env` is the server's, which knows the network address of whoever asks. */
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>
  readonly request: (input: string | Request, init?: RequestInit) => Response | Promise<Response>
  readonly routes: readonly Route[]
}

function addRoutes(routing: Routing): void {
  addExportRoutes(routing)
  addJobRoutes(routing)
  routing.page(homePage)
  routing.page(matrixPage)
  routing.page(evidencePage)
  routing.page(comparisonPage)
  routing.page(territoryPage)
  routing.page(servicesPage)
  routing.page(servicePage)
  routing.page(methodPage)
  routing.page(jobsPage)
  addImportRoutes(routing)
  addMapRoutes(routing)
  addPlaceRoutes(routing)
  addPublicRoutes(routing)
  addContributionRoutes(routing)
  addAccountRoutes(routing)
  addAdministrationRoutes(routing)
  addSmallAreasRoutes(routing)
  addSegmentsRoutes(routing)
  addRegroupingRoutes(routing)
  addPortraitsRoutes(routing)
  addGuideRoutes(routing)
  addProfilesRoutes(routing)
  addFindingsRoutes(routing)
  addFactsheetsRoutes(routing)
  addWeightsRoutes(routing)
  addEntryRoutes(routing)
  addCollectionRoutes(routing)
  addSurveysRoutes(routing)
}

/**
 * The portal as a web application. It serves pages of the `portal` given and keeps nothing itself.
 *
 * Example: `createWeb(portal, desks, { version: '0.1.0', log: console.error }).request('/fr/matrice')`.
 */
export function createWeb(portal: Portal, desks: Desks, options: WebOptions): Web {
  const { version, observatoryName } = options
  const site: Site = { portal, desks, version, assets: loadAssets(), observatoryName: observatoryName ?? null }
  const app: WebApp = new Hono<Carried>()
  app.use(securityHeaders(desks.maps.baseMapUrl))
  app.get('/health', (c) => c.text('ok'))
  app.use(hostCheck(options.allowedHosts, (c) => Promise.resolve(c.text(wordsOf(languageOf(c)).refusals.wrongHost, 421))))
  const publicOrigin = (asked: string): string => desks.accounts.linkOrigin(asked)
  app.use(ownOrigin(publicOrigin))
  app.use(csrf({ origin: (origin, c) => [new URL(c.req.url).origin, publicOrigin(new URL(c.req.url).origin)].includes(origin) }))
  addAssetRoutes(app, site.assets)
  app.use(async (c, next) => {
    if (isUnreadable(new URL(c.req.url))) return renderRefusal(c, site, languageOf(c), { kind: 'notFound' })
    return next()
  })
  app.use(async (c, next) => {
    c.set('viewer', await desks.accounts.viewerOf(c.req.raw.headers))
    await next()
  })
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(paths.home[preferredLanguage(c.req.header('accept-language'))] + new URL(c.req.url).search, 302)
  })
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /*?\n'))
  const routing = routingOf(app, site, languageOf)
  addRoutes(routing)
  app.notFound((c) => renderRefusal(c, site, languageOf(c), { kind: 'notFound' }))
  app.onError((error, c) => answerError(c, site, options, error))
  return {
    fetch: (request, env) => app.fetch(request, env),
    request: (input, init) => app.request(input, init),
    routes: routing.routes,
  }
}
