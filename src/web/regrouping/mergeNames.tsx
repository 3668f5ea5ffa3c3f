import type { FC } from 'hono/jsx'
import type { MergeView, TypedSave } from '#app/regrouping/regroupingViews.ts'
import type { Segment } from '#domain/segments'
import type { Visit } from '../page.ts'
import type { Faults } from '../parts/form.tsx'
import { groupClass, groupOption } from './groupMark.tsx'

const NameInput: FC<{ name: string; label: string; value: string; fault: string | undefined; short?: boolean }> = (props) => {
  const { name, label, value, fault, short } = props
  return (
    <>
      <input
        type="text"
        id={name}
        name={name}
        value={value}
        aria-label={label}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${name}-fault` : undefined}
        maxlength={short ? 3 : 120}
        size={short ? 3 : 28}
        required
        autocomplete="off"
      />
      {fault && (
        <span class="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </>
  )
}

interface Props {
  readonly visit: Visit
  readonly view: MergeView
  readonly typed: TypedSave | null
  readonly faults: Faults
}

const GroupRow: FC<Props & { group: Segment; into: readonly number[] }> = (props) => {
  const { visit, view, typed, faults, group, into } = props
  const { merge } = visit.words.regrouping
  const { number, letter, name, people } = group
  const held = typed?.groups[number] ?? { letter, ...name }
  const fault = (field: string): string | undefined => faults[`${field}.${number}`]
  return (
    <tr>
      <td class="letter">
        <svg class="group-dot" viewBox="0 0 10 10" aria-hidden="true">
          <rect class={groupClass(number)} width={10} height={10} rx={2} />
        </svg>
        <NameInput name={`letter.${number}`} label={merge.letter(letter)} value={held.letter} fault={fault('letter')} short />
      </td>
      <td>
        <NameInput name={`fr.${number}`} label={merge.nameFr(letter)} value={held.fr} fault={fault('fr')} />
      </td>
      <td>
        <NameInput name={`en.${number}`} label={merge.nameEn(letter)} value={held.en} fault={fault('en')} />
      </td>
      <td>
        <ul class="types">
          {view.types
            .filter((_, type) => into[type] === number)
            .map((type) => (
              <li>{groupOption(visit, type)}</li>
            ))}
        </ul>
      </td>
      <td class="number">{visit.format.integer(people)}</td>
    </tr>
  )
}

/** The new groups with their types, each with its letter and its names to be changed. */
export const MergeNames: FC<Props> = (props) => {
  const { visit, view, typed, faults } = props
  const { words, format } = visit
  const { merge } = words.regrouping
  if (!view.result) return <></>
  const { segments, into } = view.result
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={merge.result(format.integer(view.k))}>
      <table class="figures mixed merge-names">
        <caption class="vh">{merge.result(format.integer(view.k))}</caption>
        <thead>
          <tr>
            <th scope="col">{merge.headLetter}</th>
            <th scope="col">{merge.headFr}</th>
            <th scope="col">{merge.headEn}</th>
            <th scope="col">{merge.headTypes}</th>
            <th scope="col" class="number">
              {merge.headPeople}
            </th>
          </tr>
        </thead>
        <tbody>
          {segments.map((group) => (
            <GroupRow visit={visit} view={view} typed={typed} faults={faults} group={group} into={into} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
