import type { Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import { authorise } from '../rights.ts'
import type { GuideView } from './guideViews.ts'
import { lookUp } from './lookUp.ts'

/** The guide for front-line staff. */
export interface GuideDesk {
  /** The mix of groups around a postcode or in a town; what was typed is kept nowhere. */
  lookUp(viewer: Viewer, typed: string): Promise<GuideView>
}

export function createGuideDesk({ observatory: obs }: DeskTools): GuideDesk {
  return {
    async lookUp(viewer, typed) {
      authorise(viewer, 'guide.read')
      return lookUp(obs, typed)
    },
  }
}
