import type { FC } from 'hono/jsx'
import type { ImportedFile } from '#app/imports/importContract.ts'
import type { UploadView } from '#app/imports/importDesk.ts'
import { may } from '#app/rights.ts'
import { importKindCodes } from '#domain/imports'
import { importActions } from '../addresses/imports.ts'
import { FileFound } from '../imports/fileTables.tsx'
import type { Page, Visit } from '../page.ts'
import { filled, pathTo } from '../paths.ts'

/** Which column gives what, for a file of one's own whose names nobody could guess. */
const Mapping: FC<{ visit: Visit; upload: UploadView; file: ImportedFile }> = ({ visit, upload, file }) => {
  const { words, language } = visit
  const { imports } = words
  const fields = [...new Set([...file.unmapped, ...Object.keys(upload.options.mapping)])]
  return (
    <form method="post" action={filled(importActions.map[language], { id: upload.id })} class="form mapping">
      <h2>{fields.length > 0 ? imports.mappingTitle : imports.mappingKindTitle}</h2>
      {fields.length > 0 && <p>{imports.mappingText}</p>}
      <p class="form-field">
        <label for="kind">{imports.kindLabel}</label>
        <select id="kind" name="kind">
          <option value="">{imports.kindAuto}</option>
          {importKindCodes.map((kind) => (
            <option value={kind} selected={kind === (upload.options.kind ?? file.kind)}>
              {imports.kinds[kind]}
            </option>
          ))}
        </select>
      </p>
      {fields.map((field) => (
        <p class="form-field">
          <label for={`field-${field}`}>{words.fileFields[field] ?? field}</label>
          <select id={`field-${field}`} name={`field-${field}`}>
            <option value="">{imports.mappingNone}</option>
            {file.columns.map((column) => (
              <option value={column} selected={column === (upload.options.mapping[field] ?? file.mapping[field])}>
                {column}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p class="actions">
        <button type="submit">{fields.length > 0 ? imports.mappingSend : imports.mappingContinue}</button>
      </p>
    </form>
  )
}

/** While the file is read or saved: the page asks for itself again; a link does the same without script. */
const Running: FC<{ visit: Visit; upload: UploadView }> = ({ visit, upload }) => {
  const { words, language, asked, format } = visit
  const address = pathTo(language, 'upload', asked, { parts: { id: upload.id } })
  const text = upload.state === 'reading' ? words.imports.readingText : words.imports.importingText
  return (
    <div id="running" hx-get={address} hx-trigger="every 1s" hx-select="#upload" hx-target="#upload" hx-swap="outerHTML">
      <p role="status">{text(format.integer(upload.progress))}</p>
      <p>
        <progress aria-label={words.imports.states[upload.state]}></progress>
      </p>
      <p>
        <a href={address}>{words.imports.refresh}</a>
      </p>
    </div>
  )
}

const Decide: FC<{ visit: Visit; upload: UploadView }> = ({ visit, upload }) => {
  const { words, language } = visit
  const changes = upload.preview?.files.some((file) => file.added + file.changed > 0) ?? false
  return (
    <div class="actions">
      {upload.state === 'previewed' && changes && (
        <form method="post" action={filled(importActions.confirm[language], { id: upload.id })}>
          <button type="submit">{words.imports.confirm}</button>
        </form>
      )}
      <form method="post" action={filled(importActions.discard[language], { id: upload.id })}>
        <button type="submit" class="quiet">
          {words.imports.discard}
        </button>
      </form>
    </div>
  )
}

/** What was found, and what its owner may do now. */
const Checked: FC<{ visit: Visit; upload: UploadView }> = ({ visit, upload }) => {
  const { words, viewer, language, asked } = visit
  const files = upload.preview?.files ?? []
  const open = files.find((file) => file.unmapped.length > 0 || (file.kind === null && file.columns.length > 0))
  const mayBring = may(viewer, 'imports.bring')
  return (
    <>
      {upload.state === 'failed' && <p class="notice warning">{words.imports.failedText}</p>}
      {upload.state === 'imported' && (
        <p class="notice">
          {words.imports.savedText} <a href={pathTo(language, 'imports', asked)}>{words.imports.past}</a>
        </p>
      )}
      {files.map((file) => (
        <FileFound visit={visit} file={file} confirmed={upload.state === 'imported'} />
      ))}
      {open && mayBring && <Mapping visit={visit} upload={upload} file={open} />}
      {upload.state !== 'imported' && mayBring && <Decide visit={visit} upload={upload} />}
    </>
  )
}

export const uploadPage: Page<UploadView> = {
  key: 'upload',
  needs: 'imports.read',
  live: true,
  scripts: ['htmx'],
  above: ['imports'],
  load: ({ desks, viewer, parts }) => desks.imports.upload(viewer, parts['id'] ?? ''),
  title: ({ words }, upload) => words.imports.previewTitle(upload.fileName),
  synthetic: () => false,
  view: (visit, upload) => {
    const running = upload.state === 'reading' || upload.state === 'importing'
    return (
      <div id="upload">
        <h1>{visit.words.imports.previewTitle(upload.fileName)}</h1>
        {running ? <Running visit={visit} upload={upload} /> : <Checked visit={visit} upload={upload} />}
      </div>
    )
  },
}
