import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MatrixCell } from '#domain/matrix'
import type { Visit } from '../page.ts'
import { levelSymbol } from './symbols.ts'

/** Why a cell has no verdict. */
export function noVerdictText(visit: Visit, cell: MatrixCell): string {
  return cell.status === 'ok' ? visit.words.comparedWithItself : visit.words.statuses[cell.status].meaning
}

/** A verdict in a table: sign, level, sureness with its probability; or why there is none. */
export const VerdictText: FC<{ visit: Visit; cell: MatrixCell }> = ({ visit, cell }) => {
  const { words, format } = visit
  if (cell.level === null || cell.sureness === null) return <span class="muted">{noVerdictText(visit, cell)}</span>
  const probability = cell.probability === null ? '' : ` (${format.sure(cell.probability)})`
  return (
    <>
      <span class={`level ${cell.level}`}>
        {raw(levelSymbol(cell.level))} {words.levels[cell.level]}
      </span>
      <span class="muted">{`, ${words.sureness[cell.sureness]}${probability}`}</span>
    </>
  )
}
