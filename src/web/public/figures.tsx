import type { FC } from 'hono/jsx'
import type { CommuneView } from '#app/public/publicViews.ts'
import type { Visit } from '../page.ts'

type Figure = CommuneView['figures'][number]

/** A figure with its unit; what the source withholds is said, never shown as zero. */
function valueText({ words, format }: Visit, { value, unit }: Figure): string {
  const { commune } = words.publicArea
  if (value === null) return commune.missing
  const number = Number.isInteger(value) ? format.integer(value) : format.decimal(value)
  const name = commune.units[unit]
  return name === undefined ? number : `${number}\u202F${name}`
}

/** Figures brought in, table by table, each with its source, licence and date. */
export const FiguresTable: FC<{ visit: Visit; figures: readonly Figure[] }> = ({ visit, figures }) => {
  const { words, language } = visit
  const { commune } = words.publicArea
  if (figures.length === 0) return <p>{commune.noFigures}</p>
  const tables = Map.groupBy(figures, ({ dataset }) => dataset)
  return (
    <>
      {[...tables.values()].map((rows) => {
        const [first] = rows
        if (!first) return <></>
        const source = [
          commune.sourceOf(first.source),
          ...(first.licence ? [commune.licenceOf(first.licence)] : []),
          ...(first.referenceDate ? [commune.dateOf(first.referenceDate)] : []),
        ]
        return (
          <>
            <table class="figures known">
              <caption>{first.title[language]}</caption>
              <thead>
                <tr>
                  <th scope="col" class="text">
                    {commune.figure}
                  </th>
                  <th scope="col">{commune.value}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((figure) => (
                  <tr>
                    <th scope="row">{figure.label[language]}</th>
                    <td>{valueText(visit, figure)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="source">{source.join(' ')}</p>
          </>
        )
      })}
      {figures.some(({ value }) => value === null) && <p>{commune.missingNote}</p>}
    </>
  )
}
