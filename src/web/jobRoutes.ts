import type { Hono } from 'hono'
import type { Portal } from '#app/portal.ts'
import { languages } from '#kernel/bilingual.ts'
import { askedOf } from './asked.ts'
import { cancelPath, paths, pathTo } from './paths.ts'

/** Starting and cancelling the main job: the only things a reader of these pages can change. Both lead back to the list. */
export function addJobRoutes(app: Hono, portal: Portal): void {
  for (const language of languages) {
    app.post(paths.jobs[language], async (c) => {
      const asked = askedOf(new URL(c.req.url).searchParams)
      await portal.startJob({ territory: asked.territory })
      return c.redirect(pathTo(language, 'jobs', asked), 303)
    })
    app.post(cancelPath[language], async (c) => {
      const asked = askedOf(new URL(c.req.url).searchParams)
      await portal.cancelJob({ id: c.req.param('id') ?? '' })
      return c.redirect(pathTo(language, 'jobs', asked), 303)
    })
  }
}
