import type { FC } from 'hono/jsx'
import type { RereadView } from '#app/factsheets/factsheetViews.ts'
import { capital } from '#words/zones.ts'
import { ConfirmForm, Reissued } from '../factsheets/note.tsx'
import { itemTitle } from '../factsheets/wording.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

type Text = RereadView['texts'][number]

const TextEntry: FC<{ visit: Visit; text: Text; madeAt: string }> = ({ visit, text, madeAt }) => {
  const { words, language, asked } = visit
  const { reread } = words.factsheets
  const { zone, item, note } = text
  const there = { ...asked, territory: zone.code, against: null }
  const name = itemTitle(words, item)
  return (
    <li>
      <h3>
        {name}, {inWords(visit, zone).in} <span class="tag">{reread.languages[note.language]}</span>
      </h3>
      <Reissued visit={visit} note={note} madeAt={madeAt} />
      <div class="actions">
        <a
          class="button quiet"
          href={pathTo(language, 'factsheetText', there, { parts: { item }, more: { text: note.language } })}
          aria-label={reread.openNamed(name)}
        >
          {reread.open}
        </a>
        <ConfirmForm visit={visit} item={item} territory={zone.code} note={note} />
      </div>
    </li>
  )
}

const Group: FC<{ visit: Visit; title: string; texts: readonly Text[]; madeAt: string }> = ({ visit, title, texts, madeAt }) => {
  if (texts.length === 0) return <></>
  return (
    <section>
      <h2>{title}</h2>
      <ul class="reread-list">
        {texts.map((text) => (
          <TextEntry visit={visit} text={text} madeAt={madeAt} />
        ))}
      </ul>
    </section>
  )
}

export const factsheetRereadPage: Page<RereadView> = {
  key: 'factsheetReread',
  needs: 'factsheets.write',
  above: ['factsheets'],
  load: ({ desks, viewer, asked }) => desks.factsheets.reread(viewer, asked),
  title: (visit) => visit.words.factsheets.reread.title,
  synthetic: () => false,
  view: (visit, view) => {
    const { words, format } = visit
    const { reread } = words.factsheets
    const of = (change: Text['change']) => view.texts.filter((text) => text.change === change)
    return (
      <>
        <h1>{reread.title}</h1>
        <p class="context">{reread.context(inWords(visit, view.root).of, format.date(view.madeAt))}</p>
        {view.texts.length === 0 && <p class="empty">{capital(reread.empty)}</p>}
        <Group visit={visit} title={reread.meaning} texts={of('meaning')} madeAt={view.madeAt} />
        <Group visit={visit} title={reread.moved} texts={of('moved')} madeAt={view.madeAt} />
        {view.unchanged > 0 && <p class="muted">{reread.unchanged(format.integer(view.unchanged))}</p>}
      </>
    )
  },
}
