import type { FC } from 'hono/jsx'
import type { ImportsView } from '#app/imports/importDesk.ts'
import { may } from '#app/rights.ts'
import { importKindCodes } from '#domain/imports'
import { kindName } from '../imports/fileTables.tsx'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, type Faults } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'

export interface ImportsData extends ImportsView {
  readonly faults: Faults
}

const systems = ['EPSG:4326', 'EPSG:2154', 'EPSG:27700', 'EPSG:3857'] as const

/** The choices stand before the files, so that they are known when a file begins to arrive. */
const Bring: FC<{ visit: Visit; faults: Faults }> = ({ visit, faults }) => {
  const { words, language, asked } = visit
  const { imports } = words
  return (
    <form method="post" action={pathTo(language, 'imports', asked)} enctype="multipart/form-data" class="form bring" id="bring">
      <h2>{imports.bring}</h2>
      <p class="form-field">
        <label for="kind">{imports.kindLabel}</label>
        <select id="kind" name="kind">
          <option value="">{imports.kindAuto}</option>
          {importKindCodes.map((kind) => (
            <option value={kind}>{imports.kinds[kind]}</option>
          ))}
        </select>
      </p>
      <p class="form-field">
        <label for="crs">{imports.crsLabel}</label>
        <select id="crs" name="crs">
          <option value="">{imports.crsAuto}</option>
          {systems.map((system) => (
            <option value={system}>{imports.crsNames[system]}</option>
          ))}
        </select>
      </p>
      <p class={faults['file'] ? 'form-field faulty' : 'form-field'}>
        <label for="file">{imports.chooseFiles}</label>
        <span class="hint" id="file-hint">
          {imports.chooseHint}
        </span>
        {faults['file'] && (
          <span class="fault" id="file-fault">
            {faults['file']}
          </span>
        )}
        <input
          type="file"
          id="file"
          name="file"
          multiple
          aria-describedby={faults['file'] ? 'file-hint file-fault' : 'file-hint'}
        />
      </p>
      <p class="actions">
        <button type="submit">{imports.send}</button>
      </p>
    </form>
  )
}

const Waiting: FC<{ visit: Visit; view: ImportsView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  if (view.waiting.length === 0) return <></>
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{words.imports.waiting}</h2>
      <ul class="file-list">
        {view.waiting.map((upload) => (
          <li class={`state-${upload.state}`}>
            <a href={pathTo(language, 'upload', asked, { parts: { id: upload.id } })}>{upload.fileName}</a>
            <span class="state">{words.imports.states[upload.state]}</span>
            <span class="muted">
              {[upload.broughtByName, format.instant(upload.broughtAt.toISOString())].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Past: FC<{ visit: Visit; view: ImportsView }> = ({ visit, view }) => {
  const { words, language, asked, format } = visit
  const { imports } = words
  const { columns } = imports
  if (view.imports.length === 0) return <p>{imports.none}</p>
  return (
    <div class="wide-table" tabindex={0} role="region" aria-labelledby="past-title">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col" class="text">
              {columns.file}
            </th>
            {[columns.kind, columns.source].map((head) => (
              <th scope="col" class="text">
                {head}
              </th>
            ))}
            {[columns.rows, columns.added, columns.changed, columns.missing].map((head) => (
              <th scope="col">{head}</th>
            ))}
            <th scope="col" class="text">
              {columns.at}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.imports.map((entry) => (
            <tr class={entry.undoneAt ? 'undone' : undefined}>
              <th scope="row">
                <a href={pathTo(language, 'import', asked, { parts: { id: entry.id } })}>{entry.fileName}</a>
                {entry.undoneAt && <span class="state"> {imports.undone(entry.undoneByName ?? '')}</span>}
              </th>
              <td class="text">{kindName(visit, entry.kind)}</td>
              <td class="text">{[entry.source, entry.referenceDate].filter((part) => part !== null).join(', ')}</td>
              {[entry.records, entry.added, entry.changed, entry.missingValues].map((n) => (
                <td>{format.integer(n)}</td>
              ))}
              <td class="text">{format.instant(entry.importedAt.toISOString())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the observatory holds by now: tables of figures with how many zones and values they have, and how many are missing. */
const Datasets: FC<{ visit: Visit; view: ImportsView }> = ({ visit, view }) => {
  const { words, language, format } = visit
  const { imports } = words
  if (view.datasets.length === 0) return <></>
  return (
    <section>
      <h2 id="datasets-title">{imports.datasets}</h2>
      <div class="wide-table" tabindex={0} role="region" aria-labelledby="datasets-title">
        <table class="figures">
          <thead>
            <tr>
              {[imports.dataset, imports.columns.source].map((head) => (
                <th scope="col" class="text">
                  {head}
                </th>
              ))}
              {[imports.zones, imports.measures, imports.present, imports.columns.missing].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.datasets.map((each) => (
              <tr>
                <th scope="row">{language === 'fr' ? each.titleFr : each.titleEn}</th>
                <td class="text">
                  {[each.source, each.licence, each.referenceDate].filter((part) => part !== null).join(' · ')}
                </td>
                {[each.zones, each.measures, each.present, each.missing].map((n) => (
                  <td>{format.integer(n)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

export const importsPage: Page<ImportsData> = {
  key: 'imports',
  needs: 'imports.read',
  live: true,
  load: async ({ desks, viewer }) => ({ ...(await desks.imports.list(viewer)), faults: {} }),
  title: ({ words }) => words.imports.title,
  synthetic: () => false,
  view: (visit, data) => {
    const { words, viewer } = visit
    return (
      <>
        <h1>{words.imports.title}</h1>
        <p class="context">{words.imports.lead}</p>
        <FaultSummary title={words.imports.faultsTitle} faults={data.faults} />
        {may(viewer, 'imports.bring') && <Bring visit={visit} faults={data.faults} />}
        <Waiting visit={visit} view={data} />
        <h2 id="past-title">{words.imports.past}</h2>
        <Past visit={visit} view={data} />
        <Datasets visit={visit} view={data} />
      </>
    )
  },
}
