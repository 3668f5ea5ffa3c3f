import type { FC } from 'hono/jsx'
import type { CommuneFigure, TerritoryView } from '#app/views.ts'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

const columns = ['commune', 'body', 'inhabitants', 'places'] as const
type Column = (typeof columns)[number]

export function sortColumn(visit: Visit): Column {
  return columns.find((column) => column === visit.query.get('sort')) ?? 'commune'
}

/** Names rise, figures fall: the first line is what one looks for. Unknown figures come last. */
function sorted(communes: readonly CommuneFigure[], column: Column, visit: Visit): CommuneFigure[] {
  const { language } = visit
  const collator = new Intl.Collator(language)
  const name = (a: CommuneFigure, b: CommuneFigure): number => collator.compare(a.name[language], b.name[language])
  const compare: Readonly<Record<Column, (a: CommuneFigure, b: CommuneFigure) => number>> = {
    commune: name,
    body: (a, b) => collator.compare(a.body?.name[language] ?? '', b.body?.name[language] ?? '') || name(a, b),
    inhabitants: (a, b) => (b.population ?? -1) - (a.population ?? -1) || name(a, b),
    places: (a, b) => b.places - a.places || name(a, b),
  }
  return communes.toSorted(compare[column])
}

/** Sums over what is known. Built-up areas of another source need not add up to their county: their sum is then not shown. */
function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

export const CommuneTable: FC<{ visit: Visit; view: TerritoryView }> = ({ visit, view }) => {
  const { words, format, language, asked, query } = visit
  const { territory } = words
  const { country } = view.territory
  const names: Readonly<Record<Column, string>> = {
    commune: capital(territory.unit[country].one),
    body: territory.body[country],
    inhabitants: territory.inhabitants,
    places: territory.places,
  }
  const inhabitants = total(view.communes.map((commune) => commune.population))
  const column = sortColumn(visit)
  const numeric = new Set<Column>(['inhabitants', 'places'])
  const head = (each: Column) => (
    <th
      scope="col"
      class={numeric.has(each) ? undefined : 'text'}
      aria-sort={each === column ? (numeric.has(each) ? 'descending' : 'ascending') : undefined}
    >
      <a
        href={`${pathTo(language, 'territory', asked, { more: { map: query.get('map'), sort: each === 'commune' ? null : each } })}#communes`}
        title={territory.sortBy(names[each].toLocaleLowerCase(language))}
      >
        {names[each]}
      </a>
    </th>
  )
  return (
    <section id="communes">
      <h2 id="communes-title">{territory.tableTitle}</h2>
      <div class="scroll" role="region" tabindex={0} aria-labelledby="communes-title">
        <table class="figures communes">
          <thead>
            <tr>{columns.map((each) => head(each))}</tr>
          </thead>
          <tbody>
            {sorted(view.communes, column, visit).map((commune) => (
              <tr>
                <th scope="row">{commune.name[language]}</th>
                <td class="text">{commune.body?.name[language] ?? ''}</td>
                <td>{commune.population === null ? words.shell.unknown : format.integer(commune.population)}</td>
                <td>{format.integer(commune.places)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{territory.total}</th>
              <td></td>
              <td>{inhabitants === view.zone.population ? format.integer(inhabitants) : ''}</td>
              <td>{format.integer(total(view.communes.map((commune) => commune.places)))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}
