import type { FC } from 'hono/jsx'
import type { RefreshView } from '#app/regrouping/regroupingViews.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, Framed, type Faults } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'
import { RefreshChanges } from '../regrouping/refreshChanges.tsx'
import { Transition, TransitionFigures } from '../regrouping/transitionTable.tsx'
import { askedClassification, faultsOf, readRefresh } from '../regrouping/typedForms.ts'
import { Hidden } from '../weights/settingsForm.tsx'

export interface RefreshData {
  readonly view: RefreshView
  readonly name: Bilingual | null
}

interface Props {
  readonly visit: Visit
  readonly data: RefreshData
  readonly faults: Faults
}

function pathOf({ language, asked }: Visit, { of }: RefreshView): string {
  return pathTo(language, 'groupRefresh', asked, { parts: { root: of.root.code, number: String(of.number) } })
}

const Settings: FC<Props> = ({ visit, data: { view }, faults }) => {
  const { refresh } = visit.words.regrouping
  return (
    <form method="get" action={pathOf(visit, view)} class="refresh-settings">
      <Framed name="dataset" label={refresh.dataset} fault={faults['dataset']}>
        <select id="dataset" name="dataset" aria-describedby={faults['dataset'] ? 'dataset-fault' : undefined}>
          {view.datasets.map(({ code, title, missing }) => (
            <option value={code} selected={code === view.dataset} disabled={missing.length > 0}>
              {title[visit.language]}
              {missing.length > 0 && ` (${refresh.lacks(visit.format.integer(missing.length))})`}
            </option>
          ))}
        </select>
      </Framed>
      <fieldset class="form-group">
        <legend>{refresh.mode}</legend>
        {(['frozen', 'free'] as const).map((mode) => (
          <label class="choice">
            <input type="radio" name="mode" value={mode} checked={mode === view.mode} /> <span>{refresh.modes[mode]}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit">{refresh.preview}</button>
    </form>
  )
}

const Result: FC<Props> = ({ visit, data, faults }) => {
  const { words, format } = visit
  const { refresh } = words.regrouping
  const { view } = data
  if (!view.result) return <></>
  const { crosswalk, segments, betweenShare } = view.result
  const flows = { groupsBefore: view.groups, groupsAfter: segments, crosswalk }
  const between = `${betweenShare.before === null ? '–' : format.percent(betweenShare.before)} → ${format.percent(betweenShare.after)}`
  const year = view.datasets.find(({ code }) => code === view.dataset)?.date?.slice(0, 4) ?? ''
  const name = data.name ?? {
    fr: `${view.of.name.fr}, actualisés ${year}`.trim(),
    en: `${view.of.name.en}, refreshed ${year}`.trim(),
  }
  return (
    <>
      <h2>{refresh.result}</h2>
      <TransitionFigures visit={visit} view={flows} more={[[refresh.between, between]]} />
      {crosswalk.lost + crosswalk.added > 0 && (
        <p>{refresh.lostAdded(format.integer(crosswalk.lost), format.integer(crosswalk.added))}</p>
      )}
      <Transition visit={visit} view={flows} />
      <RefreshChanges visit={visit} groups={view.groups} changes={view.result.changes} />
      <form method="post" action={pathOf(visit, view)}>
        <Hidden
          fields={[
            ['dataset', view.dataset],
            ['mode', view.mode],
          ]}
        />
        <div class="two-names">
          <Field name="name.fr" label={refresh.versionFr} value={name.fr} fault={faults['name.fr']} maxlength={120} />
          <Field name="name.en" label={refresh.versionEn} value={name.en} fault={faults['name.en']} maxlength={120} />
        </div>
        <p class="actions">
          <button type="submit">{refresh.save}</button>
        </p>
      </form>
    </>
  )
}

/** New data for groups that are there: what moves, and which portraits must be read again. */
export const refreshGroupsPage: Page<RefreshData> = {
  key: 'groupRefresh',
  needs: 'segments.manage',
  live: true,
  above: ['regroupings'],
  crumb: (visit, { view }) => `${view.of.name[visit.language]}, ${visit.words.pageNames.groupRefresh}`,
  load: async (visit) => ({
    view: await visit.desks.regrouping.refresh(visit.viewer, askedClassification(visit), readRefresh(visit.query)),
    name: null,
  }),
  title: ({ words }) => words.regrouping.refresh.title,
  synthetic: ({ view }) => view.of.synthetic,
  view: (visit, data) => {
    const { refresh, faultsTitle } = visit.words.regrouping
    const faults = faultsOf(visit, data.view.issues)
    return (
      <>
        <h1>{refresh.title}</h1>
        <p class="context">{refresh.context(data.view.of.name[visit.language])}</p>
        <p>{refresh.lead}</p>
        <FaultSummary title={faultsTitle} faults={faults} />
        <Settings visit={visit} data={data} faults={faults} />
        <Result visit={visit} data={data} faults={faults} />
      </>
    )
  },
}
