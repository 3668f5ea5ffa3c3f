import type { FC } from 'hono/jsx'
import type { FactsheetBookView, FactsheetView } from '#app/factsheets/factsheetViews.ts'
import type { SubCriterionCode } from '#domain/survey'
import { Factsheet, factsheetTitle } from '../factsheets/sheet.tsx'
import { itemTitle } from '../factsheets/wording.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

/** What the page says after an analyst did something. */
function doneText({ words, query }: Visit): string | null {
  const { note } = words.factsheets
  const said: Readonly<Record<string, string>> = { saved: note.saved, cleared: note.cleared, confirmed: note.confirmed }
  return said[query.get('done') ?? ''] ?? null
}

const Neighbours: FC<{ visit: Visit; view: FactsheetView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { sheet } = words.factsheets
  const link = (item: SubCriterionCode, said: (name: string) => string) => (
    <a href={pathTo(language, 'factsheet', asked, { parts: { item } })}>{said(words.subCriteria[item])}</a>
  )
  return (
    <nav class="actions" aria-label={sheet.between}>
      {view.previous && link(view.previous, sheet.previous)}
      <a href={pathTo(language, 'factsheets', asked)}>{sheet.all}</a>
      {view.next && link(view.next, sheet.next)}
    </nav>
  )
}

export const factsheetPage: Page<FactsheetView> = {
  key: 'factsheet',
  above: ['factsheets'],
  load: ({ desks, viewer, asked, parts }) => desks.factsheets.sheet(viewer, { ...asked, item: parts['item'] ?? '' }),
  title: factsheetTitle,
  crumb: (visit, view) => itemTitle(visit.words, view.item),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const done = doneText(visit)
    return (
      <>
        {done && (
          <p class="notice" role="status">
            {done}
          </p>
        )}
        <Factsheet visit={visit} view={view} place={{ alone: true, prefix: view.item.replaceAll('.', '-') }} />
        <Neighbours visit={visit} view={view} />
        <p class="print-hint muted">{visit.words.shell.print}</p>
      </>
    )
  },
}

/** All factsheets of a territory on one page, each on a sheet of its own when printed. */
export const factsheetBookPage: Page<FactsheetBookView> = {
  key: 'factsheetBook',
  above: ['factsheets'],
  load: ({ desks, viewer, asked }) => desks.factsheets.book(viewer, asked),
  title: (visit, view) => visit.words.factsheets.book.title(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words } = visit
    const { book } = words.factsheets
    const prefixOf = (item: string): string => item.replaceAll('.', '-')
    return (
      <>
        <div class="book-front">
          <h1>{book.title(inWords(visit, view.territory).in)}</h1>
          <p class="context">{book.context}</p>
          <p class="print-hint muted">{words.shell.print}</p>
          <h2>{book.contents}</h2>
          <ol class="book-contents">
            {view.sheets.map(({ item, number }) => (
              <li>
                <span class="fiche-number">{number}</span> <a href={`#${prefixOf(item)}`}>{itemTitle(words, item)}</a>
              </li>
            ))}
          </ol>
        </div>
        {view.sheets.map((sheet) => (
          <Factsheet visit={visit} view={sheet} place={{ alone: false, prefix: prefixOf(sheet.item) }} />
        ))}
      </>
    )
  },
}
