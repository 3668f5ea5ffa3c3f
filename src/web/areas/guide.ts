import { guidePage } from '../pages/guide.tsx'
import { readForm } from '../parts/form.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'

/** Pages and actions of this area. What is asked comes in the body of a form: no address and no log holds it. */
export function addGuideRoutes(routing: Routing): void {
  routing.page(guidePage)
  routing.on('POST', paths.guide, 'guide.read', async (c, visit) => {
    const view = await visit.desks.guide.lookUp(visit.viewer, (await readForm(c)).get('where') ?? '')
    return routing.show(c, visit, guidePage, view, view.issue ? 422 : 200)
  })
}
