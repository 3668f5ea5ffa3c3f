import type { FC } from 'hono/jsx'
import type { MergeView, TypedLock, TypedSave } from '#app/regrouping/regroupingViews.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { Hidden } from '../weights/settingsForm.tsx'
import { pathTo } from '../paths.ts'
import { groupOption } from '../regrouping/groupMark.tsx'
import { MergeCuts, ServiceLoss } from '../regrouping/mergeLoss.tsx'
import { MergeNames } from '../regrouping/mergeNames.tsx'
import { MergeTreeChart } from '../regrouping/mergeTreeChart.tsx'
import { askedClassification, faultsOf, lockFields, readMerge } from '../regrouping/typedForms.ts'

export interface MergeData {
  readonly view: MergeView
  /** What was typed into the form of names; `null` before anything was. */
  readonly typed: TypedSave | null
}

interface Props {
  readonly visit: Visit
  readonly data: MergeData
}

const noLock: TypedLock = { one: '', how: 'together', two: '' }

/** One of the two types of a lock. */
const TypeChoice: FC<{
  visit: Visit
  view: MergeView
  name: 'one' | 'two'
  id?: string
  label: string
  chosen: string
  isFaulty: boolean
}> = ({ visit, view, name, id, label, chosen, isFaulty }) => (
  <select name={name} id={id} aria-label={label} aria-invalid={isFaulty ? 'true' : undefined}>
    <option value="">{visit.words.regrouping.merge.noType}</option>
    {view.types.map((type) => (
      <option value={String(type.number)} selected={chosen === String(type.number)}>
        {groupOption(visit, type)}
      </option>
    ))}
  </select>
)

const Lock: FC<{ visit: Visit; view: MergeView; lock: TypedLock; at: number; fault: string | undefined }> = (props) => {
  const { visit, view, lock, at, fault } = props
  const { merge } = visit.words.regrouping
  const line = visit.format.integer(at + 1)
  const given = { visit, view, isFaulty: fault !== undefined }
  return (
    <div class={fault ? 'lock faulty' : 'lock'}>
      {fault && <span class="fault">{fault}</span>}
      <TypeChoice {...given} name="one" id={`lock-${at}`} label={merge.lockOne(line)} chosen={lock.one} />
      <select name="how" aria-label={merge.lockHow(line)}>
        <option value="together">{merge.together}</option>
        <option value="apart" selected={lock.how === 'apart'}>
          {merge.apart}
        </option>
      </select>
      <TypeChoice {...given} name="two" label={merge.lockTwo(line)} chosen={lock.two} />
    </div>
  )
}

const Settings: FC<Props & { faults: Faults }> = ({ visit, data: { view }, faults }) => {
  const { words, language, asked, format } = visit
  const { merge } = words.regrouping
  const parts = { root: view.of.root.code, number: String(view.of.number) }
  const most = view.cuts[0]?.k ?? view.types.length
  const fewest = view.cuts.at(-1)?.k ?? 2
  const typedK = visit.query.get('k') ?? ''
  return (
    <form method="get" action={pathTo(language, 'groupMerge', asked, { parts })} class="merge-settings">
      <Field
        name="k"
        label={merge.k}
        hint={merge.kHint(format.integer(fewest), format.integer(most))}
        fault={faults['k']}
        value={faults['k'] ? typedK : String(view.k)}
        inputmode="numeric"
        maxlength={3}
        autocomplete="off"
      />
      <fieldset class={faults['locks'] ? 'locks faulty' : 'locks'} id="locks" tabindex={-1}>
        <legend>{merge.locks}</legend>
        <p class="hint">{merge.locksHint}</p>
        {faults['locks'] && <p class="fault">{faults['locks']}</p>}
        {[...view.locks, noLock, noLock].map((lock, at) => (
          <Lock visit={visit} view={view} lock={lock} at={at} fault={faults[`lock-${at}`]} />
        ))}
      </fieldset>
      <button type="submit">{merge.preview}</button>
    </form>
  )
}

const Result: FC<Props & { faults: Faults }> = ({ visit, data: { view, typed }, faults }) => {
  const { words, language, asked, format } = visit
  const { merge } = words.regrouping
  if (!view.result) return <p class="muted">{merge.impossible}</p>
  const parts = { root: view.of.root.code, number: String(view.of.number) }
  const k = format.integer(view.k)
  const name = typed?.name ?? { fr: `${view.of.name.fr}, ${view.k} groupes`, en: `${view.of.name.en}, ${view.k} groups` }
  return (
    <section id="result">
      <h2>{merge.result(k)}</h2>
      <p>
        {merge.varianceKept(format.percent(view.result.varianceKept))} {merge.resultLead}
      </p>
      <form method="post" action={pathTo(language, 'groupMerge', asked, { parts })}>
        <Hidden fields={[['k', String(view.k)], ...lockFields(view.locks)]} />
        <MergeNames visit={visit} view={view} typed={typed} faults={faults} />
        <div class="two-names">
          <Field name="name.fr" label={merge.versionFr} value={name.fr} fault={faults['name.fr']} maxlength={120} />
          <Field name="name.en" label={merge.versionEn} value={name.en} fault={faults['name.en']} maxlength={120} />
        </div>
        <p class="actions">
          <button type="submit">{merge.save}</button>
        </p>
      </form>
    </section>
  )
}

/** The editor of a local re-segmentation. */
export const mergeGroupsPage: Page<MergeData> = {
  key: 'groupMerge',
  needs: 'segments.manage',
  live: true,
  above: ['regroupings'],
  crumb: (visit, { view }) => `${view.of.name[visit.language]}, ${visit.words.pageNames.groupMerge}`,
  load: async (visit) => ({
    view: await visit.desks.regrouping.merge(visit.viewer, askedClassification(visit), readMerge(visit.query)),
    typed: null,
  }),
  title: ({ words }) => words.regrouping.merge.title,
  synthetic: ({ view }) => view.of.synthetic,
  view: (visit, data) => {
    const { words, language, format } = visit
    const { merge, faultsTitle } = words.regrouping
    const { view } = data
    const faults = faultsOf(visit, view.issues)
    return (
      <>
        <h1>{merge.title}</h1>
        <p class="context">{merge.context(view.of.name[language], format.integer(view.types.length))}</p>
        <p>{merge.lead}</p>
        <FaultSummary title={faultsTitle} faults={faults} />
        <Settings visit={visit} data={data} faults={faults} />
        <h2>{merge.tree}</h2>
        <figure>
          <div class="scroll" role="region" tabindex={0} aria-label={merge.tree}>
            <MergeTreeChart visit={visit} view={view} />
          </div>
          <figcaption class="tree-axis">{merge.treeAxis}</figcaption>
        </figure>
        <MergeCuts visit={visit} view={view} />
        <ServiceLoss visit={visit} view={view} />
        <Result visit={visit} data={data} faults={faults} />
      </>
    )
  },
}
