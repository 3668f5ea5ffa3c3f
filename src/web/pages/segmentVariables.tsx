import type { FC } from 'hono/jsx'
import type { VariablesView } from '#app/segments/segmentViews.ts'
import { capital } from '#words/zones.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, type Faults } from '../parts/form.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'
import { ReportTable } from '../segments/reportTable.tsx'
import { faultsOf } from '../segments/typedForms.ts'
import { Hidden } from '../weights/settingsForm.tsx'

/** The datasets that groups can be made of. */
const Sources: FC<{ visit: Visit; view: VariablesView }> = ({ visit, view }) => {
  const { words, format, language, asked } = visit
  const { variables: text } = words.segments
  if (view.sources.length === 0)
    return (
      <>
        <p>{text.noSources}</p>
        <p class="actions">
          <a class="button" href={pathTo(language, 'imports', asked)}>
            {text.toImports}
          </a>
        </p>
      </>
    )
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{text.dataset}</th>
          <th scope="col">{text.territory}</th>
          <th scope="col" class="number">
            {text.areas}
          </th>
          <th scope="col" class="number">
            {text.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.sources.map(({ dataset, title, root, areas, variables }) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'classificationNew', asked, { more: { dataset, root: root.code } })}>{title[language]}</a>{' '}
              <code>{dataset}</code>
            </th>
            <td data-label={text.territory}>{capital(inWords(visit, root).the)}</td>
            <td data-label={text.areas} class="number">
              {format.integer(areas)}
            </td>
            <td data-label={text.count} class="number">
              {format.integer(variables)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface RadiosProps {
  readonly name: 'transform' | 'scale'
  readonly legend: string
  readonly fault: string | undefined
  /** Code, words and hint of each. */
  readonly options: readonly (readonly [string, string, string])[]
  readonly chosen: string
}

const Radios: FC<RadiosProps> = ({ name, legend, fault, options, chosen }) => (
  <fieldset class={fault ? 'weight-choices faulty' : 'weight-choices'} id={name} tabindex={-1}>
    <legend>{legend}</legend>
    {fault && <span class="fault">{fault}</span>}
    {options.map(([code, label, hint]) => (
      <label>
        <input type="radio" name={name} value={code} checked={code === chosen} />
        <span>
          <b>{label}</b> <span class="hint">{hint}</span>
        </span>
      </label>
    ))}
  </fieldset>
)

/** Transformation, scale and seed. */
const Space: FC<{ visit: Visit; view: VariablesView; faults: Faults }> = ({ visit, view, faults }) => {
  const { variables: text } = visit.words.segments
  const { typed } = view
  const transforms = (['asinh', 'none'] as const).map((code) => [code, text.transforms[code], text.transformHints[code]] as const)
  const scales = (['range', 'z', 'none'] as const).map((code) => [code, text.scales[code], text.scaleHints[code]] as const)
  return (
    <section class="build-space">
      <h2>{text.space}</h2>
      <div class="two-columns">
        <Radios
          name="transform"
          legend={text.transform}
          fault={faults['transform']}
          options={transforms}
          chosen={typed.transform}
        />
        <Radios name="scale" legend={text.scale} fault={faults['scale']} options={scales} chosen={typed.scale} />
      </div>
      <Field
        name="seed"
        label={text.seed}
        hint={text.seedHint}
        fault={faults['seed']}
        value={typed.seed}
        inputmode="numeric"
        maxlength={10}
        autocomplete="off"
      />
    </section>
  )
}

const Report: FC<{ visit: Visit; view: VariablesView }> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { variables: text, faultsTitle } = words.segments
  const { source, build, variables } = view
  const faults = faultsOf(visit, view.issues)
  if (!source) return <></>
  const carried: readonly (readonly [string, string])[] = [
    ['dataset', source.dataset],
    ['root', source.root.code],
    ['build', build ?? ''],
  ]
  return (
    <>
      <FaultSummary title={faultsTitle} faults={faults} />
      <form method="post" action={pathTo(language, 'classificationNew', asked)}>
        <Hidden fields={carried} />
        <ReportTable visit={visit} lines={variables} faults={faults} />
        <Space visit={visit} view={view} faults={faults} />
        <p class="actions">
          <button type="submit">{text.next}</button>
          {build === null && <a href={pathTo(language, 'classificationNew', asked)}>{text.other}</a>}
        </p>
      </form>
    </>
  )
}

/** The first step of a build: the data, then the report of its variables. */
export const classificationNewPage: Page<VariablesView> = {
  key: 'classificationNew',
  needs: 'segments.manage',
  live: true,
  above: ['classifications'],
  load: ({ desks, viewer, query }) =>
    desks.segments.variables(viewer, { build: query.get('build'), dataset: query.get('dataset'), root: query.get('root') }),
  title: ({ words }, { source }) => (source ? words.segments.variables.title : words.segments.variables.titleNone),
  synthetic: ({ kind }) => kind === 'sample',
  view: (visit, view) => {
    const { words, format, language } = visit
    const { variables: text, steps } = words.segments
    const { source } = view
    const date = view.date === null ? null : format.date(view.date)
    return (
      <>
        <p class="step">{steps.variables}</p>
        <h1>{source ? text.title : text.titleNone}</h1>
        <p class="context">
          {source
            ? `${source.title[language]}\u202F· ${text.context(format.integer(view.areas), view.from, date)}`
            : text.leadNone}
        </p>
        {source ? (
          <>
            <p>{text.lead}</p>
            <Report visit={visit} view={view} />
          </>
        ) : (
          <Sources visit={visit} view={view} />
        )}
      </>
    )
  },
}
