import type { FC } from 'hono/jsx'
import type { MeasuredPair } from '#app/findings/findingViews.ts'
import type { Measured, MeasuredCode } from '#domain/territory'
import type { Visit } from '../page.ts'

function valueText({ format, words }: Visit, { code, value }: Measured): string {
  const { measured } = words.findings
  if (code === 'distance') return measured.km(format.decimal(value))
  if (code === 'weeklyHours') return measured.hours(format.decimal(value))
  return format.percent(value)
}

const Value: FC<{ visit: Visit; of: Measured | undefined }> = ({ visit, of }) => {
  const { words, format } = visit
  if (!of) return <td class="muted">{words.findings.measured.unknown}</td>
  const partly = of.code !== 'distance' && of.known < of.all
  return (
    <td>
      {valueText(visit, of)}
      {partly && (
        <small class="muted known">{words.findings.measured.known(format.integer(of.known), format.integer(of.all))}</small>
      )}
    </td>
  )
}

/** What can be measured of a service's places, here and in the comparison; nothing where no place is known. */
export const MeasuredTable: FC<{ visit: Visit; pair: MeasuredPair | undefined; heads: readonly [string, string] }> = (props) => {
  const { visit, pair, heads } = props
  const { measured } = visit.words.findings
  if (!pair || pair.here.length + pair.there.length === 0) return <></>
  const codes = (Object.keys(measured.names) as MeasuredCode[]).filter((code) =>
    [...pair.here, ...pair.there].some((each) => each.code === code),
  )
  return (
    <table class="figures measured">
      <thead>
        <tr>
          <th scope="col">{measured.title}</th>
          <th scope="col">{heads[0]}</th>
          {pair.there.length > 0 && <th scope="col">{heads[1]}</th>}
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr>
            <th scope="row">{measured.names[code]}</th>
            <Value visit={visit} of={pair.here.find((each) => each.code === code)} />
            {pair.there.length > 0 && <Value visit={visit} of={pair.there.find((each) => each.code === code)} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
