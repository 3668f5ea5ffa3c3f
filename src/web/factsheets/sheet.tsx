import type { FC } from 'hono/jsx'
import type { FactsheetView } from '#app/factsheets/factsheetViews.ts'
import { criterionOf } from '#domain/survey'
import type { Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { FirstSurvey } from './firstSurvey.tsx'
import { Heading, SectionHeading, type Place } from './heading.tsx'
import { Note } from './note.tsx'
import { isNotable, Publics } from './publics.tsx'
import { GivingUp, Services } from './services.tsx'
import { itemTitle, publicsInSentence, serviceInSentence } from './wording.ts'

/** People's words shown at once; the others open. */
const quotes = 4

export function factsheetTitle(visit: Visit, view: FactsheetView): string {
  return visit.words.factsheets.sheet.title(itemTitle(visit.words, view.item), inWords(visit, view.territory).in)
}

/** The finding in two or three sentences: for whom, and where. */
function inShort(visit: Visit, view: FactsheetView): string[] {
  const { words, format } = visit
  const { sheet } = words.factsheets
  const clear = view.contrasts.filter(isNotable)
  const harder = clear.filter(({ difference }) => difference < 0).map(({ group }) => group)
  const easier = clear.filter(({ difference }) => difference > 0).map(({ group }) => group)
  const said: string[] = []
  if (harder.length > 0) said.push(sheet.intense(publicsInSentence(visit, harder)))
  if (easier.length > 0) said.push(sheet.better(publicsInSentence(visit, easier.toReversed())))
  if (clear.length === 0) said.push(view.contrasts.length === 0 ? sheet.noContrast : sheet.noPublic)
  const scored = view.cells.filter(({ status, score }) => status === 'ok' && score !== null)
  const [weakest] = scored
  if (!weakest || weakest.score === null || weakest.lower === null || weakest.upper === null) return [...said, sheet.noScore]
  const low = scored.filter(({ score }) => score !== null && score < view.rule.scoreThreshold).length
  const figures = [weakest.score, weakest.lower, weakest.upper].map(format.decimal) as [string, string, string]
  said.push(sheet.where(serviceInSentence(words, weakest.service), ...figures))
  said.push(sheet.low(format.integer(low), format.integer(scored.length), format.decimal(view.rule.scoreThreshold)))
  return said
}

const Quote: FC<{ visit: Visit; word: FactsheetView['words'][number] }> = ({ visit, word }) => {
  const { words } = visit
  return (
    <figure class="quote">
      <blockquote lang={word.language}>{word.text}</blockquote>
      {word.service && <figcaption>{words.factsheets.sheet.about(serviceInSentence(words, word.service))}</figcaption>}
    </figure>
  )
}

/** What people wrote, in the reader's language first. */
const InTheirWords: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  if (view.words.length === 0) return <></>
  const { words, format, language } = visit
  const { sheet } = words.factsheets
  const ordered = view.words.toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
  const more = ordered.slice(quotes)
  return (
    <section class="fiche-part">
      <SectionHeading place={place}>{sheet.wordsTitle}</SectionHeading>
      <p>{sheet.wordsText(inWords(visit, view.root).in)}</p>
      <div class="quotes">
        {ordered.slice(0, quotes).map((word) => (
          <Quote visit={visit} word={word} />
        ))}
      </div>
      {more.length > 0 && (
        <details class="screen-only">
          <summary>{sheet.moreWords(format.integer(more.length))}</summary>
          <div class="quotes">
            {more.map((word) => (
              <Quote visit={visit} word={word} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

const Source: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  const { words, format, language, asked } = visit
  const { sheet } = words.factsheets
  const { survey, rule, first } = view
  return (
    <section class="fiche-part fiche-source">
      <SectionHeading place={place}>{sheet.sourceTitle}</SectionHeading>
      <p>
        {survey.title[language]}. {survey.source[language]} {first && `${first.title[language]}.`}{' '}
        {sheet.madeOn(format.date(view.madeAt))}
      </p>
      <p>
        {sheet.method(format.integer(rule.minimumEffectiveN), words.method.weightings[view.weighting] ?? view.weighting)}{' '}
        <a class="screen-only" href={pathTo(language, 'method', asked)}>
          {sheet.methodLink}
        </a>
      </p>
    </section>
  )
}

/** A whole factsheet, alone on its page or among others. */
export const Factsheet: FC<{ visit: Visit; view: FactsheetView; place: Place }> = ({ visit, view, place }) => {
  const { words, format, language } = visit
  const { sheet } = words.factsheets
  const { survey } = view
  const criterion = words.criteria[criterionOf(view.item)].name
  const dates = [format.firstDate(survey.fieldStart, survey.fieldEnd), format.date(survey.fieldEnd)] as const
  return (
    <article class="fiche" id={place.alone ? undefined : place.prefix}>
      <p class="fiche-kicker">{sheet.number(view.number, criterion)}</p>
      <Heading level={place.alone ? 1 : 2}>{factsheetTitle(visit, view)}</Heading>
      {view.definition && <p class="lead">{view.definition[language]}</p>}
      <p class="context">
        {sheet.context(format.integer(survey.respondentsHere), inWords(visit, view.territory).people, ...dates)}
      </p>
      <div class="verdict fiche-short">
        {inShort(visit, view).map((sentence, i) => (
          <p>{i === 0 ? <strong>{sentence}</strong> : sentence}</p>
        ))}
      </div>
      <Note visit={visit} view={view} place={place} />
      <Publics visit={visit} view={view} place={place} />
      <Services visit={visit} view={view} place={place} />
      <GivingUp visit={visit} view={view} place={place} criterion={criterion} />
      <InTheirWords visit={visit} view={view} place={place} />
      <FirstSurvey visit={visit} view={view} place={place} />
      <Source visit={visit} view={view} place={place} />
    </article>
  )
}
