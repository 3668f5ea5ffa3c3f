import type { FC } from 'hono/jsx'
import type { SettleView } from '#app/entry/paperViews.ts'
import type { Difference } from '#domain/survey'
import { EntryHead, entryPath, surveyAsked } from '../entry/entryHead.tsx'
import { KeyField, TownList } from '../entry/entryInput.tsx'
import { nameOfField, nameOfValue } from '../entry/entryNames.ts'
import { issueFaults } from './entryPaperKey.tsx'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, type Faults } from '../parts/form.tsx'

interface RowProps {
  readonly visit: Visit
  readonly view: SettleView
  readonly faults: Faults
  readonly towns: ReadonlyMap<string, string>
  readonly difference: Difference
}

const Pick: FC<{ field: string; side: 'first' | 'second'; text: string; said: string; checked: boolean }> = (props) => {
  const { field, side, text, said, checked } = props
  return (
    <label>
      <input type="radio" name={`pick.${field}`} value={side} checked={checked} aria-label={said} /> {text}
    </label>
  )
}

const Row: FC<RowProps> = ({ visit, view, faults, towns, difference }) => {
  const { settle } = visit.words.entry
  const { field, first, second } = difference
  const name = nameOfField(visit, view.grid, field)
  const picked = view.typed[`pick.${field}`] ?? ''
  const fault = faults[field]
  const neither = first === null && second === null
  const side = (which: 'first' | 'second', value: string | null) => {
    const text = value === null ? settle.notAsked : nameOfValue(visit, view.grid, field, value, towns)
    return (
      <td data-label={settle[which]}>
        {value === null ? (
          <span class="context">{text}</span>
        ) : (
          <Pick field={field} side={which} text={text} said={`${name}, ${settle[which]}, ${text}`} checked={picked === which} />
        )}
      </td>
    )
  }
  return (
    <tr class={fault ? 'faulty' : undefined} id={field} tabindex={-1}>
      <th scope="row">
        {name}
        {fault && <span class="fault">{fault}</span>}
      </th>
      {side('first', first)}
      {side('second', second)}
      <td data-label={settle.other}>
        {!neither && (
          <input
            type="radio"
            name={`pick.${field}`}
            value="other"
            checked={picked === 'other'}
            aria-label={`${name}, ${settle.other}`}
          />
        )}
        <KeyField
          visit={visit}
          field={field}
          name={`other.${field}`}
          label={`${name}, ${neither ? settle.fromPaper : settle.other}`}
          value={view.typed[`other.${field}`] ?? ''}
          faulty={false}
          quiet
        />
      </td>
    </tr>
  )
}

/** The differences of two keys side by side, each to be chosen or typed again with the paper at hand. */
export const entryPaperSettlePage: Page<SettleView> = {
  key: 'paperSettle',
  needs: 'surveys.enter',
  live: true,
  load: (visit) => {
    const number = /^\d{1,9}$/.test(visit.parts['number'] ?? '') ? Number(visit.parts['number']) : 0
    return visit.desks.entry.settle(visit.viewer, surveyAsked(visit), { number, version: null, typed: {} })
  },
  title: ({ words }, view) => words.entry.settle.title(String(view.number)),
  synthetic: ({ head }) => head.synthetic,
  view: (visit, view) => {
    const { words, format, language } = visit
    const { settle, key, faultsTitle } = words.entry
    const faults = issueFaults(visit, view.grid, view.issues)
    const towns = new Map(view.towns.map(({ code, name }) => [code, name[language]]))
    return (
      <>
        <EntryHead visit={visit} head={view.head} title={settle.title(String(view.number))} up="paperForms">
          <p class="context">
            {settle.context(format.integer(view.counts.differences), format.integer(view.counts.fields))}{' '}
            {`${settle.first} : ${view.firstBy}. ${settle.second} : ${view.secondBy}.`.replaceAll(
              ' :',
              language === 'fr' ? '\u202F:' : ':',
            )}
          </p>
        </EntryHead>
        {Object.keys(view.chosen).length > 0 && <p class="notice warning">{settle.more}</p>}
        <FaultSummary title={faultsTitle} faults={faults} />
        <form method="post" action={entryPath(visit, 'paperSettle')} autocomplete="off">
          <input type="hidden" name="version" value={String(view.version)} />
          {Object.entries(view.chosen).map(([field, value]) => (
            <input type="hidden" name={`chosen.${field}`} value={value} />
          ))}
          <table class="admin-table settle">
            <thead>
              <tr>
                {[settle.field, settle.first, settle.second, settle.other].map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.open.map((difference) => (
                <Row visit={visit} view={view} faults={faults} towns={towns} difference={difference} />
              ))}
            </tbody>
          </table>
          <TownList visit={visit} towns={view.open.some(({ field }) => field === 'zone') ? view.towns : []} />
          <p class="actions">
            <button type="submit">{settle.save}</button>
            <a href={entryPath(visit, 'paperForms')}>{key.leave}</a>
          </p>
        </form>
      </>
    )
  },
}
