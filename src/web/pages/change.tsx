import type { FC } from 'hono/jsx'
import type { ChangeView } from '#app/findings/findingViews.ts'
import { cellName, DifferenceChart, isClear, isKnown, type KnownDifference } from '../findings/differenceParts.tsx'
import type { Page, Visit } from '../page.ts'
import { itemName } from '../parts/itemNames.ts'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'

type Props = { visit: Visit; view: ChangeView }

const Choice: FC<Props> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { change } = words.findings
  return (
    <form class="filters" method="get" action={paths.change[language]} aria-label={change.since}>
      <input type="hidden" name="territory" value={asked.territory} />
      <p class="field">
        <label for="since">{change.since}</label>
        <select id="since" name="since">
          {view.waves.map((wave) => (
            <option value={wave.code} selected={wave.code === view.since?.code}>
              {wave.title[language]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{change.show}</button>
    </form>
  )
}

const Clear: FC<{ visit: Visit; title: string; rows: readonly KnownDifference[]; tone: string }> = (props) => {
  const { visit, title, rows, tone } = props
  if (rows.length === 0) return <></>
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <DifferenceChart
        visit={visit}
        title={visit.words.findings.change.chart(title)}
        rows={rows}
        label={(row) => cellName(visit, row)}
        tone={() => tone}
      />
    </figure>
  )
}

const Table: FC<Props & { rows: readonly KnownDifference[] }> = ({ visit, view, rows }) => {
  const { words, format, language, asked } = visit
  const { change } = words.findings
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={change.all}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{change.service}</th>
            <th scope="col" class="text">
              {change.criterion}
            </th>
            <th scope="col">{change.before}</th>
            <th scope="col">{change.now}</th>
            <th scope="col">{change.difference}</th>
            <th scope="col">{change.interval}</th>
            <th scope="col">{change.sure}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{words.services[row.service].name}</th>
              <td class="text">
                <a href={pathTo(language, 'evidence', asked, { parts: { service: row.service, item: row.item } })}>
                  {itemName(words, row.item)}
                </a>
              </td>
              <td>{format.decimal(row.second.score ?? 0)}</td>
              <td>{format.decimal(row.first.score ?? 0)}</td>
              <td>{format.signed(row.difference)}</td>
              <td>{words.shell.interval(format.signed(row.lower), format.signed(row.upper))}</td>
              <td>{isClear(row, view.rule.falseDiscovery) ? change.yes : change.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Found: FC<Props> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { change } = words.findings
  if (!view.since) return <p>{change.first}</p>
  const known = view.differences.filter(isKnown)
  const clear = known.filter((each) => isClear(each, view.rule.falseDiscovery))
  const better = clear.filter((each) => each.difference > 0).toSorted((a, b) => b.difference - a.difference)
  const worse = clear.filter((each) => each.difference < 0).toSorted((a, b) => a.difference - b.difference)
  return (
    <>
      <p class="context">{change.context(view.survey.title[language], view.since.title[language])}</p>
      <Choice visit={visit} view={view} />
      <p class="expected">
        {clear.length === 0
          ? change.noneSure
          : change.summary(format.integer(better.length), format.integer(worse.length), format.integer(known.length))}
      </p>
      <div class="charts">
        <Clear visit={visit} title={change.better} rows={better} tone="maintain" />
        <Clear visit={visit} title={change.worse} rows={worse} tone="rethink" />
      </div>
      <p class="muted">{change.cannot}</p>
      <details>
        <summary>{change.all}</summary>
        <Table visit={visit} view={view} rows={known.toSorted((a, b) => a.difference - b.difference)} />
      </details>
      <p class="source">
        {words.shell.source}
        {language === 'fr' ? '\u202F:' : ':'} {view.survey.source[language]}
      </p>
    </>
  )
}

export const changePage: Page<ChangeView> = {
  key: 'change',
  load: ({ desks, viewer, asked, query }) =>
    desks.findings.change(viewer, { territory: asked.territory, since: query.get('since') || null }),
  title: (visit, view) => visit.words.findings.change.title(inWords(visit, view.territory).in),
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => (
    <>
      <h1>{visit.words.findings.change.title(inWords(visit, view.territory).in)}</h1>
      <Found visit={visit} view={view} />
    </>
  ),
}
