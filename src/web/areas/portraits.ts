import { saved } from '../administration/form.tsx'
import { portraitPage } from '../pages/portrait.tsx'
import { portraitComparisonPage } from '../pages/portraitComparison.tsx'
import { portraitsPage } from '../pages/portraitList.tsx'
import { portraitTextsPage } from '../pages/portraitTexts.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import { readSentences } from '../portraits/typedTexts.ts'
import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addPortraitsRoutes(routing: Routing): void {
  routing.page(portraitsPage)
  routing.page(portraitComparisonPage)
  routing.page(portraitPage)
  routing.page(portraitTextsPage)
  routing.on('POST', paths.portraitTexts, 'portraits.write', async (c, visit) => {
    const { desks, viewer, language, asked, parts } = visit
    const of = { root: parts['root'] ?? '', letter: parts['letter'] ?? '' }
    const typed = readSentences(await readForm(c))
    const issues = await desks.portraits.write(viewer, of, typed)
    if (Object.keys(issues).length === 0) return c.redirect(saved(pathTo(language, 'portraitTexts', asked, { parts: of })), 303)
    const view = await desks.portraits.texts(viewer, of, typed, issues)
    return routing.show(c, visit, portraitTextsPage, view, '' in issues ? 409 : 422)
  })
}
