import type { Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import type { MatrixQuery } from '../portal.ts'
import { authorise } from '../rights.ts'
import { importanceView, prioritiesView, sideBySideView } from './findingPages.ts'
import type { ChangeView, ImportanceView, PrioritiesView, SideBySideView } from './findingViews.ts'
import { changeView } from './waves.ts'

/** What follows from the matrix; published, so that anybody may look. */
export interface FindingDesk {
  /** What to do first, service by service, with what speaks for it. */
  priorities(viewer: Viewer, query: MatrixQuery): Promise<PrioritiesView>
  /** How a service does on what matters to its users. */
  importance(
    viewer: Viewer,
    query: Pick<MatrixQuery, 'territory' | 'group'> & { readonly service: string | null },
  ): Promise<ImportanceView>
  /** What changed since an earlier survey; refuses with `wave.unknown`. */
  change(viewer: Viewer, query: { readonly territory: string; readonly since: string | null }): Promise<ChangeView>
  /** Two territories side by side, also across the border. */
  sideBySide(
    viewer: Viewer,
    query: { readonly territory: string; readonly other: string | null; readonly service: string | null },
  ): Promise<SideBySideView>
}

export function createFindingDesk({ observatory: obs }: DeskTools): FindingDesk {
  const asRead = <T>(viewer: Viewer, work: () => Promise<T>): Promise<T> => {
    authorise(viewer, 'results.read')
    return work()
  }
  return {
    priorities: (viewer, query) => asRead(viewer, () => prioritiesView(obs, query)),
    importance: (viewer, query) => asRead(viewer, () => importanceView(obs, query)),
    change: (viewer, query) => asRead(viewer, () => changeView(obs, query)),
    sideBySide: (viewer, query) => asRead(viewer, () => sideBySideView(obs, query)),
  }
}
