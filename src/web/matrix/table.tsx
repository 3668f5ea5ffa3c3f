import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { MatrixView } from '#app/views.ts'
import type { CriterionCode, ItemCode } from '#domain/survey'
import { itemName, isSubCriterion } from '../parts/itemNames.ts'
import { escapeHtml } from '../parts/escapeHtml.ts'
import { hasVerdicts } from '../parts/ruleWords.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo, queryOf } from '../paths.ts'
import type { Visit } from '../page.ts'
import { cellHtml } from './cellHtml.ts'
import { gridOf, type Row } from './rows.ts'

const ColumnHead: FC<{ visit: Visit; item: ItemCode; open: CriterionCode | null }> = ({ visit, item, open }) => {
  const { words, language, asked } = visit
  const name = itemName(words, item)
  if (isSubCriterion(item)) {
    return (
      <th scope="col" class="part">
        <span class="turn">{name}</span>
      </th>
    )
  }
  const isOpen = item === open
  const address = pathTo(language, 'matrix', asked, { more: { open: isOpen ? null : item } })
  const label = isOpen ? words.matrix.closeCriterion(name) : words.matrix.openCriterion(name)
  return (
    <th scope="col" class={isOpen ? 'open' : undefined}>
      <a class="turn" href={`${address}#matrix`} title={label}>
        {name}
      </a>
    </th>
  )
}

/** A row without any verdict has nothing to say of what presses: that is not the same as nothing pressing. */
function firstThingText(view: MatrixView, { service, cells }: Row, visit: Visit): string {
  const thing = view.firstThings.get(service)
  const { criteria, subCriteria, matrix } = visit.words
  if (!thing) return cells.some((cell) => cell.level !== null) ? matrix.nothingFirst : matrix.unknownFirst
  const name = criteria[thing.criterion].name
  return thing.part ? matrix.firstThingOf(name, subCriteria[thing.part]) : name
}

function rowHead(row: Row, visit: Visit): string {
  const { words, format, language, asked } = visit
  const { name, short } = words.services[row.service]
  const rate = row.givingUp === null ? null : format.percent(row.givingUp)
  const small = rate
    ? `<small title="${escapeHtml(words.matrix.givingUpTitle(rate))}">${escapeHtml(words.matrix.givingUp(rate))}</small>`
    : ''
  const address = pathTo(language, 'comparison', asked, { more: { service: row.service } })
  const names = `<span class="long">${escapeHtml(name)}</span><span class="short">${escapeHtml(short)}</span>`
  return `<th scope="row"><a href="${escapeHtml(address)}">${names}</a>${small}</th>`
}

/** All rows as one string: components for each of 176 cells would cost more than the page's queries. */
function bodyHtml(view: MatrixView, rows: readonly Row[], visit: Visit): string {
  const base = pathTo(visit.language, 'matrix', visit.asked).split('?')[0] ?? ''
  const query = queryOf(visit.asked)
  const lines = rows.map((row) => {
    const cells = row.cells.map((cell) =>
      cellHtml(cell, view.rule, visit, `${base}/${row.service}/${cell.item}${query}`, isSubCriterion(cell.item)),
    )
    const first = hasVerdicts(view) ? `<td class="first">${escapeHtml(firstThingText(view, row, visit))}</td>` : ''
    return `<tr>${rowHead(row, visit)}${cells.join('')}${first}</tr>`
  })
  return lines.join('\n')
}

export const MatrixTable: FC<{ visit: Visit; view: MatrixView; open: CriterionCode | null }> = ({ visit, view, open }) => {
  const { words } = visit
  const { columns, rows } = gridOf(view, open)
  return (
    <div class="matrix-region" id="matrix" role="region" aria-label={words.matrix.region} tabindex={0}>
      <table class={open ? 'matrix opened' : 'matrix'}>
        <caption class="vh">{words.matrix.caption(inWords(visit, view.territory).of)}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">
              {words.matrix.service}
            </th>
            {columns.map((item) => (
              <ColumnHead visit={visit} item={item} open={open} />
            ))}
            {hasVerdicts(view) && (
              <th scope="col" class="first">
                {words.matrix.firstThing}
              </th>
            )}
          </tr>
        </thead>
        <tbody>{raw(bodyHtml(view, rows, visit))}</tbody>
      </table>
    </div>
  )
}
