import type { FC } from 'hono/jsx'
import type { PartView, PortraitTextsView } from '#app/portraits/portraitViews.ts'
import { languages, type Language } from '#kernel/bilingual.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Framed, faultsFrom, type Faults } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'
import { madeSentence } from '../portraits/sentences.ts'
import { Hidden } from '../weights/settingsForm.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PortraitTextsView
  readonly part: PartView
  readonly faults: Faults
}

const Text: FC<Props & { written: Language }> = ({ visit, view, part, faults, written }) => {
  const { texts: text } = visit.words.portraits
  const name = `${written}.${part.part}`
  const value = view.typed?.[written][part.part] ?? part.written[written]?.text ?? ''
  return (
    <Framed name={name} label={text[written]} fault={faults[name]}>
      <textarea id={name} name={name} rows={3} lang={written} aria-invalid={faults[name] ? 'true' : undefined}>
        {value}
      </textarea>
    </Framed>
  )
}

const PartFields: FC<Props> = (props) => {
  const { visit, part } = props
  const { texts: text, portrait } = visit.words.portraits
  const stale = part.written.fr?.stale === true || part.written.en?.stale === true
  return (
    <section>
      <h2>{text.parts[part.part]}</h2>
      <p class="muted">{madeSentence(visit, part)}</p>
      {stale && <p class="stale">{portrait.stale}</p>}
      <div class="two-names">
        {languages.map((language) => (
          <Text {...props} written={language} />
        ))}
      </div>
      {stale && (
        <p>
          <label>
            <input type="checkbox" name="reread" value={part.part} /> {text.reread}
          </label>
        </p>
      )}
    </section>
  )
}

/** The sentences of a portrait, each with the one made from figures above it. */
export const portraitTextsPage: Page<PortraitTextsView> = {
  key: 'portraitTexts',
  needs: 'portraits.write',
  above: ['portraits'],
  load: ({ desks, viewer, parts }) => desks.portraits.texts(viewer, { root: parts['root'] ?? '', letter: parts['letter'] ?? '' }),
  title: ({ words }, { portrait }) => words.portraits.texts.title(portrait.segment.letter),
  synthetic: ({ portrait }) => portrait.of.synthetic,
  view: (visit, view) => {
    const { words, language, asked, query } = visit
    const { texts: text, faultsTitle } = words.portraits
    const { segment, of, parts } = view.portrait
    const faults = faultsFrom(view.issues, words.portraits.issues, words.segments.otherIssue)
    const address = { parts: { root: of.root.code, letter: segment.letter } }
    return (
      <>
        <h1>{text.title(segment.letter)}</h1>
        <p class="context">{segment.name[language]}</p>
        {query.has('saved') && (
          <p class="notice" role="status">
            {text.saved}
          </p>
        )}
        <FaultSummary title={faultsTitle} faults={faults} />
        <p>{text.lead}</p>
        <form method="post" action={pathTo(language, 'portraitTexts', asked, address)}>
          <Hidden fields={[['seen', view.seen]]} />
          {parts.map((part) => (
            <PartFields visit={visit} view={view} part={part} faults={faults} />
          ))}
          <p class="actions">
            <button type="submit">{text.save}</button>
            <a href={pathTo(language, 'portrait', asked, address)}>{words.portraits.pages.portrait}</a>
          </p>
        </form>
      </>
    )
  },
}
