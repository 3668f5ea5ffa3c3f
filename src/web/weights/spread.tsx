import type { FC } from 'hono/jsx'
import type { CorrectionSpread } from '#domain/survey'
import { Histogram } from '../charts/histogram.tsx'
import type { Visit } from '../page.ts'

function gAt({ quantiles }: CorrectionSpread, share: number): number {
  return quantiles.find((each) => each.share === share)?.g ?? Number.NaN
}

/** How the corrections are spread: a histogram with its middle half, the quantiles in a table beside it. */
export const Spread: FC<{ visit: Visit; spread: CorrectionSpread | undefined }> = ({ visit, spread }) => {
  const { words, format } = visit
  const { weights } = words
  if (!spread || spread.bins.length === 0) return <p class="muted">{weights.spreadOld}</p>
  const [low, middle, high] = [gAt(spread, 0.25), gAt(spread, 0.5), gAt(spread, 0.75)]
  const title = weights.spreadTitle(format.fine(middle), format.fine(low), format.fine(high))
  const nameOf = (share: number): string => {
    if (share === 0) return weights.spreadLeast
    if (share === 1) return weights.spreadMost
    return share === 0.5 ? `${format.percent(share)}, ${weights.spreadMiddle}` : format.percent(share)
  }
  return (
    <div class="weight-spread">
      <figure>
        <figcaption>{title}</figcaption>
        <Histogram
          title={title}
          bins={spread.bins.map(({ from, to, respondents }) => ({ from, to, count: respondents }))}
          marks={[
            { at: low, label: format.percent(0.25), strong: false },
            { at: middle, label: weights.spreadMiddle, strong: true },
            { at: high, label: format.percent(0.75), strong: false },
          ]}
          axisLabel={weights.spreadAxis}
          countLabel={weights.spreadPeople}
          valueText={format.fine}
          countText={format.integer}
        />
      </figure>
      <table class="figures" aria-label={weights.spreadTable}>
        <thead>
          <tr>
            <th scope="col">{weights.spreadShare}</th>
            <th scope="col">{weights.spreadG}</th>
          </tr>
        </thead>
        <tbody>
          {spread.quantiles.map(({ share, g }) => (
            <tr>
              <th scope="row">{nameOf(share)}</th>
              <td>{format.fine(g)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
