import type { FC } from 'hono/jsx'
import type { MergeView } from '#app/regrouping/regroupingViews.ts'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'
import { Dumbbells } from './dumbbells.tsx'
import { lockFields } from './typedForms.ts'

interface Props {
  readonly visit: Visit
  readonly view: MergeView
}

/** The address of the same locks with another number of groups. */
function toCut({ language, asked }: Visit, view: MergeView, k: number): string {
  const parts = { root: view.of.root.code, number: String(view.of.number) }
  const path = pathTo(language, 'groupMerge', asked, { parts, more: { k: String(k) } })
  const locks = new URLSearchParams(lockFields(view.locks).map(([name, value]): [string, string] => [name, value])).toString()
  return `${path}${locks === '' ? '' : `&${locks}`}`
}

/** What is kept at every number of groups, each a link to that cut. */
export const MergeCuts: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { merge } = words.regrouping
  return (
    <details class="cuts" open={view.cuts.length <= 12}>
      <summary>{merge.cuts}</summary>
      <table class="figures">
        <caption class="vh">{merge.cuts}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {merge.cutK}
            </th>
            <th scope="col" class="number">
              {merge.variance}
            </th>
            <th scope="col" class="number">
              {merge.gini}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.cuts.map(({ k, varianceKept, giniKept }) => (
            <tr class={k === view.k ? 'current' : undefined}>
              <th scope="row" class="number">
                <a href={toCut(visit, view, k)} aria-current={k === view.k ? 'true' : undefined}>
                  {format.integer(k)}
                </a>
              </th>
              <td class="number">{format.percent(varianceKept)}</td>
              <td class="number">{giniKept === null ? '–' : format.percent(giniKept)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The Gini of each service before and after the merge, those that lose most first. */
export const ServiceLoss: FC<Props> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { merge } = words.regrouping
  if (!view.result) return <></>
  if (!view.customers) return <p class="muted">{merge.noCustomers}</p>
  const rows = view.result.ginis.toSorted((a, b) => (a.kept ?? 2) - (b.kept ?? 2))
  const [types, k] = [format.integer(view.types.length), format.integer(view.k)]
  const drawn = rows.map(({ label, before, after }) => ({ label: label[language], first: before ?? 0, second: after ?? 0 }))
  const most = Math.max(0.1, Math.ceil(10 * Math.max(...drawn.map(({ first }) => first))) / 10)
  return (
    <section>
      <h2>{merge.services}</h2>
      <p>{merge.servicesLead}</p>
      <div class="beside">
        <figure>
          <figcaption>
            ○ {merge.before(types)} · ● {merge.after(k)}
          </figcaption>
          <Dumbbells
            title={merge.services}
            rows={drawn}
            from={0}
            to={most}
            ticks={[0, most / 2, most]}
            text={(value) => format.fine(value)}
          />
        </figure>
        <table class="figures">
          <caption class="vh">{merge.services}</caption>
          <thead>
            <tr>
              <th scope="col">{merge.service}</th>
              <th scope="col" class="number">
                {merge.before(types)}
              </th>
              <th scope="col" class="number">
                {merge.after(k)}
              </th>
              <th scope="col" class="number">
                {merge.kept}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, before, after, kept }) => (
              <tr>
                <th scope="row">{label[language]}</th>
                <td class="number">{before === null ? '–' : format.fine(before)}</td>
                <td class="number">{after === null ? '–' : format.fine(after)}</td>
                <td class="number">{kept === null ? '–' : format.percent(kept)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="source">{merge.customers(view.customers.title[language], view.customers.source)}</p>
    </section>
  )
}
