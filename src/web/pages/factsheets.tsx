import type { FC } from 'hono/jsx'
import type { FactsheetListView, FactsheetSummary } from '#app/factsheets/factsheetViews.ts'
import { may } from '#app/rights.ts'
import { criterionCodes, criterionOf } from '#domain/survey'
import { itemTitle, publicsInSentence, serviceInSentence } from '../factsheets/wording.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

/** Publics that a line of the list names; the rest are counted. */
const named = 3

function publicsLine(visit: Visit, { intense, better }: FactsheetSummary): string {
  const { words, format } = visit
  const { list } = words.factsheets
  const shown = intense.length > 0 ? intense : better
  if (shown.length === 0) return list.noPublic
  const said = intense.length > 0 ? list.intense : list.better
  const groups = shown.slice(0, named).map(({ group }) => group)
  const more = shown.length - groups.length
  if (more <= 0) return said(publicsInSentence(visit, groups))
  const names = groups.map((group) => words.factsheets.publicsInSentence[group])
  return said(format.list([...names, list.more(format.integer(more), more === 1)]))
}

const Entry: FC<{ visit: Visit; sheet: FactsheetSummary; threshold: number }> = ({ visit, sheet, threshold }) => {
  const { words, format, language, asked } = visit
  const { list } = words.factsheets
  const { weakest } = sheet
  const marks = [
    sheet.scored > 0 && list.low(format.integer(sheet.low), format.integer(sheet.scored), format.decimal(threshold)),
    sheet.words > 0 && list.words(format.integer(sheet.words), sheet.words === 1),
    sheet.written.includes(language) && list.written,
  ].filter((mark) => mark !== false)
  return (
    <li class={sheet.intense.length > 0 ? 'intense' : undefined}>
      <h3>
        <span class="fiche-number">{sheet.number}</span>{' '}
        <a href={pathTo(language, 'factsheet', asked, { parts: { item: sheet.item } })}>{itemTitle(words, sheet.item)}</a>
      </h3>
      <p>{publicsLine(visit, sheet)}</p>
      <p>
        {weakest?.score === undefined || weakest.score === null
          ? list.noScore
          : list.weakest(serviceInSentence(words, weakest.service), format.decimal(weakest.score))}
      </p>
      {marks.length > 0 && <p class="fiche-marks">{marks.join(' · ')}</p>}
    </li>
  )
}

export const factsheetsPage: Page<FactsheetListView> = {
  key: 'factsheets',
  load: ({ desks, viewer, asked }) => desks.factsheets.list(viewer, asked),
  title: (visit, view) => visit.words.factsheets.list.title(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format, language, asked, viewer } = visit
    const { list } = words.factsheets
    const { survey } = view
    const dates = [format.firstDate(survey.fieldStart, survey.fieldEnd), format.date(survey.fieldEnd)] as const
    return (
      <>
        <h1>{list.title(inWords(visit, view.territory).in)}</h1>
        <p class="context">{list.context(format.integer(survey.respondentsHere), ...dates)}</p>
        <p class="actions">
          <a class="button quiet" href={pathTo(language, 'factsheetBook', asked)}>
            {list.printAll}
          </a>
          {may(viewer, 'factsheets.write') && <a href={pathTo(language, 'factsheetReread', asked)}>{list.reread}</a>}
        </p>
        <nav class="fiche-jump" aria-label={list.jump}>
          {criterionCodes.map((criterion) => (
            <a href={`#${criterion}`}>{words.criteria[criterion].name}</a>
          ))}
        </nav>
        {criterionCodes.map((criterion, i) => (
          <section aria-labelledby={criterion}>
            <h2 id={criterion}>
              {i + 1}. {words.criteria[criterion].name}
            </h2>
            <ul class="fiche-list">
              {view.sheets
                .filter(({ item }) => criterionOf(item) === criterion)
                .map((sheet) => (
                  <Entry visit={visit} sheet={sheet} threshold={view.rule.scoreThreshold} />
                ))}
            </ul>
          </section>
        ))}
        <p class="source">
          {survey.title[language]}. {words.factsheets.sheet.madeOn(format.date(view.madeAt))}{' '}
          <a href={pathTo(language, 'method', asked)}>{words.factsheets.sheet.methodLink}</a>
        </p>
      </>
    )
  },
}
