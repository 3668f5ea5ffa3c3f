import type { FC } from 'hono/jsx'
import type { FieldIssue } from '#app/places/readTyped.ts'
import { typedText, type Typed } from '#app/places/typedPlace.ts'
import { serviceCodes, type PlaceField } from '#domain/territory'
import type { Visit } from '../page.ts'
import type { Faults } from '../parts/form.tsx'
import { issueText } from './values.tsx'
import { WeekFields } from './weekFields.tsx'

interface InputProps {
  readonly visit: Visit
  readonly typed: Typed
  readonly field: PlaceField
  readonly fault: string | undefined
}

const inputTypes: Readonly<Partial<Record<PlaceField, 'tel' | 'email' | 'url'>>> = { phone: 'tel', email: 'email', url: 'url' }

function hintOf({ words }: Visit, field: PlaceField): string | undefined {
  const hints: Readonly<Partial<Record<PlaceField, string>>> = words.places.hints
  return hints[field]
}

/** The text under a label and the fault, with the ids that join them to the input. */
const Told: FC<{ id: string; hint: string | undefined; fault: string | undefined }> = ({ id, hint, fault }) => (
  <>
    {hint && (
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {fault && (
      <span class="fault" id={`${id}-fault`}>
        {fault}
      </span>
    )}
  </>
)

function describedBy(id: string, hint: string | undefined, fault: string | undefined): string | undefined {
  return [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
}

const TextInput: FC<InputProps> = ({ visit, typed, field, fault }) => {
  const hint = hintOf(visit, field)
  return (
    <p class={fault ? 'form-field faulty' : 'form-field'}>
      <label for={field}>{visit.words.places.fields[field]}</label>
      <Told id={field} hint={hint} fault={fault} />
      <input
        id={field}
        name={field}
        type={inputTypes[field] ?? 'text'}
        value={typed[field]?.[0] ?? ''}
        maxlength={300}
        autocomplete="off"
        aria-describedby={describedBy(field, hint, fault)}
        aria-invalid={fault ? 'true' : undefined}
      />
    </p>
  )
}

const ThreeWays: FC<InputProps> = ({ visit, typed, field }) => {
  const { places } = visit.words
  const chosen = typedText(typed, field)
  const choices = { yes: places.yes, no: places.no, '': places.notSaid }
  return (
    <fieldset class="form-group">
      <legend>{places.fields[field]}</legend>
      <div class="choice-row">
        {Object.entries(choices).map(([value, label], i) => (
          <label class="choice">
            <input type="radio" name={field} id={i === 0 ? field : `${field}-${i}`} value={value} checked={chosen === value} />{' '}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Services: FC<InputProps> = ({ visit, typed, fault }) => {
  const { words } = visit
  return (
    <fieldset class={fault ? 'form-group faulty' : 'form-group'} aria-describedby={fault ? 'services-fault' : undefined}>
      <legend>{words.places.fields.services}</legend>
      <Told id="services" hint={undefined} fault={fault} />
      <div class="choice-grid">
        {serviceCodes.map((code, i) => (
          <label class="choice">
            <input
              type="checkbox"
              name="services"
              id={i === 0 ? 'services' : `services-${code}`}
              value={code}
              checked={typed['services']?.includes(code) ?? false}
            />{' '}
            <span>{words.services[code].name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Point: FC<InputProps> = ({ visit, typed, fault }) => {
  const { places } = visit.words
  const position = typedText(typed, 'position')
  return (
    <fieldset
      class={fault ? 'form-group point faulty' : 'form-group point'}
      aria-describedby={describedBy('point', places.hints.point, fault)}
    >
      <legend>{places.fields.point}</legend>
      <Told id="point" hint={places.hints.point} fault={fault} />
      <div class="point-row">
        {(['lat', 'lon'] as const).map((name, i) => (
          <p class="form-field">
            <label for={i === 0 ? 'point' : name}>{places[name]}</label>
            <input id={i === 0 ? 'point' : name} name={name} inputmode="decimal" value={typed[name]?.[0] ?? ''} maxlength={20} />
          </p>
        ))}
        <p class="form-field">
          <label for="position">{places.position.label}</label>
          <select id="position" name="position">
            {(['exact', 'postcode', 'town'] as const).map((code) => (
              <option value={code} selected={code === position}>
                {places.position[code]}
              </option>
            ))}
          </select>
        </p>
      </div>
    </fieldset>
  )
}

const special: Readonly<Partial<Record<PlaceField, FC<InputProps>>>> = {
  services: Services,
  stepFree: ThreeWays,
  parking: ThreeWays,
  point: Point,
  openingHours: ({ visit, typed, fault }) => <WeekFields visit={visit} typed={typed} fault={fault} />,
}

const groups: readonly { readonly head: 'practical' | 'identity' | 'location'; readonly fields: readonly PlaceField[] }[] = [
  { head: 'practical', fields: ['openingHours', 'phone', 'email', 'stepFree', 'parking'] },
  { head: 'identity', fields: ['nameFr', 'nameEn', 'services', 'organisation', 'url'] },
  { head: 'location', fields: ['address', 'postcode', 'town', 'zone', 'point'] },
]

/** The faults of a form by the input that a reader is led to. */
export function faultsOf(visit: Visit, issues: readonly FieldIssue[], typed: Typed): Faults {
  const hours = typedText(typed, 'hoursBy') === 'text' ? 'hoursText' : 'hours.Mo.1.from'
  return Object.fromEntries(
    issues.map((issue) => [issue.field === 'openingHours' ? hours : issue.field, issueText(visit, issue)]),
  )
}

/** The inputs of these fields, in groups, as they were typed. */
export const FieldInputs: FC<{
  visit: Visit
  fields: readonly PlaceField[]
  typed: Typed
  issues: readonly FieldIssue[]
}> = ({ visit, fields, typed, issues }) => {
  const shown = groups
    .map(({ head, fields: own }) => ({ head, own: own.filter((field) => fields.includes(field)) }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      {fields.map((field) => (
        <input type="hidden" name="fields" value={field} />
      ))}
      {shown.map(({ head, own }) => (
        <section class="form-section">
          {shown.length > 1 && <h2>{visit.words.places.groups[head]}</h2>}
          {own.map((field) => {
            const Input = special[field] ?? TextInput
            const issue = issues.find((each) => each.field === field)
            return <Input visit={visit} typed={typed} field={field} fault={issue ? issueText(visit, issue) : undefined} />
          })}
        </section>
      ))}
    </>
  )
}

/** A form that was typed, carried unseen to the next page. */
export const CarriedForm: FC<{ typed: Typed; without: readonly string[] }> = ({ typed, without }) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => !without.includes(name) && !name.startsWith('choose.'))
      .flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
  </>
)

/** A form by the names of its inputs. */
export function typedForm(form: URLSearchParams): Typed {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]))
}
