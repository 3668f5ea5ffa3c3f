import type { FC } from 'hono/jsx'
import type { ZoneFigure } from '#app/maps/mapContract.ts'
import type { MapView } from '#app/maps/mapPage.ts'
import { mapPaths } from '../addresses/maps.ts'
import type { Visit } from '../page.ts'
import { hiddenState, mapLink } from './mapAddress.ts'
import { figureOrReason, shownName } from './mapFigures.ts'

/** Rows on one page of the table: all communes of a district, and not 5,000 census areas at once. */
const rowsPerPage = 200
type Sort = 'name' | 'value' | 'compared'

interface Row {
  readonly figure: ZoneFigure
  readonly compared: ZoneFigure | null
}

function sortOf({ query }: Visit, view: MapView): Sort {
  const asked = query.get('sort')
  if (asked === 'name') return 'name'
  return asked === 'compared' && view.maps[1] ? 'compared' : 'value'
}

/** Selected zones first: a choice is seen at once. Then names rise and figures fall; unknown ones come last. */
function sortedRows(visit: Visit, view: MapView, sort: Sort): Row[] {
  const second = new Map(view.maps[1]?.values.figures.map((figure) => [figure.zone.code, figure]))
  const rows = (view.maps[0]?.values.figures ?? []).map((figure) => ({ figure, compared: second.get(figure.zone.code) ?? null }))
  const collator = new Intl.Collator(visit.language)
  const chosen = new Set(view.selected)
  const key = ({ figure, compared }: Row): number => (sort === 'compared' ? compared?.value : figure.value) ?? -Infinity
  return rows.toSorted((a, b) => {
    const first = Number(chosen.has(b.figure.zone.code)) - Number(chosen.has(a.figure.zone.code))
    if (first !== 0) return first
    const [ka, kb] = sort === 'name' ? [0, 0] : [key(a), key(b)]
    return ka === kb ? collator.compare(a.figure.zone.name[visit.language], b.figure.zone.name[visit.language]) : kb > ka ? 1 : -1
  })
}

const Pager: FC<{ visit: Visit; start: number; shown: number; total: number }> = ({ visit, start, shown, total }) => {
  const { words, format } = visit
  if (total <= rowsPerPage) return <></>
  const page = start / rowsPerPage
  const to = (at: number) => `${mapLink(visit, { rows: at === 0 ? null : String(at + 1) })}#table`
  return (
    <nav class="pager" aria-label={words.maps.pagesOfTable}>
      {start > 0 && <a href={to(page - 1)}>{words.maps.previous}</a>}
      <span>{words.maps.rows(format.integer(start + 1), format.integer(start + shown), format.integer(total))}</span>
      {start + shown < total && <a href={to(page + 1)}>{words.maps.next}</a>}
    </nav>
  )
}

const Head: FC<{ visit: Visit; view: MapView; sort: Sort }> = ({ visit, view, sort }) => {
  const { words, language } = visit
  const columns: readonly (readonly [Sort, string])[] = [
    ['name', words.maps.zone],
    ...view.maps.map(({ values }, i) => [i === 0 ? 'value' : 'compared', shownName(visit, values)] as const),
  ]
  return (
    <thead>
      <tr>
        <th scope="col" class="tick-column">
          <span class="vh">{words.maps.chosen}</span>
        </th>
        {columns.map(([each, name]) => (
          <th
            scope="col"
            class={each === 'name' ? 'text' : undefined}
            aria-sort={each === sort ? (each === 'name' ? 'ascending' : 'descending') : undefined}
          >
            <a
              href={`${mapLink(visit, { sort: each === 'value' ? null : each, rows: null })}#table`}
              title={words.maps.sortBy(name.toLocaleLowerCase(language))}
            >
              {name}
            </a>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The map's figures as a table; ticking a zone selects it, here and on the map. */
export const ZoneTable: FC<{ visit: Visit; view: MapView }> = ({ visit, view }) => {
  const { words, language, query } = visit
  const { maps } = words
  const [first, second] = view.maps
  if (!first) return <></>
  const sort = sortOf(visit, view)
  const rows = sortedRows(visit, view, sort)
  const page = Math.max(0, Math.min(Math.ceil(rows.length / rowsPerPage) - 1, (Number(query.get('rows')) || 1) - 1))
  const start = Math.floor(page) * rowsPerPage
  const shown = rows.slice(start, start + rowsPerPage)
  const here = new Set(shown.map(({ figure }) => figure.zone.code))
  return (
    <section id="table">
      <h2 id="table-title">{maps.tableTitle}</h2>
      <form method="get" action={mapPaths.map[language]} id="zones-form">
        {hiddenState(visit, ['zone']).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {view.selected
          .filter((code) => !here.has(code))
          .map((code) => (
            <input type="hidden" name="zone" value={code} />
          ))}
        <div class="scroll map-rows" role="region" tabindex={0} aria-labelledby="table-title">
          <table class="figures map-table">
            <Head visit={visit} view={view} sort={sort} />
            <tbody>
              {shown.map(({ figure, compared }) => (
                <tr data-zone={figure.zone.code}>
                  <td class="tick-column">
                    <input
                      type="checkbox"
                      name="zone"
                      value={figure.zone.code}
                      checked={view.selected.includes(figure.zone.code)}
                      aria-label={maps.choose(figure.zone.name[language])}
                    />
                  </td>
                  <th scope="row">{figure.zone.name[language]}</th>
                  <td>{figureOrReason(visit, first.values, figure)}</td>
                  {second && <td>{compared ? figureOrReason(visit, second.values, compared) : maps.statuses.missing}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Pager visit={visit} start={start} shown={shown.length} total={rows.length} />
        <p class="actions">
          <button type="submit" class="quiet" id="show-selection">
            {maps.showSelection}
          </button>
        </p>
      </form>
    </section>
  )
}
