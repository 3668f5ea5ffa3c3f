import type { FC } from 'hono/jsx'
import type { FilledStep, StepAsk } from '#app/collection/collectionViews.ts'
import { citationFields } from '#app/collection/steps.ts'
import { typedText } from '#app/places/typedPlace.ts'
import { publicDimensions, type GridContent, type PublicCode, type PublicDimension } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import type { Visit } from '../page.ts'
import { ChoiceList, faultAt, OwnWords } from './choices.tsx'
import { RatingFields } from './ratingFields.tsx'

interface FieldsProps {
  readonly visit: Visit
  readonly grid: GridContent
  readonly step: FilledStep
}

type AskOf<Kind extends StepAsk['kind']> = Extract<StepAsk, { readonly kind: Kind }>

const PlaceFields: FC<FieldsProps & { ask: AskOf<'place'> }> = ({ visit, step, ask }) => {
  const { words, language } = visit
  const { place } = words.collection
  const { typed, issues } = step
  const fault = faultAt(visit, issues, 'place')
  const text = typed['place']?.[0] ?? ''
  const options = ask.choices.map(
    ({ code, name, around }) => [code, around ? `${name[language]} (${around[language]})` : name[language]] as const,
  )
  return (
    <>
      <p class="lead">{place.why}</p>
      <p class={fault ? 'own-words faulty' : 'own-words'}>
        <label for="place">{place.label}</label>
        <span class="hint" id="place-hint">
          {place.hint}
        </span>
        {fault && (
          <span class="fault" id="place-fault">
            {fault}
          </span>
        )}
        <input
          id="place"
          name="place"
          value={text}
          maxlength={120}
          autocomplete="off"
          aria-describedby={fault ? 'place-hint place-fault' : 'place-hint'}
          aria-invalid={fault ? 'true' : undefined}
        />
      </p>
      {options.length > 0 && (
        <>
          <input type="hidden" name="asked" value={text} />
          <ChoiceList name="zone" legend={place.choose} options={options} typed={typed} />
        </>
      )}
      <label class="answer alone">
        <input type="checkbox" name="elsewhere" value="1" checked={(typed['elsewhere'] ?? []).length > 0} />
        <span>{place.elsewhere}</span>
      </label>
    </>
  )
}

const ServiceFields: FC<FieldsProps> = ({ visit, step }) => {
  const { words } = visit
  const { uses } = words.collection
  const ways = [
    ['used', uses.used],
    ['gaveUp', uses.gaveUp],
    ['none', uses.none],
  ] as const
  return (
    <>
      <p class="lead">{uses.lead}</p>
      <p>{uses.gaveUpMeans}</p>
      {serviceCodes.map((service) => {
        const field = `use.${service}`
        const chosen = typedText(step.typed, field)
        return (
          <fieldset class="use" id={field}>
            <legend>
              <b>{words.services[service].name}</b>
              <span class="hint">{words.publicArea.intents[service]}</span>
            </legend>
            <div class="ways-of-use">
              {ways.map(([code, text]) => (
                <label>
                  <input type="radio" name={field} value={code} checked={chosen === code} />
                  <span>{text}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </>
  )
}

const ReasonFields: FC<FieldsProps & { ask: AskOf<'reasons'> }> = ({ visit, step, ask }) => {
  const { words } = visit
  const { reasons, why } = words.collection
  return (
    <>
      <p class="lead">{reasons.lead}</p>
      {ask.services.map(({ service, criteria }) => (
        <ChoiceList
          name={`why.${service}`}
          legend={words.services[service].name}
          fault={faultAt(visit, step.issues, `why.${service}`)}
          options={[...criteria.map((code) => [code, why[code]] as const), ['other', reasons.other]]}
          typed={step.typed}
        />
      ))}
    </>
  )
}

/** Boxes shown at once; the others are folded. */
const firstCitations = 3

const CitationFields: FC<FieldsProps> = ({ visit, step }) => {
  const { citations } = visit.words.collection
  const { typed, issues } = step
  const numbers = citationFields.map((_, i) => i + 1)
  const box = (number: number) => (
    <OwnWords
      name={`citation.${number}`}
      label={citations.label(visit.format.integer(number))}
      fault={faultAt(visit, issues, `citation.${number}`)}
      typed={typed}
      rows={2}
    />
  )
  const folded = numbers.slice(firstCitations)
  return (
    <>
      <p class="lead">{citations.lead}</p>
      <p class="hint">
        {citations.example} {citations.hint}
      </p>
      {numbers.slice(0, firstCitations).map(box)}
      <details class="more" open={folded.some((number) => typedText(typed, `citation.${number}`) !== '')}>
        <summary>{citations.more}</summary>
        {folded.map(box)}
      </details>
    </>
  )
}

/** Questions about the person, the easiest first. */
const asked: readonly PublicDimension[] = ['age', 'sex', 'family', 'activity', 'digital']

const YouFields: FC<FieldsProps> = ({ visit, step }) => {
  const { you, publics, form } = visit.words.collection
  const options = (dimension: PublicDimension) => [
    ...publicDimensions[dimension].map((category) => [category, publics[`${dimension}:${category}` as PublicCode]] as const),
    ['unsaid', form.unsaid] as const,
  ]
  return (
    <>
      <p class="lead">{you.lead}</p>
      {asked.map((dimension) => (
        <ChoiceList name={dimension} legend={you.questions[dimension]} options={options(dimension)} typed={step.typed} />
      ))}
    </>
  )
}

/** The inputs of a page. */
export const StepFields: FC<FieldsProps> = (props) => {
  const { ask } = props.step
  switch (ask.kind) {
    case 'place':
      return <PlaceFields {...props} ask={ask} />
    case 'services':
      return <ServiceFields {...props} />
    case 'reasons':
      return <ReasonFields {...props} ask={ask} />
    case 'rating':
      return <RatingFields {...props} ask={ask} />
    case 'citations':
      return <CitationFields {...props} />
    case 'you':
      return <YouFields {...props} />
    default:
      return <></>
  }
}

/** What a page asks, as its heading. */
export function stepTitle({ words }: Visit, ask: StepAsk): string {
  const { place, uses, reasons, rating, citations, you, check } = words.collection
  if (ask.kind === 'rating') return rating.title(words.services[ask.step].name)
  return { place, services: uses, reasons, citations, you, check }[ask.kind].title
}
