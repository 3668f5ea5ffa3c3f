import type { Searcher } from '#domain/search'
import type { Viewer } from '#domain/accounts'
import type { Reader } from '#store/open.ts'
import type { DeskTools } from '../deskTools.ts'
import { withAtlas, type Atlas } from '../observatory.ts'
import { authorise } from '../rights.ts'
import { communeView } from './communePage.ts'
import { finderView, type FinderAsked } from './finderPage.ts'
import { placeView } from './placePage.ts'
import type { CommuneView, FinderView, PlaceView, ResultsView, SearchView } from './publicViews.ts'
import { resultsView } from './resultsPage.ts'
import { searchMemory } from './searchMemory.ts'
import { searchView, type SearchAsked } from './searchPage.ts'

/** The pages for everybody: finding a service, a place, a commune, and what surveys say, without an account. */
export interface PublicDesk {
  search(viewer: Viewer, asked: SearchAsked): Promise<SearchView>
  /** Places by service and town; refuses `service.unknown`, `zone.unknown`. */
  findPlaces(viewer: Viewer, asked: FinderAsked): Promise<FinderView>
  /** Refuses `place.unknown`. */
  place(viewer: Viewer, code: string): Promise<PlaceView>
  /** Refuses `zone.unknown`. */
  commune(viewer: Viewer, code: string): Promise<CommuneView>
  /** The matrix in plain words; refuses as the matrix does. */
  results(viewer: Viewer, territory: string): Promise<ResultsView>
}

export function createPublicDesk({ observatory: obs }: DeskTools): PublicDesk {
  const searcherNow = searchMemory(obs)
  const searching = async <View>(work: (reader: Reader, atlas: Atlas, searcher: Searcher) => Promise<View>): Promise<View> => {
    const searcher = await searcherNow()
    return withAtlas(obs, (reader, atlas) => work(reader, atlas, searcher))
  }
  return {
    async search(viewer, asked) {
      authorise(viewer, 'places.search')
      return searching((reader, atlas, searcher) => searchView(obs, reader, atlas, searcher, asked))
    },
    async findPlaces(viewer, asked) {
      authorise(viewer, 'places.search')
      return searching((reader, atlas, searcher) => finderView(obs, reader, atlas, searcher, asked))
    },
    async place(viewer, code) {
      authorise(viewer, 'places.search')
      return withAtlas(obs, (reader, atlas) => placeView(obs, reader, atlas, viewer, code))
    },
    async commune(viewer, code) {
      authorise(viewer, 'places.search')
      return withAtlas(obs, (reader, atlas) => communeView(obs, reader, atlas, code))
    },
    async results(viewer, territory) {
      authorise(viewer, 'results.read')
      return withAtlas(obs, (reader) => resultsView(obs, reader, territory))
    },
  }
}
