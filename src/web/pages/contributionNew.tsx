import type { FC } from 'hono/jsx'
import type { ContributionFormView } from '#app/contributions/sendContribution.ts'
import { contributionKindCodes } from '#app/contributions/contributionDesk.ts'
import { typedText } from '#app/places/typedPlace.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'
import { FieldInputs, faultsOf } from '../places/fieldInputs.tsx'
import { issueText } from '../places/values.tsx'

type FormProps = { visit: Visit; view: ContributionFormView }

/** The first of two taps: what is wrong. */
const Kinds: FC<FormProps> = ({ visit, view }) => {
  const { words, language, asked } = visit
  const { contributions } = words
  return (
    <>
      <p>{contributions.form.choose}</p>
      <ul class="kinds">
        {contributionKindCodes
          .filter((kind) => kind !== 'missingPlace')
          .map((kind) => (
            <li>
              <a
                class="button quiet big"
                href={pathTo(language, 'contributionNew', asked, { more: { place: view.place?.code ?? null, kind } })}
              >
                {contributions.kinds[kind]}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}

function faultOf({ visit, view }: FormProps, field: string): string | undefined {
  const issue = view.issues.find((each) => each.field === field)
  return issue ? issueText(visit, issue) : undefined
}

type LineName = 'closedOn' | 'photo' | 'altFr' | 'altEn'

/** What an input of each kind has beside its name and label. */
function inputOf({ typed, today }: ContributionFormView, name: LineName): Readonly<Record<string, string | number>> {
  if (name === 'photo') return { type: 'file', accept: 'image/jpeg,image/png,image/webp' }
  if (name === 'closedOn') return { type: 'date', value: typedText(typed, name) || today, max: today }
  return { value: typedText(typed, name), maxlength: 300 }
}

const Line: FC<FormProps & { name: LineName; hint?: string }> = (props) => {
  const { visit, view, name, hint } = props
  const fault = faultOf(props, name)
  const told = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return (
    <p class={fault ? 'form-field faulty' : 'form-field'}>
      <label for={name}>{visit.words.contributions.form[name]}</label>
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
      <input
        id={name}
        name={name}
        aria-describedby={told || undefined}
        aria-invalid={fault ? 'true' : undefined}
        {...inputOf(view, name)}
      />
    </p>
  )
}

const Photo: FC<FormProps> = (props) => {
  const { form } = props.visit.words.contributions
  const again = props.view.issues.length > 0 && faultOf(props, 'photo') === undefined
  return (
    <>
      <Line {...props} name="photo" hint={again ? `${form.chooseAgain} ${form.photoHint}` : form.photoHint} />
      <Line {...props} name="altFr" hint={form.altHint} />
      <Line {...props} name="altEn" />
    </>
  )
}

const Text: FC<FormProps> = (props) => {
  const { visit, view } = props
  const { form } = visit.words.contributions
  const fault = faultOf(props, 'text')
  return (
    <p class={fault ? 'form-field faulty' : 'form-field'}>
      <label for="text">{view.kind === 'note' ? form.note : form.text}</label>
      {fault && (
        <span class="fault" id="text-fault">
          {fault}
        </span>
      )}
      <textarea
        id="text"
        name="text"
        rows={view.kind === 'note' ? 6 : 3}
        maxlength={4000}
        aria-describedby={fault ? 'text-fault' : undefined}
      >
        {typedText(view.typed, 'text')}
      </textarea>
    </p>
  )
}

const Form: FC<FormProps> = (props) => {
  const { visit, view } = props
  const { words, language, asked } = visit
  const { form, kinds } = words.contributions
  const place = view.place?.code ?? null
  const to = (kind: string | null) => pathTo(language, 'contributionNew', asked, { more: { place, kind } })
  const encoding = view.kind === 'photo' ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  return (
    <form method="post" action={to(view.kind)} class="place-form" novalidate enctype={encoding}>
      {place !== null && view.kind !== null && <h2 class="kind">{kinds[view.kind]}</h2>}
      <FieldInputs visit={visit} fields={view.fields} typed={view.typed} issues={view.issues} />
      {view.kind === 'closed' && <Line {...props} name="closedOn" />}
      {view.kind === 'photo' && <Photo {...props} />}
      <Text {...props} />
      <p class="actions form-end">
        <button type="submit" class="big">
          {form.send}
        </button>
        {place !== null && <a href={to(null)}>{form.again}</a>}
      </p>
    </form>
  )
}

export const contributionNewPage: Page<ContributionFormView> = {
  key: 'contributionNew',
  needs: 'contributions.send',
  above: ['contributions'],
  load: ({ desks, viewer, query, language }) => {
    const kind = contributionKindCodes.find((code) => code === query.get('kind')) ?? null
    return desks.contributions.form(viewer, { kind, place: query.get('place')?.trim() || null, language })
  },
  title: ({ words, language }, { place }) =>
    place === null ? words.contributions.form.titleMissing : words.contributions.form.title(place.name[language]),
  synthetic: () => false,
  view: (visit, view) => {
    const { words, language } = visit
    const { form } = words.contributions
    return (
      <>
        <h1>{view.place === null ? form.titleMissing : form.title(view.place.name[language])}</h1>
        <p class="context">{form.context}</p>
        <FaultSummary title={form.faultsTitle} faults={faultsOf(visit, view.issues, view.typed)} />
        {view.kind === null ? <Kinds visit={visit} view={view} /> : <Form visit={visit} view={view} />}
      </>
    )
  },
}
