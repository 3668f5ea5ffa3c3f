import type { Child, FC } from 'hono/jsx'
import type { FilledStep, StepAsk } from '#app/collection/collectionViews.ts'
import { citationFields } from '#app/collection/steps.ts'
import { typedText, type Typed } from '#app/places/typedPlace.ts'
import {
  isChannelCode,
  isCriterionCode,
  isPublicCode,
  publicDimensionCodes,
  type GridContent,
  type ItemCode,
} from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import type { Visit } from '../page.ts'
import { nameOf, questionOf } from './questions.ts'
import type { RatingAsk } from './ratingFields.tsx'
import { stepTitle } from './stepFields.tsx'

interface SummaryProps {
  readonly visit: Visit
  readonly grid: GridContent
  readonly step: FilledStep
}

type Row = readonly [label: string, answer: Child]

const Rows: FC<{ rows: readonly Row[] }> = ({ rows }) => (
  <dl class="said">
    {rows.map(([label, answer]) => (
      <div>
        <dt>{label}</dt>
        <dd>{answer}</dd>
      </div>
    ))}
  </dl>
)

const Names: FC<{ names: readonly string[] }> = ({ names }) => (
  <ul>
    {names.map((name) => (
      <li>{name}</li>
    ))}
  </ul>
)

const Place: FC<{ visit: Visit; ask: Extract<StepAsk, { kind: 'place' }> }> = ({ visit, ask }) => (
  <p>{ask.found?.name[visit.language] ?? visit.words.collection.place.unsaid}</p>
)

function serviceRows({ words }: Visit, typed: Typed): Row[] {
  const { uses } = words.collection
  return (['used', 'gaveUp'] as const).flatMap((way): Row[] => {
    const names = serviceCodes
      .filter((service) => typedText(typed, `use.${service}`) === way)
      .map((service) => words.services[service].name)
    return names.length === 0 ? [] : [[uses[way], <Names names={names} />]]
  })
}

function reasonRows({ words }: Visit, ask: Extract<StepAsk, { kind: 'reasons' }>, typed: Typed): Row[] {
  const { why, reasons, check } = words.collection
  return ask.services.map(({ service }) => {
    const code = typedText(typed, `why.${service}`)
    const reason = isCriterionCode(code) ? why[code] : code === 'other' ? reasons.other : check.untold
    return [words.services[service].name, reason]
  })
}

const Rated: FC<SummaryProps & { ask: RatingAsk }> = ({ visit, grid, step, ask }) => {
  const { words, format } = visit
  const { rating, channels } = words.collection
  const { typed } = step
  const items: ItemCode[] = ask.criteria.flatMap(({ code, parts }) => [code, ...parts])
  const rated = items.filter((item) => /^\d+$/.test(typedText(typed, `score.${item}`)))
  const label = (item: ItemCode): string => (isCriterionCode(item) ? nameOf(visit, grid, item) : questionOf(visit, grid, item))
  const important = (typed['important'] ?? []).filter(isCriterionCode).map((code) => nameOf(visit, grid, code))
  const ways = (['channelUsed', 'channelPreferred'] as const).flatMap((name): Row[] => {
    const channel = typedText(typed, name)
    return isChannelCode(channel) ? [[rating[name], channels[channel]]] : []
  })
  const text = typedText(typed, 'words')
  return (
    <>
      {rated.length === 0 ? (
        <p>{rating.unrated}</p>
      ) : (
        <details>
          <summary>{rating.rated(format.integer(rated.length), rated.length === 1)}</summary>
          <Rows rows={rated.map((item) => [label(item), <b>{typedText(typed, `score.${item}`)}</b>])} />
        </details>
      )}
      <Rows
        rows={[
          ...(important.length > 0 ? [[rating.mattersMost, <Names names={important} />] as const] : []),
          ...ways,
          ...(text === '' ? [] : [[rating.words, text] as const]),
        ]}
      />
    </>
  )
}

const Citations: FC<{ visit: Visit; typed: Typed }> = ({ visit, typed }) => {
  const texts = citationFields.map((field) => typedText(typed, field)).filter((text) => text !== '')
  if (texts.length === 0) return <p>{visit.words.collection.check.nothing}</p>
  return (
    <ol class="cited">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ol>
  )
}

function youRows({ words }: Visit, typed: Typed): Row[] {
  const { you, publics, check } = words.collection
  return publicDimensionCodes.map((dimension) => {
    const code = `${dimension}:${typedText(typed, dimension)}`
    return [you.questions[dimension], isPublicCode(code) ? publics[code] : check.untold]
  })
}

const Said: FC<SummaryProps> = (props) => {
  const { visit, step } = props
  const { ask, typed } = step
  if (ask.kind === 'place') return <Place visit={visit} ask={ask} />
  if (ask.kind === 'rating') return <Rated {...props} ask={ask} />
  if (ask.kind === 'citations') return <Citations visit={visit} typed={typed} />
  if (ask.kind === 'you') return <Rows rows={youRows(visit, typed)} />
  if (ask.kind === 'reasons') return <Rows rows={reasonRows(visit, ask, typed)} />
  const rows = serviceRows(visit, typed)
  return rows.length === 0 ? <p>{visit.words.collection.uses.nothing}</p> : <Rows rows={rows} />
}

/** What was answered on a page, to be read again. */
export const Summary: FC<SummaryProps & { change?: string }> = ({ change, ...props }) => {
  const { visit, step } = props
  const title = stepTitle(visit, step.ask)
  return (
    <section class="summary">
      <div class="summary-head">
        <h2>{title}</h2>
        {change !== undefined && (
          <a href={change}>
            {visit.words.collection.check.change}
            <span class="vh"> – {title}</span>
          </a>
        )}
      </div>
      <Said {...props} />
    </section>
  )
}
