import type { FC } from 'hono/jsx'
import { typedText, type Typed } from '#app/places/typedPlace.ts'
import type { StepIssue } from '#app/collection/collectionViews.ts'
import type { Visit } from '../page.ts'

/** The sentence of a fault of a page. */
export function issueText({ words, format }: Visit, { code, params }: StepIssue): string {
  const { faults } = words.collection
  const text = (name: string): string => String(params[name] ?? '')
  const figure = (name: string): string => format.integer(Number(params[name] ?? 0))
  switch (code) {
    case 'place.unknown':
    case 'place.several':
      return faults[code](text('text'))
    case 'reason.missing':
      return faults[code](words.services[text('service') as keyof typeof words.services].name)
    case 'important.tooMany':
      return faults[code](figure('chosen'))
    case 'words.tooLong':
      return faults[code](figure('length'), figure('most'))
    default:
      return faults[code]
  }
}

/** The fault of a field in words, if it has one. */
export function faultAt(visit: Visit, issues: readonly StepIssue[], field: string): string | undefined {
  const found = issues.find((each) => each.field === field)
  return found && issueText(visit, found)
}

export interface ChoiceProps {
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  /** Code and words of each. */
  readonly options: readonly (readonly [string, string])[]
  readonly typed: Typed
  readonly many?: boolean
}

/** One question with its answers one under the other, each a target as wide as the column. */
export const ChoiceList: FC<ChoiceProps> = ({ name, legend, hint, fault, options, typed, many }) => {
  const chosen = many ? (typed[name] ?? []) : [typedText(typed, name)]
  const told = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return (
    <fieldset class={fault ? 'ask faulty' : 'ask'} id={name} aria-describedby={told || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <div class="answers">
        {options.map(([code, text]) => (
          <label class="answer">
            <input type={many ? 'checkbox' : 'radio'} name={name} value={code} checked={chosen.includes(code)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface WordsProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly typed: Typed
  readonly rows: number
}

/** A place for own words. */
export const OwnWords: FC<WordsProps> = ({ name, label, hint, fault, typed, rows }) => {
  const told = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return (
    <p class={fault ? 'own-words faulty' : 'own-words'}>
      <label for={name}>{label}</label>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span class="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
      <textarea id={name} name={name} rows={rows} aria-describedby={told || undefined} aria-invalid={fault ? 'true' : undefined}>
        {typed[name]?.[0] ?? ''}
      </textarea>
    </p>
  )
}
