import type { FC } from 'hono/jsx'
import type { GridComparison } from '#app/surveys/gridsDesk.ts'
import { criterionCodes, isCriterionCode, subCriteriaOf, type Crosswalk, type ItemCode } from '#domain/survey'
import type { Visit } from '../page.ts'
import { pathTo } from '../paths.ts'

interface Props {
  readonly visit: Visit
  readonly data: GridComparison
}

/** Every criterion, followed by its sub-criteria. */
const gridItems: readonly ItemCode[] = criterionCodes.flatMap((criterion) => [criterion, ...subCriteriaOf(criterion)])

/** Names, definitions and questions of a version, in the reader's language. */
export const GridTexts: FC<Props> = ({ visit, data }) => {
  const { language, asked } = visit
  const { grids } = visit.words.surveys
  const { code, state, content } = data.grid
  return (
    <section aria-labelledby="names">
      <h2 id="names">{grids.names}</h2>
      <table class="admin-table">
        <thead>
          <tr>
            <th scope="col">{grids.kinds.name}</th>
            <th scope="col">{grids.kinds.definition}</th>
            <th scope="col">{grids.kinds.question}</th>
          </tr>
        </thead>
        <tbody>
          {gridItems.map((item) => (
            <tr class={isCriterionCode(item) ? 'criterion' : undefined}>
              <th scope="row">
                {content.names[item][language]} <code>{item}</code>
                {state === 'draft' && isCriterionCode(item) && (
                  <a href={pathTo(language, 'gridTexts', asked, { parts: { code, criterion: item } })}>
                    {grids.write(content.names[item][language])}
                  </a>
                )}
              </th>
              <td data-label={grids.kinds.definition}>{content.definitions?.[item]?.[language] ?? '–'}</td>
              <td data-label={grids.kinds.question}>{content.questions?.[item]?.[language] ?? grids.sameAsName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const OneCrosswalk: FC<Props & { crosswalk: Crosswalk }> = ({ visit, data, crosswalk }) => {
  const { language } = visit
  const { grids } = visit.words.surveys
  const { names } = data.grid.content
  return (
    <>
      <h3>{crosswalk.name[language]}</h3>
      <p class="muted">{crosswalk.source[language]}</p>
      <dl class="admin-facts">
        {crosswalk.dimensions.map((dimension) => (
          <div>
            <dt>{dimension.name[language]}</dt>
            <dd>
              {dimension.items.length === 0
                ? grids.noItems
                : dimension.items.map((item) => names[item][language]).join(language === 'fr' ? '\u202F; ' : '; ')}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={pathTo(language, 'gridCrosswalk', visit.asked, { parts: { code: data.grid.code, crosswalk: crosswalk.code } })}>
          {grids.crosswalkOpen(crosswalk.name[language])}
        </a>
      </p>
    </>
  )
}

export const Crosswalks: FC<Props> = ({ visit, data }) => {
  const { grids } = visit.words.surveys
  const { crosswalks = [] } = data.grid.content
  if (crosswalks.length === 0) return <></>
  return (
    <section aria-labelledby="crosswalks">
      <h2 id="crosswalks">{grids.crosswalks}</h2>
      {crosswalks.map((crosswalk) => (
        <OneCrosswalk visit={visit} data={data} crosswalk={crosswalk} />
      ))}
    </section>
  )
}

type Changes = NonNullable<GridComparison['changes']>

const TextChanges: FC<Props & { changes: Changes }> = ({ visit, data, changes }) => {
  const { grids } = visit.words.surveys
  const nameOf = (item: ItemCode): string => data.grid.content.names[item][visit.language]
  if (changes.texts.length === 0) return <></>
  return (
    <table class="admin-table">
      <thead>
        <tr>
          <th scope="col">{grids.item}</th>
          <th scope="col">{grids.before}</th>
          <th scope="col">{grids.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.texts.map(({ kind, item, language, before, after }) => (
          <tr>
            <th scope="row">{grids.changed(grids.kinds[kind], nameOf(item), grids.languages[language])}</th>
            <td data-label={grids.before} lang={language}>
              {before || grids.empty}
            </td>
            <td data-label={grids.after} lang={language}>
              {after || grids.empty}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The name of a dimension in the other grid. */
function dimensionName(visit: Visit, { grid }: GridComparison, crosswalk: string, code: string | null): string {
  if (code === null) return visit.words.surveys.grids.noDimension
  const found = grid.content.crosswalks?.find((each) => each.code === crosswalk)
  return found?.dimensions.find((dimension) => dimension.code === code)?.name[visit.language] ?? code
}

/** What differs from another version: texts side by side, then what is asked, then where sub-criteria fall. */
export const GridDifferences: FC<Props & { changes: Changes; against: string }> = ({ visit, data, changes, against }) => {
  const { words, language } = visit
  const { grids } = words.surveys
  const { names } = data.grid.content
  const lines = [
    ...changes.mask.map(({ service, item, masked }) =>
      (masked ? grids.maskedNow : grids.askedNow)(words.services[service].name, names[item][language]),
    ),
    ...changes.crosswalks.map(({ crosswalk, item, before, after }) =>
      grids.movedTo(
        names[item][language],
        dimensionName(visit, data, crosswalk, before),
        dimensionName(visit, data, crosswalk, after),
      ),
    ),
  ]
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{grids.changes(against)}</h2>
      {lines.length + changes.texts.length === 0 && <p>{grids.noChanges}</p>}
      <TextChanges visit={visit} data={data} changes={changes} />
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
