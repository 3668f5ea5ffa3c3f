import type { FC } from 'hono/jsx'
import type { HeatRow } from '#app/segments/segmentViews.ts'
import type { Segment } from '#domain/segments'
import type { Visit } from '../page.ts'
import { groupClass } from '../regrouping/groupMark.tsx'
import { themeName } from './typedForms.ts'

const classLimits = [50, 80, 120, 200]

/** Class of an index, from far under the average to far over it. */
function heatClass(index: number): string {
  const at = classLimits.findIndex((limit) => index < limit)
  return `heat-${(at < 0 ? classLimits.length : at) + 1}`
}

const Cell: FC<{ visit: Visit; row: HeatRow; value: number; group: Segment }> = ({ visit, row, value, group }) => {
  const { words, format } = visit
  if (Number.isNaN(value) || !(row.all > 0)) return <td class="number">–</td>
  const index = (100 * value) / row.all
  const share = row.isShare ? format.percent(value / 100) : format.decimal(value)
  return (
    <td class={`number ${heatClass(index)}`} title={words.segments.groups.cell(group.letter, share)}>
      {format.integer(Math.round(index))}
    </td>
  )
}

/** A column's head for each group: its colour and letter, its name on asking. */
const Heads: FC<{ visit: Visit; groups: readonly Segment[] }> = ({ visit: { language }, groups }) => (
  <>
    {groups.map(({ number, letter, name }) => (
      <th scope="col" class="number">
        <abbr title={name[language]}>
          <svg class="group-dot" viewBox="0 0 10 10" aria-hidden="true">
            <rect class={groupClass(number)} width={10} height={10} rx={2} />
          </svg>
          {letter}
        </abbr>
      </th>
    ))}
  </>
)

/** The index of every group in every variable, theme by theme, beside the share in all areas. */
export const HeatTable: FC<{ visit: Visit; rows: readonly HeatRow[]; groups: readonly Segment[] }> = ({
  visit,
  rows,
  groups,
}) => {
  const { words, format, language } = visit
  const { groups: text } = words.segments
  const themes = [...Map.groupBy(rows, ({ theme }) => theme)]
  return (
    <>
      <p class="heat-legend">
        {text.legend}{' '}
        {text.legendParts.map((part, at) => (
          <span class={`heat-${at + 1}`}>{part}</span>
        ))}
      </p>
      <div class="scroll" role="region" tabindex={0} aria-label={text.heat}>
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">{text.variable}</th>
              <th scope="col" class="number">
                {text.all}
              </th>
              <Heads visit={visit} groups={groups} />
            </tr>
          </thead>
          {themes.map(([theme, own]) => (
            <tbody>
              <tr class="theme">
                <th scope="rowgroup" colspan={groups.length + 2}>
                  {themeName(visit, theme)}
                </th>
              </tr>
              {own.map((row) => (
                <tr>
                  <th scope="row">{row.label[language]}</th>
                  <td class="number">
                    {Number.isNaN(row.all) ? '–' : row.isShare ? format.percent(row.all / 100) : format.decimal(row.all)}
                  </td>
                  {row.groups.map((value, number) => {
                    const group = groups[number]
                    return group && <Cell visit={visit} row={row} value={value} group={group} />
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  )
}
