import type { Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import { RecentValues } from '../recentValues.ts'
import { authorise } from '../rights.ts'
import { smallAreasView, type ModelMemory } from './smallAreaPage.ts'
import type { SmallAreaQuery, SmallAreasView } from './smallAreaViews.ts'

/** Modelled figures where the survey has too few answers. */
export interface SmallAreaDesk {
  /** Modelled scores of the communes or bodies of a territory, never beside direct ones. */
  page(viewer: Viewer, query: SmallAreaQuery): Promise<SmallAreasView>
}

export function createSmallAreaDesk({ observatory }: DeskTools): SmallAreaDesk {
  const memory: ModelMemory = new RecentValues(40)
  return {
    async page(viewer, query) {
      authorise(viewer, 'results.read')
      return smallAreasView(observatory, memory, query)
    },
  }
}
