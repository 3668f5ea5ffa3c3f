import type { FC } from 'hono/jsx'
import type { PortraitPart, PortraitView } from '#app/portraits/portraitViews.ts'
import { may } from '#app/rights.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { ApartChart } from '../portraits/apartChart.tsx'
import { BoundSentence } from '../portraits/boundSentence.tsx'
import { ChannelStrip } from '../portraits/channelStrip.tsx'
import { FactTable, ServiceTable, WhereTable } from '../portraits/factTables.tsx'
import { ResidentBars } from '../portraits/themeBars.tsx'
import { GroupMark, groupClass } from '../regrouping/groupMark.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PortraitView
}

const Part: FC<Props & { part: PortraitPart }> = ({ visit, view, part }) => (
  <BoundSentence visit={visit} view={view.parts.find((each) => each.part === part)} strap={part === 'strap'} />
)

/** Letter, name, strap line and the three figures of size. */
const Head: FC<Props> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { portrait: text } = words.portraits
  const { segment, of } = view
  const sizes = [
    [format.percent(view.peopleShare), text.people, text.number(format.integer(Math.round(segment.people)))],
    [format.percent(view.householdShare), text.households, format.integer(Math.round(segment.households))],
    [format.integer(segment.areas), text.areas, ''],
  ] as const
  return (
    <header class="portrait-head">
      <svg class="portrait-letter" viewBox="0 0 64 64" aria-hidden="true">
        <rect class={groupClass(segment.number)} width={64} height={64} rx={6} />
        <text x={32} y={44} text-anchor="middle">
          {segment.letter}
        </text>
      </svg>
      <div>
        <h1>
          <span class="vh">{segment.letter} – </span>
          {segment.name[language]}
        </h1>
        <p class="context">{text.context(inWords(visit, of.zone).of, format.integer(of.number))}</p>
        <Part visit={visit} view={view} part="strap" />
      </div>
      <ul class="portrait-sizes">
        {sizes.map(([figure, unit, more]) => (
          <li>
            <b>{figure}</b> {unit} {more !== '' && <span class="muted">{more}</span>}
          </li>
        ))}
      </ul>
    </header>
  )
}

const Apart: FC<Props> = ({ visit, view }) => {
  const { portrait: text } = visit.words.portraits
  const facts = [...view.over, ...view.under.toReversed()]
  return (
    <section>
      <h2>{text.apart}</h2>
      <p class="hint">{facts.length > 0 ? text.apartLead : text.apartNone}</p>
      {facts.length > 0 && <ApartChart visit={visit} facts={facts} title={text.apartText(view.segment.letter)} />}
    </section>
  )
}

const Reach: FC<Props> = ({ visit, view }) => {
  const { portrait: text } = visit.words.portraits
  return (
    <section>
      <h2>{text.reach}</h2>
      {view.channels.length > 0 && <ChannelStrip visit={visit} channels={view.channels} />}
      <Part visit={visit} view={view} part="channels" />
      <Part visit={visit} view={view} part="digital" />
      <Part visit={visit} view={view} part="reach" />
    </section>
  )
}

const Who: FC<Props> = ({ visit, view }) => (
  <section>
    <h2>{visit.words.portraits.portrait.who}</h2>
    <Part visit={visit} view={view} part="age" />
    <Part visit={visit} view={view} part="household" />
    <ResidentBars visit={visit} facts={view.residents} />
  </section>
)

const Services: FC<Props> = ({ visit, view }) => {
  const { portrait: text } = visit.words.portraits
  if (view.services.length === 0) return <></>
  return (
    <section>
      <h2>{text.services}</h2>
      <Part visit={visit} view={view} part="services" />
      <p class="hint">{text.servicesLead}</p>
      <ServiceTable visit={visit} facts={view.services} />
    </section>
  )
}

const Foot: FC<Props> = ({ visit, view }) => {
  const { words, language, asked, viewer, format } = visit
  const { portrait: text, list } = words.portraits
  const root = view.of.root.code
  const toGroup = (letter: string) => pathTo(language, 'portrait', asked, { parts: { root, letter } })
  const sources = view.sources.map(
    ({ title, source, date }) => `${title[language]}, ${source}${date ? ` (${format.date(date)})` : ''}`,
  )
  return (
    <>
      <section class="portrait-near">
        <h2>{text.near}</h2>
        <p>
          {view.near.map((group) => (
            <a href={toGroup(group.letter)}>
              <GroupMark visit={visit} group={group} />
            </a>
          ))}
          <a
            href={pathTo(language, 'portraitComparison', asked, {
              parts: { root },
              more: { one: view.segment.letter, two: view.near[0]?.letter ?? null },
            })}
          >
            {list.compare}
          </a>
        </p>
      </section>
      <FactTable visit={visit} facts={view.facts} />
      <p class="notice">{text.caution}</p>
      <p class="source">{text.source(sources.join('\u202F; '))}</p>
      <p class="hint no-print">{text.print}</p>
      {may(viewer, 'portraits.write') && (
        <p class="actions no-print">
          <a
            class="button quiet"
            href={pathTo(language, 'portraitTexts', asked, { parts: { root, letter: view.segment.letter } })}
          >
            {text.rewrite}
          </a>
        </p>
      )}
    </>
  )
}

/** One group: what it is like, how to reach it, what it uses, where it lives. */
export const portraitPage: Page<PortraitView> = {
  key: 'portrait',
  needs: 'portraits.read',
  above: ['portraits'],
  load: ({ desks, viewer, parts }) =>
    desks.portraits.portrait(viewer, { root: parts['root'] ?? '', letter: parts['letter'] ?? '' }),
  title: ({ language }, { segment }) => `${segment.letter} – ${segment.name[language]}`,
  crumb: ({ language }, { segment }) => `${segment.letter} – ${segment.name[language]}`,
  synthetic: ({ of }) => of.synthetic,
  view: (visit, view) => {
    const { portrait: text } = visit.words.portraits
    return (
      <article class="portrait">
        {!view.complete && <p class="notice warning">{text.incomplete}</p>}
        <Head visit={visit} view={view} />
        <div class="portrait-columns">
          <Apart visit={visit} view={view} />
          <div>
            <Reach visit={visit} view={view} />
            <section>
              <h2>{text.where}</h2>
              <p class="hint">{text.whereLead}</p>
              <WhereTable visit={visit} where={view.where} />
            </section>
          </div>
        </div>
        <Who visit={visit} view={view} />
        <Services visit={visit} view={view} />
        <Foot visit={visit} view={view} />
      </article>
    )
  },
}
