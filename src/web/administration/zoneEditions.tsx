import type { FC } from 'hono/jsx'
import type { TerritoriesView } from '#app/administration/territoriesDesk.ts'
import { zoneLevels } from '#domain/territory'
import type { Visit } from '../page.ts'

const Levels: FC<{ visit: Visit; levels: TerritoriesView['editions'][number]['levels'] }> = ({ visit, levels }) => {
  const { format, words } = visit
  const { territories } = words.administration
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{territories.level}</th>
          <th scope="col" class="number">
            {territories.zones}
          </th>
          <th scope="col" class="number">
            {territories.outlines}
          </th>
        </tr>
      </thead>
      <tbody>
        {zoneLevels.flatMap((level) =>
          levels
            .filter((each) => each.level === level)
            .map(({ zones, outlines }) => (
              <tr>
                <th scope="row">{territories.levels[level]}</th>
                <td data-label={territories.zones} class="number">
                  {format.integer(zones)}
                </td>
                <td data-label={territories.outlines} class="number">
                  {format.integer(outlines)}
                </td>
              </tr>
            )),
        )}
      </tbody>
    </table>
  )
}

const Imports: FC<{ visit: Visit; imports: TerritoriesView['imports'] }> = ({ visit, imports }) => {
  const { format, words } = visit
  const { territories } = words.administration
  return (
    <>
      <h2>{territories.imports}</h2>
      {imports.length === 0 ? (
        <p>{territories.noImports}</p>
      ) : (
        <ul class="key-list">
          {imports.map(({ fileName, records, importedAt, by, undone }) => (
            <li>
              <span>
                {fileName} {undone && <span class="tag">{territories.undone}</span>}
              </span>
              <span class="muted">
                {territories.imported(format.integer(records), format.instant(importedAt.toISOString()))}
                {by && ` · ${by}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Which editions of the zones there are, what they hold, and the files that brought it. */
export const Editions: FC<{ visit: Visit; view: TerritoriesView }> = ({ visit, view }) => {
  const { words, language, format } = visit
  const { territories } = words.administration
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{territories.editions}</h2>
      {view.editions.map(({ edition, levels }) => (
        <>
          <h3>{territories.editionOf(edition.name[language], format.date(edition.validFrom))}</h3>
          <p class="muted">
            {edition.source} · {edition.licence}
          </p>
          <Levels visit={visit} levels={levels} />
        </>
      ))}
      <Imports visit={visit} imports={view.imports} />
    </section>
  )
}
