import type { Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import { isUuid } from '#kernel/uuid.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { takeBackAnswers } from '#store/imports/answers.ts'
import { lastImport, lockImports, selectImport } from '#store/imports/ledger.ts'
import { editedSince, takeBackPlaces } from '#store/imports/places.ts'
import { markUndone, takeBack } from '#store/imports/undo.ts'
import { oneAtATime } from '#store/imports/oneAtATime.ts'
import { write, type Writer } from '#store/open.ts'
import { authorise } from '../rights.ts'
import type { Observatory } from '../observatory.ts'

/**
 * Takes the last import back: what it added goes, what it changed is as it was. Only the last one can be undone, and not when people have corrected
 * what it brought: their work would be lost.
 */
export async function undoImport(obs: Observatory, viewer: Viewer, id: string): Promise<void> {
  authorise(viewer, 'imports.undo')
  if (!isUuid(id)) throw new DomainError('import.unknown', { id })
  const work = async (writer: Writer): Promise<void> => {
    await lockImports(writer)
    const last = await lastImport(writer)
    if (!(await selectImport(writer, id))) throw new DomainError('import.unknown', { id })
    if (!last) throw new DomainError('import.nothing')
    if (last.id !== id) throw new DomainError('import.notLast', { file: last.fileName })
    const edited = await editedSince(writer, id)
    if (edited.length > 0) throw new DomainError('import.editedSince', { places: edited.join(', ') })
    const places = await takeBackPlaces(writer, id)
    const answers = await takeBackAnswers(writer, id)
    const rows = await takeBack(writer, id)
    await markUndone(writer, id, viewer.name, obs.now())
    for (const scope of ['zones', 'places', 'observatory'] as const) await raiseVersion(writer, scope)
    const details = { file: last.fileName, places, answers, rows }
    await recordAudit(writer, { actor: viewer, action: 'import.undone', subject: id, details })
  }
  await oneAtATime(obs.db, () => write(obs.db, work))
}
