import type { FC } from 'hono/jsx'
import type { HomeView } from '#app/views.ts'
import { serviceCodes } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { isDefaultTerritory } from '../asked.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { PlainCells } from '../public/plainCell.tsx'
import { FinderForm, noChoice, SearchForm } from '../public/searchForm.tsx'

/** Refusals that only say that no survey is published: services and places can be found all the same. */
const unsurveyed = new Set(['territory.noSurvey', 'survey.notWeighted', 'zone.tooSmall', 'observatory.empty'])

async function loadHome({ portal, asked }: Visit): Promise<HomeView | null> {
  try {
    return await portal.home({ territory: asked.territory })
  } catch (error) {
    // An observatory of other départements does not know the territory that is in view unless one is chosen.
    const unchosen = (code: string): boolean => code === 'zone.unknown' && isDefaultTerritory(asked.territory)
    if (error instanceof DomainError && (unsurveyed.has(error.code) || unchosen(error.code))) return null
    throw error
  }
}

const Services: FC<{ visit: Visit }> = ({ visit }) => {
  const { words, language, asked } = visit
  const { home, intents } = words.publicArea
  return (
    <section>
      <h2>{home.servicesTitle}</h2>
      <ul class="intents">
        {serviceCodes.map((code) => (
          <li>
            <a href={pathTo(language, 'service', asked, { parts: { code } })}>{words.services[code].name}</a>
            <span class="muted">{intents[code]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The matrix's headline in plain words. */
const Said: FC<{ visit: Visit; view: HomeView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { home, publicArea } = words
  const { survey, pressing } = view
  const zone = inWords(visit, view.territory)
  return (
    <section class="headline" aria-labelledby="headline">
      <h2 id="headline">{publicArea.home.sayTitle}</h2>
      <p class="context">
        {survey.synthetic && <strong class="tag">{words.shell.syntheticShort}</strong>} {home.headline(zone.in)}.{' '}
        {home.source(
          format.integer(survey.respondentsHere),
          zone.people,
          format.integer(survey.respondents),
          format.firstDate(survey.fieldStart, survey.fieldEnd),
          format.date(survey.fieldEnd),
        )}
      </p>
      <h3>{publicArea.plainResults.attentionTitle}</h3>
      {pressing.length === 0 ? (
        <p>{home.nonePressing}</p>
      ) : (
        <PlainCells visit={visit} cells={pressing} territory={view.territory} against={null} />
      )}
      {view.refused > 0 && <p class="muted">{home.refused(format.integer(view.refused), view.refused === 1)}</p>}
      <p class="actions">
        <a class="button large quiet" href={pathTo(language, 'results', asked)}>
          {publicArea.home.allResults}
        </a>
      </p>
    </section>
  )
}

const Partners: FC<{ visit: Visit }> = ({ visit }) => {
  const { words, language, asked } = visit
  const { home } = words
  return (
    <section>
      <h2>{words.publicArea.home.partnersTitle}</h2>
      <ul class="readers">
        <li>
          <a href={pathTo(language, 'services', asked)}>{home.deskWho}</a>
          <p>{home.desk}</p>
        </li>
        <li>
          <a href={pathTo(language, 'matrix', asked)}>{home.analystsWho}</a>
          <p>{home.analysts}</p>
        </li>
        <li>
          <a href={pathTo(language, 'method', asked)}>{home.toMethod}</a>
          <p>{home.chainText}</p>
        </li>
      </ul>
    </section>
  )
}

export const homePage: Page<HomeView | null> = {
  key: 'home',
  load: loadHome,
  title: (visit) => visit.words.home.title,
  synthetic: (view) => view?.survey.synthetic ?? false,
  view: (visit, view) => {
    const { home, publicArea } = visit.words
    return (
      <>
        <h1>{home.title}</h1>
        <p class="lead">{publicArea.home.lead}</p>
        <SearchForm visit={visit} text="" />
        <Services visit={visit} />
        <section>
          <h2>{publicArea.home.near}</h2>
          <FinderForm visit={visit} chosen={noChoice} />
        </section>
        {view && <Said visit={visit} view={view} />}
        <Partners visit={visit} />
      </>
    )
  },
}
