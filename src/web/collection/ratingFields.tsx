import type { FC } from 'hono/jsx'
import type { AskedCriterion, FilledStep, StepAsk } from '#app/collection/collectionViews.ts'
import { typedText, type Typed } from '#app/places/typedPlace.ts'
import { channelCodes, type GridContent, type ItemCode } from '#domain/survey'
import type { Visit } from '../page.ts'
import { ChoiceList, faultAt, OwnWords } from './choices.tsx'
import { nameOf, questionOf } from './questions.ts'

export type RatingAsk = Extract<StepAsk, { readonly kind: 'rating' }>

const scores = Array.from({ length: 11 }, (_, score) => String(score))

interface ItemProps {
  readonly visit: Visit
  readonly grid: GridContent
  readonly typed: Typed
}

/** One question from 0 to 10: squares that a thumb meets, two rows of six on a phone. */
const Marks: FC<ItemProps & { item: ItemCode }> = ({ visit, grid, typed, item }) => {
  const { rating } = visit.words.collection
  const field = `score.${item}`
  const chosen = typedText(typed, field)
  return (
    <fieldset class="mark" id={field}>
      <legend>{questionOf(visit, grid, item)}</legend>
      <p class="ends" aria-hidden="true">
        <span>{rating.worst}</span>
        <span>{rating.best}</span>
      </p>
      <div class="marks">
        {scores.map((score) => (
          <label>
            <input type="radio" name={field} value={score} checked={chosen === score} />
            <span>
              {score}
              {score === '0' && <span class="vh"> ({rating.worst})</span>}
              {score === '10' && <span class="vh"> ({rating.best})</span>}
            </span>
          </label>
        ))}
        <label class="no-view">
          <input type="radio" name={field} value="none" checked={chosen === 'none'} aria-label={rating.noneLong} />
          <span aria-hidden="true">{rating.none}</span>
        </label>
      </div>
    </fieldset>
  )
}

const Criterion: FC<ItemProps & { criterion: AskedCriterion }> = ({ criterion, ...props }) => {
  const { rating } = props.visit.words.collection
  const begun = criterion.parts.some((item) => typedText(props.typed, `score.${item}`) !== '')
  return (
    <div class="criterion">
      <Marks {...props} item={criterion.code} />
      {criterion.parts.length > 0 && (
        <details open={begun}>
          <summary>{rating.parts(criterion.parts.length)}</summary>
          {criterion.parts.map((item) => (
            <Marks {...props} item={item} />
          ))}
        </details>
      )}
    </div>
  )
}

/** What somebody thinks of one service. */
export const RatingFields: FC<{ visit: Visit; grid: GridContent; step: FilledStep; ask: RatingAsk }> = (props) => {
  const { visit, grid, step, ask } = props
  const { rating, channels } = visit.words.collection
  const { typed, issues } = step
  const ways = channelCodes.map((code) => [code, channels[code]] as const)
  return (
    <>
      <p class="lead">{rating.lead}</p>
      {ask.criteria.map((criterion) => (
        <Criterion visit={visit} grid={grid} typed={typed} criterion={criterion} />
      ))}
      {ask.importance && (
        <ChoiceList
          name="important"
          legend={rating.importantTitle}
          hint={rating.importantHint}
          fault={faultAt(visit, issues, 'important')}
          options={ask.criteria.map(({ code }) => [code, nameOf(visit, grid, code)])}
          typed={typed}
          many
        />
      )}
      <ChoiceList name="channelUsed" legend={rating.channelUsed} options={ways} typed={typed} />
      <ChoiceList name="channelPreferred" legend={rating.channelPreferred} options={ways} typed={typed} />
      {ask.verbatims && (
        <OwnWords
          name="words"
          label={rating.words}
          hint={rating.wordsHint}
          fault={faultAt(visit, issues, 'words')}
          typed={typed}
          rows={4}
        />
      )}
    </>
  )
}
