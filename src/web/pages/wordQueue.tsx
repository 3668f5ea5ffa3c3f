import type { FC } from 'hono/jsx'
import type { WordListView, WordView } from '#app/factsheets/moderateWords.ts'
import { capital } from '#words/zones.ts'
import { kindsText, MarkedText } from '../factsheets/markedText.tsx'
import { itemName } from '../parts/itemNames.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

/** The most that one list holds. */
const listed = 200
/** Letters of an original that stand for it in a list. */
const glimpse = 60

const WordEntry: FC<{ visit: Visit; entry: WordView }> = ({ visit, entry }) => {
  const { words, language, asked } = visit
  const queue = words.factsheets.words
  const { word, parts } = entry
  const service = word.service === null ? queue.noService : words.services[word.service].name
  const filed = word.item !== null && word.item.includes('.') ? capital(itemName(words, word.item)) : null
  const told = [service, queue.languages[word.language], filed, word.reason && words.factsheets.word.because(word.reason)]
  return (
    <li>
      <blockquote lang={word.language}>
        {word.state === 'published' && word.shown !== null ? (
          word.shown
        ) : (
          <MarkedText visit={visit} text={word.original} parts={parts} />
        )}
      </blockquote>
      <p class="fiche-marks">
        {told.filter(Boolean).join(' · ')}
        {word.state === 'waiting' && parts.length > 0 && <b> · {queue.flagged(kindsText(visit, parts))}</b>}
      </p>
      <p>
        <a
          class="button quiet"
          href={pathTo(language, 'wordReview', asked, { parts: { id: word.id } })}
          aria-label={queue.readNamed(word.original.slice(0, glimpse))}
        >
          {queue.read}
        </a>
      </p>
    </li>
  )
}

export const wordQueuePage: Page<WordListView> = {
  key: 'wordQueue',
  needs: 'words.moderate',
  load: ({ desks, viewer, asked, query }) =>
    desks.factsheets.words(viewer, { territory: asked.territory, state: query.get('state') ?? '' }),
  title: (visit) => visit.words.factsheets.words.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, format, language, asked, query } = visit
    const queue = words.factsheets.words
    const done = query.get('done')
    return (
      <>
        <h1>{queue.title}</h1>
        <p class="context">{queue.context(inWords(visit, view.root).people)}</p>
        {(done === 'published' || done === 'refused') && (
          <p class="notice" role="status">
            {queue.doneLast[done]}
          </p>
        )}
        <p class="choices">
          {(['waiting', 'published', 'refused'] as const).map((state) => (
            <a
              href={pathTo(language, 'wordQueue', asked, { more: { state: state === 'waiting' ? null : state } })}
              aria-current={state === view.state ? 'true' : undefined}
            >
              {queue.states[state]} ({format.integer(view.counts[state])})
            </a>
          ))}
        </p>
        {view.words.length === 0 ? (
          <p class="empty">{queue.empty[view.state]}</p>
        ) : (
          <ul class="word-list">
            {view.words.map((entry) => (
              <WordEntry visit={visit} entry={entry} />
            ))}
          </ul>
        )}
        {view.words.length === listed && <p class="muted">{queue.first(format.integer(listed))}</p>}
      </>
    )
  },
}
