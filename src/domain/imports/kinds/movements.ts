import { parseDate } from '../dates.ts'
import { codeReader } from '../codeReader.ts'
import { findFields, refusalOf, type Field, type Head } from '../head.ts'
import { licences, type KindReader } from '../kindReader.ts'
import { issueAt } from '../report.ts'
import type { ReadingContext } from '../rowReader.ts'

const fields: readonly Field[] = [
  { field: 'movement', names: ['mod', 'typemouvement'], required: true },
  { field: 'date', names: ['dateeff', 'dateeffet'] },
  { field: 'typeBefore', names: ['typecomav'] },
  { field: 'former', names: ['comav', 'codeavant'], required: true },
  { field: 'typeAfter', names: ['typecomap'] },
  { field: 'current', names: ['comap', 'codeapres'], required: true },
]

/**
 * Movements of INSEE by which a code ends and another takes its ground: suppression (30), merger (31), new commune (32), merger by association (33), change of
 * code with the département (41) or the seat (50). A change of name keeps its code; a commune created (20) or restored (21) ends no other.
 */
const endings: ReadonlySet<string> = new Set(['30', '31', '32', '33', '41', '50'])

export function recognisesMovements(head: Head): boolean {
  return head.keys.includes('comav') && head.keys.includes('comap')
}

/** INSEE's list of what happened to communes since 1943 (`v_mvt_commune`): which codes ended, and in which ones their ground is now. */
export function planMovements(head: Head, context: ReadingContext): ReturnType<KindReader['plan']> {
  const refusal = refusalOf('zones', head, fields, context)
  if (refusal) return refusal
  const found = findFields(head, fields, context.mapping)
  const text = found.text
  const formers = codeReader('commune', found.column('former'))
  const currents = codeReader('commune', found.column('current'))
  const isCommune = (cells: readonly string[], field: string): boolean => !found.has(field) || text(cells, field) === 'COM'
  return {
    kind: 'zones',
    dataset: null,
    source: 'INSEE, Code officiel géographique',
    licence: licences.licenceOuverte,
    referenceDate: null,
    mapping: found.mapping,
    read(cells, line, sink) {
      const date = text(cells, 'date')
      if (date !== '' && parseDate(date) === null)
        sink.fault(issueAt(line, found.column('date'), date, 'value.notDate', '2016-01-01'))
      const former = formers.read(text(cells, 'former'), line, sink)
      const current = currents.read(text(cells, 'current'), line, sink)
      if (!former || !current || former.code === current.code) return
      const ends = endings.has(text(cells, 'movement')) && isCommune(cells, 'typeBefore') && isCommune(cells, 'typeAfter')
      if (ends) sink.succession({ former: former.code, current: current.code }, line)
      else sink.skipped?.('row.noSuccession', 1)
    },
  }
}
