import type { FC } from 'hono/jsx'
import type { SideBySideView } from '#app/findings/findingViews.ts'
import type { TerritoryChoice, ZoneName } from '#app/views.ts'
import type { Difference } from '#domain/matrix'
import type { CriterionCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import { capital } from '#words/zones.ts'
import { DifferenceChart, isClear, isKnown } from '../findings/differenceParts.tsx'
import { MeasuredTable } from '../findings/measuredTable.tsx'
import type { Page, Visit } from '../page.ts'
import { ServiceOptions } from '../parts/options.tsx'
import { CompetenceList } from '../parts/competence.tsx'
import { itemName } from '../parts/itemNames.ts'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'

interface Data {
  readonly view: SideBySideView
  readonly choices: readonly TerritoryChoice[]
}
type Props = { visit: Visit; data: Data }

function titleOf(visit: Visit, { view }: Data): string {
  const { sideBySide } = visit.words.findings
  if (!view.other) return sideBySide.titleAlone
  return sideBySide.title(capital(inWords(visit, view.territory).the), inWords(visit, view.other).the)
}

const Choice: FC<Props> = ({ visit, data: { view, choices } }) => {
  const { words, language, asked } = visit
  const { sideBySide } = words.findings
  const option = (zone: ZoneName) => (
    <option value={zone.code} selected={zone.code === view.other?.code}>
      {zone.name[language]}
    </option>
  )
  return (
    <form class="filters" method="get" action={paths.sideBySide[language]} aria-label={sideBySide.show}>
      <input type="hidden" name="territory" value={asked.territory} />
      <p class="field">
        <label for="other">{sideBySide.other}</label>
        <select id="other" name="other">
          {choices.map(({ root, zones }) => (
            <optgroup label={root.name[language]}>
              {[root, ...zones.filter((zone) => zone.code !== root.code)]
                .filter((zone) => zone.code !== view.territory.code)
                .map(option)}
            </optgroup>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="service">{sideBySide.service}</label>
        <select id="service" name="service">
          <option value="">{sideBySide.allServices}</option>
          <ServiceOptions visit={visit} chosen={view.service} />
        </select>
      </p>
      <button type="submit">{sideBySide.show}</button>
    </form>
  )
}

const Cell: FC<{ visit: Visit; each: Difference | undefined; rate: number }> = ({ visit, each, rate }) => {
  const { format, words } = visit
  if (!each) return <td></td>
  if (!isKnown(each)) {
    const status = each.first.status === 'ok' ? each.second.status : each.first.status
    return (
      <td class="none">
        <span aria-hidden="true">{words.statuses[status].mark || '·'}</span>
        <span class="vh">{words.statuses[status].meaning}</span>
      </td>
    )
  }
  const sign = each.difference > 0 ? 'higher' : 'lower'
  const scores = `${format.decimal(each.first.score ?? 0)} / ${format.decimal(each.second.score ?? 0)}`
  return (
    <td class={isClear(each, rate) ? `clear ${sign}` : undefined} title={scores}>
      {isClear(each, rate) ? <b>{format.signed(each.difference)}</b> : format.signed(each.difference)}
      <small class="muted">{scores}</small>
    </td>
  )
}

const Table: FC<Props> = ({ visit, data: { view } }) => {
  const { words, language, asked } = visit
  const { sideBySide } = words.findings
  const criteria = Object.keys(words.criteria) as CriterionCode[]
  const services = view.service ? [view.service] : (Object.keys(words.services) as ServiceCode[])
  const found = new Map(view.differences.map((each) => [`${each.service}/${each.item}`, each]))
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={sideBySide.caption}>
      <table class="figures crossed side-by-side">
        <caption class="vh">{sideBySide.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.matrix.service}</th>
            {criteria.map((criterion) => (
              <th scope="col">{itemName(words, criterion)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr>
              <th scope="row">
                <a href={pathTo(language, 'sideBySide', asked, { more: { other: view.other?.code ?? null, service } })}>
                  {words.services[service].name}
                </a>
              </th>
              {criteria.map((criterion) => (
                <Cell visit={visit} each={found.get(`${service}/${criterion}`)} rate={view.rule.falseDiscovery} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const OneService: FC<Props> = ({ visit, data: { view } }) => {
  const { words, language } = visit
  const { sideBySide } = words.findings
  const { service, other } = view
  if (!service || !other) return <></>
  const rows = view.differences.filter((each) => each.service === service).filter(isKnown)
  const { name } = words.services[service]
  return (
    <section>
      <h2>{name}</h2>
      <div class="charts">
        {rows.length > 0 && (
          <figure>
            <figcaption>{sideBySide.difference}</figcaption>
            <DifferenceChart
              visit={visit}
              title={sideBySide.chart(name)}
              rows={rows}
              label={(row) => itemName(words, row.item)}
              tone={(row) => (isClear(row, view.rule.falseDiscovery) ? (row.difference > 0 ? 'maintain' : 'rethink') : '')}
            />
          </figure>
        )}
        <MeasuredTable visit={visit} pair={view.measured[0]} heads={[view.territory.name[language], other.name[language]]} />
      </div>
      {view.territory.country !== other.country && (
        <>
          <h3>{sideBySide.competent}</h3>
          <CompetenceList visit={visit} service={service} competences={view.competences} />
        </>
      )}
    </section>
  )
}

const Found: FC<Props> = ({ visit, data }) => {
  const { format, words } = visit
  const { sideBySide } = words.findings
  const { view } = data
  if (!view.other) return <p>{sideBySide.choose}</p>
  const known = view.differences.filter(isKnown)
  const clear = known.filter((each) => isClear(each, view.rule.falseDiscovery))
  const higher = clear.filter((each) => each.difference > 0).length
  return (
    <>
      <p class="expected">
        {sideBySide.summary(format.integer(higher), format.integer(clear.length - higher), format.integer(known.length))}{' '}
        {view.sameSurvey ? sideBySide.same : sideBySide.apart}
      </p>
      <OneService visit={visit} data={data} />
      <p class="muted">{sideBySide.legend}</p>
      <Table visit={visit} data={data} />
      {view.surveys.map((survey) => (
        <p class="source">
          {survey.title[visit.language]}. {survey.source[visit.language]}
        </p>
      ))}
    </>
  )
}

export const sideBySidePage: Page<Data> = {
  key: 'sideBySide',
  load: async ({ desks, viewer, asked, query, portal }) => {
    const wish = { territory: asked.territory, other: query.get('other') || null, service: query.get('service') || null }
    const [view, choices] = await Promise.all([desks.findings.sideBySide(viewer, wish), portal.territoryChoices()])
    return { view, choices }
  },
  title: titleOf,
  zone: ({ view }) => view.territory,
  synthetic: ({ view }) => view.surveys.some((survey) => survey.synthetic),
  view: (visit, data) => (
    <>
      <h1>{titleOf(visit, data)}</h1>
      <p class="context">
        {data.view.surveys.some((survey) => survey.synthetic) && <strong class="tag">{visit.words.shell.syntheticShort}</strong>}{' '}
        {visit.words.findings.sideBySide.lead}
      </p>
      <Choice visit={visit} data={data} />
      <Found visit={visit} data={data} />
    </>
  ),
}
