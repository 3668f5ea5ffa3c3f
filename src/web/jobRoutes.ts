import { cancelPath, paths, pathTo } from './paths.ts'
import type { Routing } from './routing.ts'

/** Starting and cancelling the main job; both lead back to the list. */
export function addJobRoutes(routing: Routing): void {
  routing.on('POST', paths.jobs, 'jobs.run', async (c, { language, asked, desks, viewer }) => {
    await desks.administration.runJob(viewer, asked.territory)
    return c.redirect(pathTo(language, 'jobs', asked), 303)
  })
  routing.on('POST', cancelPath, 'jobs.run', async (c, { language, asked, parts, desks, viewer }) => {
    await desks.administration.stopJob(viewer, parts['id'] ?? '')
    return c.redirect(pathTo(language, 'jobs', asked), 303)
  })
}
