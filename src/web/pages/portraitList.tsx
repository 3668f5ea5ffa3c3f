import type { FC } from 'hono/jsx'
import type { PortraitShelf } from '#app/portraits/portraitViews.ts'
import type { Page, Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { standingSentence } from '../portraits/sentences.ts'
import { GroupMark } from '../regrouping/groupMark.tsx'

const Shelf: FC<{ visit: Visit; shelf: PortraitShelf }> = ({ visit, shelf }) => {
  const { words, format, language, asked } = visit
  const { list: text } = words.portraits
  const { of, cards } = shelf
  return (
    <section>
      <h2>{of.name[language]}</h2>
      {shelf.incomplete && <p class="notice warning">{text.incomplete}</p>}
      <ul class="portrait-cards">
        {cards.map(({ segment, peopleShare, strap }) => (
          <li>
            <a href={pathTo(language, 'portrait', asked, { parts: { root: of.root.code, letter: segment.letter } })}>
              <GroupMark visit={visit} group={segment} />
            </a>
            <span class="muted">{text.share(format.percent(peopleShare))}</span>
            {strap && <p>{standingSentence(visit, strap)}</p>}
          </li>
        ))}
      </ul>
      {cards.length > 1 && (
        <p>
          <a href={pathTo(language, 'portraitComparison', asked, { parts: { root: of.root.code } })}>{text.compare}</a>
        </p>
      )}
    </section>
  )
}

/** All groups in force, each a card that leads to its portrait. */
export const portraitsPage: Page<readonly PortraitShelf[]> = {
  key: 'portraits',
  needs: 'portraits.read',
  load: ({ desks, viewer }) => desks.portraits.shelves(viewer),
  title: ({ words }) => words.portraits.list.title,
  synthetic: (shelves) => shelves.some(({ of }) => of.synthetic),
  view: (visit, shelves) => {
    const { list: text } = visit.words.portraits
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{text.lead}</p>
        {shelves.length === 0 && (
          <p>
            {text.none} {text.teach}
          </p>
        )}
        {shelves.map((shelf) => (
          <Shelf visit={visit} shelf={shelf} />
        ))}
      </>
    )
  },
}
