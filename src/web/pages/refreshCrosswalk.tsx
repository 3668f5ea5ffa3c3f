import type { CrosswalkView } from '#app/regrouping/regroupingViews.ts'
import { regroupingActions } from '../addresses/regrouping.ts'
import type { Page, Visit } from '../page.ts'
import { filled, pathTo } from '../paths.ts'
import { Transition, TransitionFigures } from '../regrouping/transitionTable.tsx'
import { askedClassification } from '../regrouping/typedForms.ts'

/** The version to come from, as the address asks; `null` where it names none. */
export function askedFrom({ query }: Visit): number | null {
  const text = query.get('from') ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** From the groups of one version to those of another, with the table to download. */
export const refreshCrosswalkPage: Page<CrosswalkView> = {
  key: 'groupCrosswalk',
  needs: 'segments.read',
  live: true,
  above: ['regroupings'],
  load: (visit) => visit.desks.regrouping.crosswalk(visit.viewer, askedClassification(visit), askedFrom(visit)),
  title: ({ words }) => words.regrouping.crosswalk.title,
  synthetic: ({ after }) => after.synthetic,
  view: (visit, view) => {
    const { words, language, asked, format } = visit
    const { crosswalk: text, refresh, version } = words.regrouping
    const { before, after, choices, crosswalk } = view
    const parts = { root: after.root.code, number: String(after.number) }
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{text.lead(before.name[language], after.name[language])}</p>
        <form class="filters" method="get" action={pathTo(language, 'groupCrosswalk', asked, { parts })}>
          <p class="field">
            <label for="from">{text.from}</label>
            <select id="from" name="from">
              {choices.map(({ number, name }) => (
                <option value={String(number)} selected={number === before.number}>
                  {name[language]} ({version(format.integer(number))})
                </option>
              ))}
            </select>
          </p>
          <button type="submit">{text.show}</button>
          <p class="exports">
            <a href={`${filled(regroupingActions.crosswalkFile[language], parts)}?from=${before.number}`}>{text.file}</a>
          </p>
        </form>
        <TransitionFigures visit={visit} view={view} />
        {crosswalk.lost + crosswalk.added > 0 && (
          <p>{refresh.lostAdded(format.integer(crosswalk.lost), format.integer(crosswalk.added))}</p>
        )}
        <Transition visit={visit} view={view} />
      </>
    )
  },
}
