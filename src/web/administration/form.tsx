import type { Child, FC } from 'hono/jsx'
import type { Issues } from '#app/administration/formIssues.ts'
import { DomainError } from '#kernel/result.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Framed, readForm, type Faults } from '../parts/form.tsx'
import type { Routing, WebContext } from '../routing.ts'

/** A form on its way: what was typed, letter by letter, and what is wrong with it. */
export interface FormState {
  readonly typed: URLSearchParams
  readonly faults: Faults
  /** Somebody changed the record meanwhile. */
  readonly conflict: boolean
}

export function formWith(values: Readonly<Record<string, string | readonly string[]>>): FormState {
  const typed = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const each of typeof value === 'string' ? [value] : value) typed.append(name, each)
  return { typed, faults: {}, conflict: false }
}

/** Faults in the reader's language. */
export function faultsOf({ words }: Visit, issues: Issues): Faults {
  const sentence = (code: string): string => words.administration.issues[code] ?? words.refusals.other(code)
  return Object.fromEntries(Object.entries(issues).map(([field, code]) => [field, sentence(code)]))
}

/** What a page with a form needs to be shown again. */
export interface FormPage<Data extends { readonly form: FormState }> {
  readonly page: Page<Data>
  /** The page's data as they are now, before anything typed is put in. */
  readonly load: (visit: Visit) => Promise<Data>
  readonly save: (visit: Visit, typed: URLSearchParams) => Promise<Issues | null>
  /** Where it leads once it is saved. */
  readonly next: (visit: Visit, typed: URLSearchParams) => string
}

function isConflict(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'version.changed'
}

/**
 * Takes a form: saves it and leads on, or shows it again with what was typed. Where somebody else was quicker the form comes back under the present
 * version, so that saving again replaces theirs knowingly; nothing typed is lost.
 */
export async function takeForm<Data extends { readonly form: FormState }>(
  routing: Routing,
  c: WebContext,
  visit: Visit,
  { page, load, save, next }: FormPage<Data>,
): Promise<Response> {
  const typed = await readForm(c)
  const again = async (state: Omit<FormState, 'typed'>, status: 409 | 422): Promise<Response> => {
    const data = await load(visit)
    const version = data.form.typed.get('version')
    const kept = new URLSearchParams(typed)
    if (state.conflict && version !== null) kept.set('version', version)
    return routing.show(c, visit, page, { ...data, form: { ...state, typed: kept } }, status)
  }
  try {
    const issues = await save(visit, typed)
    return issues ? await again({ faults: faultsOf(visit, issues), conflict: false }, 422) : c.redirect(next(visit, typed), 303)
  } catch (error) {
    if (!isConflict(error)) throw error
    return again({ faults: {}, conflict: true }, 409)
  }
}

/** What stands above every form: that it was saved, what is to be put right, or that somebody was quicker. */
export const FormHead: FC<{ visit: Visit; form: FormState; present?: string }> = ({ visit, form, present }) => {
  const { administration } = visit.words
  return (
    <>
      {visit.query.get('done') === '1' && !form.conflict && Object.keys(form.faults).length === 0 && (
        <p class="notice" role="status">
          {administration.done}
        </p>
      )}
      {form.conflict && (
        <p class="notice warning" role="alert">
          {administration.conflict} {present && <a href={present}>{administration.present}</a>}
        </p>
      )}
      <FaultSummary title={administration.faultsTitle} faults={form.faults} />
    </>
  )
}

interface Named {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
}

export const Labelled: FC<Named & { children?: Child }> = ({ form, name, label, hint, children }) => (
  <Framed name={name} label={label} hint={hint} fault={form.faults[name]}>
    {children}
  </Framed>
)

function joined({ form, name, hint }: Named): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const told = [hint && `${name}-hint`, form.faults[name] && `${name}-fault`].filter(Boolean).join(' ')
  return { ...(told && { 'aria-describedby': told }), ...(form.faults[name] && { 'aria-invalid': 'true' as const }) }
}

export const Text: FC<Named & { lang?: 'fr' | 'en'; inputmode?: 'decimal' | 'numeric' | 'url' }> = (props) => {
  const { form, name, lang, inputmode } = props
  return (
    <Labelled {...props}>
      <input id={name} name={name} value={form.typed.get(name) ?? ''} lang={lang} inputmode={inputmode} {...joined(props)} />
    </Labelled>
  )
}

export const Area: FC<Named & { lang?: 'fr' | 'en'; rows?: number }> = (props) => {
  const { form, name, lang, rows = 3 } = props
  return (
    <Labelled {...props}>
      <textarea id={name} name={name} rows={rows} lang={lang} {...joined(props)}>
        {form.typed.get(name) ?? ''}
      </textarea>
    </Labelled>
  )
}

/** A choice; the first one is empty unless something is chosen. */
export const Pick: FC<Named & { options: readonly (readonly [string, string])[] }> = (props) => {
  const { form, name, options } = props
  const chosen = form.typed.get(name) ?? ''
  return (
    <Labelled {...props}>
      <select id={name} name={name} {...joined(props)}>
        {!options.some(([code]) => code === chosen) && <option value=""></option>}
        {options.map(([code, text]) => (
          <option value={code} selected={code === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** Boxes to tick, under one legend. */
export const Ticks: FC<
  Omit<Named, 'label'> & { legend: string; options: readonly (readonly [string, string])[]; id?: string }
> = (props) => {
  const { form, name, legend, options, id = name } = props
  const ticked = new Set(form.typed.getAll(name))
  const fault = form.faults[name]
  return (
    <fieldset class={fault ? 'ticks faulty' : 'ticks'} id={id} tabindex={-1}>
      <legend>{legend}</legend>
      {fault && <span class="fault">{fault}</span>}
      {options.map(([code, text]) => (
        <label>
          <input type="checkbox" name={name} value={code} checked={ticked.has(code)} /> {text}
        </label>
      ))}
    </fieldset>
  )
}

export const Version: FC<{ form: FormState }> = ({ form }) => (
  <input type="hidden" name="version" value={form.typed.get('version') ?? ''} />
)

/** The version that a form was read at; `null` in one for something new. */
export function versionIn(typed: URLSearchParams): number | null {
  const text = typed.get('version') ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** An address with the sign that something was saved. */
export function saved(path: string): string {
  return path.includes('?') ? `${path}&done=1` : `${path}?done=1`
}
