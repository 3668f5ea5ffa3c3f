import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { HomeView } from '#app/views.ts'
import type { Level } from '#domain/matrix'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { itemInSentence } from '../parts/itemNames.ts'
import { levelSymbol } from '../parts/symbols.ts'
import { VerdictText } from '../parts/verdict.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

const Pressing: FC<{ visit: Visit; view: HomeView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { home } = words
  if (view.pressing.length === 0) return <p>{home.nonePressing}</p>
  return (
    <ol class="pressing">
      {view.pressing.slice(0, 3).map((cell) => (
        <li class={cell.level ?? ''}>
          <a href={pathTo(language, 'evidence', asked, { parts: { service: cell.service, item: cell.item } })}>
            {words.matrix.firstThingOf(words.services[cell.service].name, itemInSentence(words, cell.item))}
          </a>
          <span>
            {cell.score !== null && `${home.scoreOf(format.decimal(cell.score))}, `}
            <VerdictText visit={visit} cell={cell} />
          </span>
        </li>
      ))}
    </ol>
  )
}

const Headline: FC<{ visit: Visit; view: HomeView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { home } = words
  const { survey } = view
  const zone = inWords(visit, view.territory)
  return (
    <section class="headline" aria-labelledby="headline">
      <h2 id="headline">{home.headline(zone.in)}</h2>
      <p class="context">
        {survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>}{' '}
        {home.source(
          format.integer(survey.respondentsHere),
          zone.people,
          format.integer(survey.respondents),
          format.date(survey.fieldStart),
          format.date(survey.fieldEnd),
        )}
      </p>
      <h3>{home.counts}</h3>
      <ul class="counts">
        {(Object.keys(words.levels) as Level[]).map((level) => (
          <li class={level}>
            <b>{format.integer(view.counts[level])}</b>
            <span>
              {raw(levelSymbol(level))} {words.levels[level]}
            </span>
          </li>
        ))}
      </ul>
      <h3>{home.pressing}</h3>
      <Pressing visit={visit} view={view} />
      {view.refused > 0 && <p class="muted">{home.refused(format.integer(view.refused), view.refused === 1)}</p>}
      <p class="actions">
        <a class="button large" href={pathTo(language, 'matrix', asked)}>
          {home.toMatrix}
        </a>
        <a class="button large quiet" href={pathTo(language, 'services', asked)}>
          {home.toServices}
        </a>
      </p>
    </section>
  )
}

export const homePage: Page<HomeView> = {
  key: 'home',
  load: (visit) => visit.portal.home({ territory: visit.asked.territory }),
  title: (visit) => visit.words.home.title,
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { home } = words
    return (
      <>
        <h1>{home.title}</h1>
        <p class="lead">{home.lead}</p>
        <Headline visit={visit} view={view} />
        <section>
          <h2>{capital(home.forWhom)}</h2>
          <ul class="readers">
            <li>
              <a href={pathTo(language, 'services', asked)}>{home.citizensWho}</a>
              <p>{home.citizens}</p>
            </li>
            <li>
              <a href={pathTo(language, 'services', asked)}>{home.deskWho}</a>
              <p>{home.desk}</p>
            </li>
            <li>
              <a href={pathTo(language, 'matrix', asked)}>{home.analystsWho}</a>
              <p>{home.analysts}</p>
            </li>
          </ul>
        </section>
        <section>
          <h2>{home.chain}</h2>
          <p>{home.chainText}</p>
          <p>
            <a href={pathTo(language, 'method', asked)}>{home.toMethod}</a>
          </p>
        </section>
      </>
    )
  },
}
