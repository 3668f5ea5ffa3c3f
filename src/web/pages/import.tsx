import type { ImportDetail } from '#app/imports/importDesk.ts'
import { may } from '#app/rights.ts'
import { MeasureCounts, Provenance } from '../imports/fileTables.tsx'
import type { Page } from '../page.ts'
import { importActions } from '../addresses/imports.ts'
import { filled } from '../paths.ts'

/** One file that was taken in: where its data come from, what it changed, and the way back. */
export const importPage: Page<ImportDetail> = {
  key: 'import',
  needs: 'imports.read',
  live: true,
  above: ['imports'],
  load: ({ desks, viewer, parts }) => desks.imports.import(viewer, parts['id'] ?? ''),
  title: (_visit, { entry }) => entry.fileName,
  synthetic: () => false,
  view: (visit, { entry, undoable, measures }) => {
    const { words, language, format, viewer } = visit
    const { imports } = words
    return (
      <>
        <h1>{entry.fileName}</h1>
        {entry.undoneAt && (
          <p class="notice">
            {imports.undone(entry.undoneByName ?? '')}, {format.instant(entry.undoneAt.toISOString())}. {imports.undoneNotice}
          </p>
        )}
        <h2>{imports.provenance}</h2>
        <Provenance visit={visit} entry={entry} />
        <MeasureCounts visit={visit} measures={measures} />
        {undoable && may(viewer, 'imports.undo') && (
          <form method="post" action={filled(importActions.undo[language], { id: entry.id })} class="form">
            <p>{imports.undoWarning(entry.fileName)}</p>
            <button type="submit" class="quiet">
              {imports.undo}
            </button>
          </form>
        )}
      </>
    )
  },
}
