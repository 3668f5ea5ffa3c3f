import { communePage } from '../pages/commune.tsx'
import { findPlacesPage } from '../pages/findPlaces.tsx'
import { placePage } from '../pages/place.tsx'
import { resultsPage } from '../pages/results.tsx'
import { searchPage } from '../pages/search.tsx'
import { aboutPage, accessibilityPage, privacyPage } from '../pages/texts.tsx'
import type { Routing } from '../routing.ts'

/** Pages of this area: everything that anybody may read without an account, beside the matrix. */
export function addPublicRoutes(routing: Routing): void {
  routing.page(searchPage)
  routing.page(findPlacesPage)
  routing.page(placePage)
  routing.page(communePage)
  routing.page(resultsPage)
  routing.page(aboutPage)
  routing.page(accessibilityPage)
  routing.page(privacyPage)
}
