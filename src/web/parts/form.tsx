import type { Child, FC } from 'hono/jsx'
import { DomainError } from '#kernel/result.ts'
import type { Issues } from '#app/regrouping/regroupingViews.ts'
import type { WebContext } from '../routing.ts'

/** Faults of a form by the name of their field, each a sentence; an empty name stands for the form as a whole. */
export type Faults = Readonly<Record<string, string>>

/** Sentences of what is wrong, by field: each code's own sentence, else one that names the code. */
export function faultsFrom(
  issues: Issues,
  sentences: Readonly<Record<string, (params: Issues[string]['params']) => string>>,
  otherwise: (code: string) => string,
): Faults {
  return Object.fromEntries(
    Object.entries(issues).map(([field, { code, params }]) => [field, sentences[code]?.(params) ?? otherwise(code)]),
  )
}

/** Text of a form without files: more is no honest form. */
const longestForm = 64 * 1024

/** Text without U+0000, which no keyboard types and no database keeps. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

/** The text of a request, up to its allowed length; `form.tooLarge` beyond. */
async function readText(c: WebContext): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length
    if (length > longestForm) throw new DomainError('form.tooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads what a plain form sent, texts by name (the first of each). */
export async function readForm(c: WebContext): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? ''
  const sent = new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? await readText(c) : '')
  return new URLSearchParams([...sent].map(([name, value]) => [withoutNul(name), withoutNul(value)]))
}

/** Reads what one of our scripts sent; `null` for what is no JSON. */
export async function readJson(c: WebContext): Promise<unknown> {
  try {
    return JSON.parse(await readText(c), (_key, value: unknown) =>
      typeof value === 'string' ? withoutNul(value) : value,
    ) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The faults of a form, each a link to its field. */
export const FaultSummary: FC<{ title: string; faults: Faults }> = ({ title, faults }) => {
  const all = Object.entries(faults)
  if (all.length === 0) return <></>
  return (
    <div class="fault-summary" role="alert" tabindex={-1} id="faults">
      <h2>{title}</h2>
      <ul>
        {all.map(([name, sentence]) => (
          <li>{name === '' ? sentence : <a href={`#${name}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly type?: 'text' | 'email' | 'password'
  readonly value?: string
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'text'
  readonly required?: boolean
  readonly maxlength?: number
}

/** Label, hint and fault around a control, joined for a screen reader by the ids `NAME-hint` and `NAME-fault`. */
export const Framed: FC<{
  name: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  children?: Child
}> = (props) => {
  const { name, label, hint, fault, children } = props
  return (
    <p class={fault ? 'form-field faulty' : 'form-field'}>
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
      {children}
    </p>
  )
}

/** A label, its hint, its fault and the input, joined for a screen reader. */
export const Field: FC<FieldProps> = (props) => {
  const { name, label, hint, fault, type = 'text', value, required = true, ...rest } = props
  const told = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return (
    <Framed name={name} label={label} hint={hint} fault={fault}>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        required={required}
        aria-describedby={told || undefined}
        aria-invalid={fault ? 'true' : undefined}
        {...rest}
      />
    </Framed>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Code and words of each. */
  readonly options: readonly (readonly [string, string])[]
  readonly fault?: string | undefined
}

/** A choice among a few, its fault joined for a screen reader; nothing is chosen beforehand unless there is only one. */
export const Choice: FC<ChoiceProps> = ({ name, label, value, options, fault }) => {
  const [only] = options
  const chosen = options.length === 1 && only ? only[0] : value
  return (
    <p class={fault ? 'form-field faulty' : 'form-field'}>
      <label for={name}>{label}</label>
      {fault && (
        <span class="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
      <select
        id={name}
        name={name}
        required
        aria-describedby={fault ? `${name}-fault` : undefined}
        aria-invalid={fault ? 'true' : undefined}
      >
        {options.length !== 1 && <option value=""></option>}
        {options.map(([code, text]) => (
          <option value={code} selected={code === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}
