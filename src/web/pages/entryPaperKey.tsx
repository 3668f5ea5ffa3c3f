import type { FC } from 'hono/jsx'
import type { KeyView } from '#app/entry/paperViews.ts'
import { isServiceCode } from '#domain/territory'
import { EntryHead, entryPath, surveyAsked } from '../entry/entryHead.tsx'
import { KeyField, TownList } from '../entry/entryInput.tsx'
import { criterionNumber, letterOf, nameOfField, nameOfPart } from '../entry/entryNames.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, type Faults } from '../parts/form.tsx'

interface KeyProps {
  readonly visit: Visit
  readonly view: KeyView
  readonly faults: Faults
}

/** Sentences for what could not be read, by field. */
export function issueFaults(
  visit: Visit,
  grid: KeyView['grid'],
  issues: readonly { readonly field: string; readonly code: string; readonly value: string }[],
): Faults {
  const { issues: sentences } = visit.words.entry
  const other = sentences['other'] ?? ((value: string) => value)
  return Object.fromEntries(
    issues.map(({ field, code, value }) => [field, `${nameOfField(visit, grid, field)} – ${(sentences[code] ?? other)(value)}`]),
  )
}

const Typed: FC<KeyProps & { field: string; label?: string; before?: string }> = ({
  visit,
  view,
  faults,
  field,
  label,
  before,
}) => (
  <KeyField
    visit={visit}
    field={field}
    name={field}
    label={label ?? nameOfField(visit, view.grid, field)}
    value={view.typed[field] ?? (field === 'language' ? visit.language : '')}
    faulty={field in faults}
    fault={faults[field]?.split(' – ').slice(1).join(' – ')}
    {...(before === undefined ? {} : { before })}
  />
)

const FirstPart: FC<KeyProps> = (props) => {
  const { visit, view } = props
  const { key, paper } = visit.words.entry
  const letters = view.interview.order
  return (
    <>
      <fieldset class="key-person">
        <legend>{key.person}</legend>
        {view.personFields.map((field) => (
          <Typed {...props} field={field} />
        ))}
      </fieldset>
      <fieldset class={view.kind === 'satisfaction' ? 'key-needs' : 'key-citations'}>
        <legend>{view.kind === 'satisfaction' ? key.needs : paper.citations}</legend>
        {view.kind === 'satisfaction' && <p class="hint">{key.needsCodes}</p>}
        {view.firstFields.map((field) => {
          const service = field.split('.')[1] ?? ''
          return isServiceCode(service) ? (
            <Typed {...props} field={field} before={letterOf(letters, service)} />
          ) : (
            <Typed {...props} field={field} />
          )
        })}
      </fieldset>
    </>
  )
}

const ServiceColumn: FC<KeyProps & { drawn: KeyView['drawn'][number] }> = (props) => {
  const { visit, view, drawn } = props
  const { service, fields } = drawn
  const { words } = visit
  const { key } = words.entry
  const prefix = `services.${service}.`
  return (
    <fieldset class="key-service">
      <legend>
        {key.letter(letterOf(view.interview.order, service))} · {words.services[service].name}
      </legend>
      {fields.map((field) => {
        const part = field.slice(prefix.length)
        const item = view.interview.items[service].find((each) => each === part)
        const number = item ? criterionNumber(item) : null
        // The service is named by the legend: a label says the rest.
        const label = nameOfPart(visit, view.grid, part)
        return <Typed {...props} field={field} label={label} {...(number === null ? {} : { before: String(number) })} />
      })}
    </fieldset>
  )
}

const SecondPart: FC<KeyProps> = (props) => {
  const { visit, view } = props
  const { key } = visit.words.entry
  if (view.drawn.length === 0) return <p class="notice">{key.noDrawn}</p>
  return (
    <>
      <h2>{key.drawn}</h2>
      <p class="hint">{view.questionnaire.importance && key.importantHint}</p>
      <div class="key-services">
        {view.drawn.map((drawn) => (
          <ServiceColumn {...props} drawn={drawn} />
        ))}
      </div>
    </>
  )
}

/** Everything typed that is not on this part, so that nothing is lost between the two. */
const Carried: FC<{ view: KeyView }> = ({ view }) => {
  const ticks = [...view.personFields, ...view.firstFields]
  const shown = new Set(view.part === 1 ? ticks : view.drawn.flatMap(({ fields }) => fields))
  return (
    <>
      <input type="hidden" name="version" value={String(view.version)} />
      <input type="hidden" name="part" value={String(view.part)} />
      {Object.entries(view.typed)
        .filter(([field]) => !shown.has(field))
        .map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
    </>
  )
}

const Buttons: FC<{ visit: Visit; view: KeyView }> = ({ visit, view }) => {
  const { key } = visit.words.entry
  const more = view.part === 1 && view.kind === 'satisfaction'
  return (
    <p class="actions">
      <button type="submit" name="do" value={more ? 'on' : 'keep'}>
        {more ? key.toRatings : key.save}
      </button>
      {view.part === 2 && (
        <button type="submit" name="do" value="back" class="quiet">
          {key.back}
        </button>
      )}
      <a href={entryPath(visit, 'paperForms')}>{key.leave}</a>
    </p>
  )
}

/** The paper in front of the officer, on the screen in the same order: typed with digits and Tab. */
export const entryPaperKeyPage: Page<KeyView> = {
  key: 'paperKey',
  needs: 'surveys.enter',
  live: true,
  load: async (visit) => {
    const { number } = await visit.desks.entry.open(visit.viewer, surveyAsked(visit), visit.parts['number'] ?? '')
    return visit.desks.entry.key(visit.viewer, surveyAsked(visit), { number, version: null, part: 1, typed: {}, check: false })
  },
  title: ({ words }, view) => words.entry.key.title(String(view.number)),
  synthetic: ({ head }) => head.synthetic,
  view: (visit, view) => {
    const { entry } = visit.words
    const { key } = entry
    const faults = issueFaults(visit, view.grid, view.issues)
    const props = { visit, view, faults }
    return (
      <>
        <EntryHead visit={visit} head={view.head} title={key.title(String(view.number))} up="paperForms">
          <p class="context">
            {view.pass === 'first' ? key.first : key.second}
            {view.kind === 'satisfaction' && `. ${key.part(String(view.part))}.`}{' '}
            {view.firstBy !== null && key.firstBy(view.firstBy)}
          </p>
        </EntryHead>
        {view.overtaken && (
          <p class="notice warning" role="alert">
            {key.overtaken(view.firstBy ?? '')}
          </p>
        )}
        {view.samePerson && <p class="notice warning">{key.samePerson}</p>}
        <FaultSummary title={entry.faultsTitle} faults={faults} />
        <form method="post" action={entryPath(visit, 'paperKey')} class="key-form" autocomplete="off">
          <Carried view={view} />
          {view.part === 1 ? <FirstPart {...props} /> : <SecondPart {...props} />}
          <TownList visit={visit} towns={view.part === 1 ? view.towns : []} />
          <Buttons visit={visit} view={view} />
        </form>
        <details class="key-rules">
          <summary>{key.rules}</summary>
          <ul>
            {key.rulesText.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </details>
      </>
    )
  },
}
