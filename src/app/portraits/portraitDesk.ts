import type { Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import { authorise } from '../rights.ts'
import { comparePortraits, portraitShelves, portraitView } from './portraitPages.ts'
import type {
  PortraitAsked,
  PortraitComparison,
  PortraitShelf,
  PortraitTextsView,
  PortraitView,
  TypedSentences,
} from './portraitViews.ts'
import { latestOf, writeSentences } from './writeSentences.ts'

/** Pen portraits of customer groups. */
export interface PortraitDesk {
  /** The groups in force of every territory. */
  shelves(viewer: Viewer): Promise<readonly PortraitShelf[]>
  /** One group's portrait; refuses `portrait.unknown`. */
  portrait(viewer: Viewer, asked: PortraitAsked): Promise<PortraitView>
  /** Two groups of a territory side by side. */
  compare(
    viewer: Viewer,
    root: string,
    asked: { readonly one: string | null; readonly two: string | null },
  ): Promise<PortraitComparison>
  /** The sentences of a portrait to be rewritten. */
  texts(
    viewer: Viewer,
    asked: PortraitAsked,
    typed?: TypedSentences,
    issues?: PortraitTextsView['issues'],
  ): Promise<PortraitTextsView>
  /** Keeps rewritten sentences; gives what is wrong with them. */
  write(viewer: Viewer, asked: PortraitAsked, typed: TypedSentences): Promise<PortraitTextsView['issues']>
}

export function createPortraitDesk({ observatory: obs }: DeskTools): PortraitDesk {
  return {
    async shelves(viewer) {
      authorise(viewer, 'portraits.read')
      return portraitShelves(obs)
    },
    async portrait(viewer, asked) {
      authorise(viewer, 'portraits.read')
      return portraitView(obs, viewer, asked)
    },
    async compare(viewer, root, asked) {
      authorise(viewer, 'portraits.read')
      return comparePortraits(obs, root, asked)
    },
    async texts(viewer, asked, typed, issues = {}) {
      authorise(viewer, 'portraits.write')
      const portrait = await portraitView(obs, viewer, asked)
      const seen = typed?.seen ?? latestOf(portrait.parts.flatMap(({ written }) => [written.fr?.at ?? '', written.en?.at ?? '']))
      return { portrait, seen, typed: typed?.texts ?? null, issues }
    },
    async write(viewer, asked, typed) {
      authorise(viewer, 'portraits.write')
      return writeSentences(obs, viewer, asked, typed)
    },
  }
}
