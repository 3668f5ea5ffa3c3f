import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { GroupsView } from '#app/segments/segmentViews.ts'
import { capital } from '#words/zones.ts'
import { segmentsActions } from '../addresses/segments.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { filled, pathTo } from '../paths.ts'
import { askedClassification } from '../regrouping/typedForms.ts'
import { Clarity } from '../segments/clarity.tsx'
import { Evidence } from '../segments/evidence.tsx'
import { HeatTable } from '../segments/heatTable.tsx'

interface Props {
  readonly visit: Visit
  readonly view: GroupsView
}

const partsOf = ({ of }: GroupsView) => ({ root: of.root.code, number: String(of.number) })

/** Whether it is in force, and what an analyst may do with it. */
const Standing: FC<Props> = ({ visit, view }) => {
  const { words, format, language, asked, viewer } = visit
  const { groups: text, list } = words.segments
  const { state, publishedAt } = view.of
  const parts = partsOf(view)
  const manages = may(viewer, 'segments.manage')
  return (
    <>
      <p>
        {state === 'published' ? text.inForce(format.date(publishedAt ?? view.of.madeAt)) : text[state]}{' '}
        {view.basedOn !== null && <span class="muted">{text.basedOn(format.integer(view.basedOn))}.</span>}
      </p>
      {manages && state !== 'published' && (
        <form method="post" action={filled(segmentsActions.publish[language], parts)}>
          <p class="hint">{text.publishText}</p>
          <button type="submit">{text.publish}</button>
        </form>
      )}
      <p class="actions">
        {manages && <a href={pathTo(language, 'classificationNames', asked, { parts })}>{text.names}</a>}
        {manages && <a href={pathTo(language, 'groupMerge', asked, { parts })}>{list.merge}</a>}
        {manages && <a href={pathTo(language, 'groupRefresh', asked, { parts })}>{list.refresh}</a>}
        <a href={pathTo(language, 'classificationRecord', asked, { parts })}>{text.record}</a>
      </p>
    </>
  )
}

const Levels: FC<Props> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { groups: text } = words.segments
  if (view.levels.length < 2) return <></>
  return (
    <nav aria-label={text.level}>
      <p class="actions">
        {view.levels.map((level) => {
          const more = { level: String(level) }
          return (
            <a
              href={pathTo(language, 'classification', asked, { parts: partsOf(view), more })}
              aria-current={level === view.level ? 'page' : undefined}
            >
              {text.levelName(format.integer(level), format.integer(view.of.groups[level - 1] ?? 0))}
            </a>
          )
        })}
      </p>
    </nav>
  )
}

const Groups: FC<Props> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { groups: text } = words.segments
  const { totals } = view
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{text.group}</th>
          {[text.areas, text.people, text.households, text.share].map((head) => (
            <th scope="col" class="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.groups.map(({ letter, name, areas, people, households }) => (
          <tr>
            <th scope="row">
              <b>{letter}</b> {name[language]}
            </th>
            <td data-label={text.areas} class="number">
              {format.integer(areas)}
            </td>
            <td data-label={text.people} class="number">
              {format.integer(Math.round(people))}
            </td>
            <td data-label={text.households} class="number">
              {format.integer(Math.round(households))}
            </td>
            <td data-label={text.share} class="number">
              {totals.people > 0 ? format.percent(people / totals.people) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How the number of groups was chosen, where it was. */
const Chosen: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { evidence: text } = words.segments
  const { evidence, chosen } = view
  const [share] = evidence.betweenShare
  return (
    <section>
      <h2>{text.title}</h2>
      {share !== undefined && <p>{text.between(format.percent(share), format.integer(chosen))}</p>}
      {evidence.candidates.length > 0 ? (
        <Evidence visit={visit} candidates={evidence.candidates} chosen={chosen} areas={view.of.areas} />
      ) : (
        <p class="muted">{text.none[view.of.origin]}</p>
      )}
    </section>
  )
}

/** A classification at one of its levels: its groups, how clear they are, what sets them apart. */
export const classificationPage: Page<GroupsView> = {
  key: 'classification',
  needs: 'segments.read',
  live: true,
  above: ['classifications'],
  crumb: (visit, { of }) => of.name[visit.language],
  load: (visit) => {
    const level = Number(visit.query.get('level') ?? Number.NaN)
    return visit.desks.segments.groups(visit.viewer, askedClassification(visit), Number.isInteger(level) ? level : null)
  },
  title: ({ language }, { of }) => of.name[language],
  synthetic: ({ of }) => of.synthetic,
  view: (visit, view) => {
    const { words, format, language } = visit
    const { groups: text } = words.segments
    const { of, groups } = view
    return (
      <>
        <h1>{of.name[language]}</h1>
        <p class="context">{text.context(capital(inWords(visit, of.zone).the), format.integer(of.areas))}</p>
        <Standing visit={visit} view={view} />
        <Levels visit={visit} view={view} />
        <h2>{text.title(format.integer(groups.length))}</h2>
        <Groups visit={visit} view={view} />
        <section>
          <h2>{text.heat}</h2>
          {view.heat ? (
            <>
              <p>{text.heatLead}</p>
              <HeatTable visit={visit} rows={view.heat} groups={groups} />
            </>
          ) : (
            <p class="muted">{text.heatNone}</p>
          )}
        </section>
        <section>
          <h2>{text.clear}</h2>
          <Clarity visit={visit} view={view} />
        </section>
        <Chosen visit={visit} view={view} />
      </>
    )
  },
}
