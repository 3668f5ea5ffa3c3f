import type { PaperPrintView } from '#app/entry/paperViews.ts'
import { EntryHead, surveyAsked } from '../entry/entryHead.tsx'
import { PaperFormPages } from '../entry/entryPaper.tsx'
import type { Page, Visit } from '../page.ts'
import type { PageKey } from '../paths.ts'

function printPage(key: PageKey, range: (visit: Visit) => readonly [string, string]): Page<PaperPrintView> {
  return {
    key,
    needs: 'surveys.enter',
    live: true,
    load: (visit) => visit.desks.entry.print(visit.viewer, surveyAsked(visit), ...range(visit)),
    title: ({ words, language }, { head }) => words.entry.paper.title(head.title[language]),
    synthetic: () => false,
    view: (visit, data) => {
      const { paper } = visit.words.entry
      return (
        <>
          <div class="print-hint">
            <EntryHead visit={visit} head={data.head} title={paper.title(data.head.title[visit.language])} up="paperForms">
              <p class="context">{paper.hint}</p>
            </EntryHead>
            {data.state === 'draft' && <p class="notice warning">{paper.draft}</p>}
          </div>
          {data.forms.map((form) => (
            <PaperFormPages visit={visit} data={data} form={form} />
          ))}
        </>
      )
    },
  }
}

/** One form by its number. */
export const entryPaperFormPage = printPage('paperForm', ({ parts }) => [parts['number'] ?? '', parts['number'] ?? ''])
/** Forms from a number to another, to be printed in one go. */
export const entryPaperPrintPage = printPage('paperPrint', ({ query }) => [query.get('from') ?? '', query.get('to') ?? ''])
