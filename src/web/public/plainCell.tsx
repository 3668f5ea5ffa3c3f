import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MatrixCell } from '#domain/matrix'
import type { ZoneName } from '#app/views.ts'
import { capital } from '#words/zones.ts'
import { inWords } from '../parts/zoneWords.ts'
import type { Visit } from '../page.ts'
import { criterionOf } from '../parts/itemNames.ts'
import { levelSymbol } from '../parts/symbols.ts'
import { pathTo } from '../paths.ts'

/** "Mairie : les horaires ne conviennent pas", after whether the score is low or good. */
export function plainSentence({ words }: Visit, cell: MatrixCell): string {
  const { said, sentence } = words.publicArea.plainResults
  const text = said[criterionOf(cell.item)]
  const low = cell.level === 'rethink' || cell.level === 'watch'
  return sentence(words.services[cell.service].name, low ? text.low : text.good)
}

/** Verdicts as sentences, each leading to its evidence. */
export const PlainCells: FC<{ visit: Visit; cells: readonly MatrixCell[]; territory: ZoneName; against: ZoneName | null }> = (
  props,
) => {
  const { visit, cells, territory, against } = props
  const { words, format, language, asked } = visit
  const { plainResults } = words.publicArea
  const detail = (cell: MatrixCell): string => {
    const lower = cell.level === 'rethink' || cell.level === 'fineTune'
    const zone = against ? inWords(visit, against).in : null
    const parts = [
      ...(cell.score === null ? [] : [plainResults.score(format.decimal(cell.score))]),
      ...(zone === null ? [] : [lower ? plainResults.lowerThan(zone) : plainResults.notLowerThan(zone)]),
      plainResults.sure[cell.sureness === 'established' ? 'established' : 'likely'],
    ]
    return `${capital(parts.join(', '))}.`
  }
  return (
    <ul class="plain-cells">
      {cells.map((cell) => (
        <li class={cell.level ?? ''}>
          {cell.level && raw(levelSymbol(cell.level))}{' '}
          <a
            href={pathTo(
              language,
              'evidence',
              { ...asked, territory: territory.code },
              {
                parts: { service: cell.service, item: cell.item },
              },
            )}
          >
            {plainSentence(visit, cell)}
          </a>
          <span class="muted">{detail(cell)}</span>
        </li>
      ))}
    </ul>
  )
}
