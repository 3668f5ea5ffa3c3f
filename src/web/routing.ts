import type { Context, Hono } from 'hono'
import type { Viewer } from '#domain/accounts'
import { anybody, authorise, type UseCase } from '#app/rights.ts'
import { languages, type Bilingual, type Language } from '#kernel/bilingual.ts'
import { formatOf } from '#words/format.ts'
import { wordsOf } from '#words/words.ts'
import { askedOf } from './asked.ts'
import { renderPage, type Site } from './layout/render.tsx'
import type { Page, Shown, Visit } from './page.ts'
import { paths } from './paths.ts'
import { answerHeld, sendPage, sendPrivate, tagOf } from './sending.ts'

/** What a request carries from the middleware to its handler. */
export interface Carried {
  Variables: { viewer: Viewer }
}
export type WebContext = Context<Carried>
export type WebApp = Hono<Carried>

export type Method = 'GET' | 'POST'

/** A route with the right it asks for; the test of rights asks every one of them as every role. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly useCase: UseCase
}

type Handler = (c: WebContext, visit: Visit) => Promise<Response>

/** What an area of the portal adds its pages and actions with. */
export interface Routing {
  readonly routes: readonly Route[]
  /** The program's version, for files that name it. */
  readonly version: string
  /** A page in both languages. */
  page<Data>(page: Page<Data>): void
  /** An action or a file behind an address per language; the handler runs only for those who may. */
  on(method: Method, path: Bilingual, useCase: UseCase, handler: Handler): void
  /** The same behind one address that has no language, such as a tile. The visit is in the reader's own language. */
  onPlain(method: Method, path: string, useCase: UseCase, handler: Handler): void
  /** Shows a page in answer to an action, as when a form has faults: what was typed comes back in `data`. Status 422 unless told. */
  show<Data>(c: WebContext, visit: Visit, page: Shown<Data>, data: Data, status?: 200 | 409 | 422): Promise<Response>
}

export function viewerOf(c: WebContext): Viewer {
  return c.get('viewer') ?? anybody
}

function visitOf(c: WebContext, language: Language, site: Site): Visit {
  const query = new URL(c.req.url).searchParams
  return {
    language,
    words: wordsOf(language),
    format: formatOf(language),
    asked: askedOf(query),
    parts: c.req.param(),
    query,
    portal: site.portal,
    desks: site.desks,
    viewer: viewerOf(c),
  }
}

/** A page for anybody is kept by browsers under the stamp of the data; whoever is signed in gets a page of their own, kept nowhere. */
async function answerPage<Data>(c: WebContext, site: Site, page: Page<Data>, language: Language): Promise<Response> {
  const visit = visitOf(c, language, site)
  authorise(visit.viewer, page.needs ?? 'results.read')
  const own = visit.viewer.userId !== null || page.live === true || page.secret === true
  const tag = own ? null : tagOf(c, await site.portal.stamp(), site.version)
  const held = tag === null ? null : answerHeld(c, tag)
  if (held) return held
  const [choices, data] = await Promise.all([site.portal.territoryChoices(), page.load(visit)])
  const html = renderPage(site, visit, choices, page, data)
  const kept = visit.viewer.userId === null && page.secret !== true
  return kept ? sendPage(c, html, language, tag) : sendPrivate(c, html, language)
}

export function routingOf(app: WebApp, site: Site, preferred: (c: WebContext) => Language): Routing {
  const routes: Route[] = []
  const add = (method: Method, path: string, useCase: UseCase, language: Language | null, handler: Handler): void => {
    routes.push({ method, path, useCase })
    app.on(method, path, async (c) => {
      authorise(viewerOf(c), useCase)
      return handler(c, visitOf(c, language ?? preferred(c), site))
    })
  }
  return {
    routes,
    version: site.version,
    page(page) {
      for (const language of languages) {
        const path = paths[page.key][language]
        routes.push({ method: 'GET', path, useCase: page.needs ?? 'results.read' })
        app.get(path, (c) => answerPage(c, site, page, language))
      }
    },
    on(method, path, useCase, handler) {
      for (const language of languages) add(method, path[language], useCase, language, handler)
    },
    onPlain: (method, path, useCase, handler) => add(method, path, useCase, null, handler),
    async show(c, visit, page, data, status = 422) {
      const html = renderPage(site, visit, await site.portal.territoryChoices(), page, data)
      return sendPrivate(c, html, visit.language, status)
    },
  }
}
