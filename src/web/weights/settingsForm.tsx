import type { FC } from 'hono/jsx'
import { calibrationMethodCodes, joinField, type TypedSettings } from '#app/weights/typedSettings.ts'
import type { AttemptView, MarginVariable } from '#app/weights/weightViews.ts'
import type { WeightingSettings } from '#domain/survey'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { Field, type Faults } from '../parts/form.tsx'
import { queryOf } from '../paths.ts'
import { categoryName, toSurvey, variableName } from './names.ts'

const joinPrefix = 'join:'

/** Settings out of an address or a form; `null` where none were asked. */
export function readSettings(query: URLSearchParams): TypedSettings | null {
  if (!query.has('method') && !query.has('variable')) return null
  const joins = [...query].flatMap(([name, into]) => {
    if (!name.startsWith(joinPrefix) || into === '') return []
    const [variable = '', ...category] = name.slice(joinPrefix.length).split(':')
    return [{ variable, category: category.join(':'), into }]
  })
  const text = (name: string): string => query.get(name) ?? ''
  return { method: text('method'), lower: text('lower'), upper: text('upper'), variables: query.getAll('variable'), joins }
}

/** Settings as the form would send them. */
export function settingsFields(settings: WeightingSettings): (readonly [string, string])[] {
  const { method, bounds, variables, joined } = settings
  return [
    ['method', method],
    ['lower', bounds ? String(bounds.lower) : ''],
    ['upper', bounds ? String(bounds.upper) : ''],
    ...(variables ?? []).map((variable) => ['variable', variable] as const),
    ...Object.entries(joined).flatMap(([variable, own]) =>
      Object.entries(own).map(([category, into]) => [joinField(variable, category), into] as const),
    ),
  ]
}

/** Fields that a form carries on unseen. */
export const Hidden: FC<{ fields: Iterable<readonly [string, string]> }> = ({ fields }) => (
  <>
    {[...fields].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const Methods: FC<{ visit: Visit; chosen: string; fault: string | undefined }> = ({ visit, chosen, fault }) => {
  const { weights } = visit.words
  return (
    <fieldset class={fault ? 'weight-choices faulty' : 'weight-choices'} id="method" tabindex={-1}>
      <legend>{weights.method}</legend>
      {fault && <span class="fault">{fault}</span>}
      {calibrationMethodCodes.map((code) => (
        <label>
          <input type="radio" name="method" value={code} checked={code === chosen} />
          <span>
            <b>{weights.methods[code]}</b> <span class="hint">{weights.methodHints[code]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const Variables: FC<{ visit: Visit; view: AttemptView; chosen: readonly string[]; fault: string | undefined }> = (props) => {
  const { visit, view, chosen, fault } = props
  const { words, format } = visit
  const { weights } = words
  return (
    <fieldset class={fault ? 'weight-choices faulty' : 'weight-choices'} id="variables" tabindex={-1}>
      <legend>{weights.variablesLegend}</legend>
      {fault && <span class="fault">{fault}</span>}
      {view.variables.map(({ variable, total, categories, source, notTold }) => (
        <label>
          <input type="checkbox" name="variable" value={variable} checked={chosen.includes(variable)} />
          <span>
            <b>{variableName(visit, variable)}</b>{' '}
            <span class="hint">
              {weights.variableLine(format.integer(total), format.integer(categories.length))}
              {notTold > 0 && <b class="rare"> {weights.notTold(format.integer(notTold))}</b>}
              <br />
              {source}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface JoinsProps {
  readonly visit: Visit
  readonly margin: MarginVariable
  readonly joined: Readonly<Record<string, string>>
  readonly faults: Faults
  readonly zones: ReadonlyMap<string, Bilingual>
}

/** One variable's categories, each with the one that it joins; open where something is joined; what is rare is counted in its head. */
const Joins: FC<JoinsProps> = ({ visit, margin, joined, faults, zones }) => {
  const { words, format } = visit
  const { weights } = words
  const { variable, categories } = margin
  const name = (category: string): string => categoryName(visit, variable, category, zones)
  const joinedCount = Object.keys(joined).length
  const rareCount = categories.filter(({ isRare }) => isRare).length
  const open = joinedCount > 0 || categories.some(({ category }) => faults[joinField(variable, category)])
  return (
    <details class="weight-joins" open={open}>
      <summary>
        {variableName(visit, variable)}{' '}
        {rareCount > 0 && <span class="rare">{weights.rareCount(format.integer(rareCount))}</span>}{' '}
        {joinedCount > 0 && <span class="hint">{weights.joinedCount(format.integer(joinedCount))}</span>}
      </summary>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{weights.category}</th>
            <th scope="col">{weights.respondents}</th>
            <th scope="col" class="text">
              {weights.joinInto}
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ category, respondents, isRare }) => {
            const field = joinField(variable, category)
            return (
              <tr>
                <th scope="row">{name(category)}</th>
                <td>
                  {isRare && <b class="rare">{weights.rare}</b>} {format.integer(respondents)}
                </td>
                <td class="text">
                  {faults[field] && <span class="fault">{faults[field]}</span>}
                  <select id={field} name={field} aria-label={weights.joinLabel(name(category))}>
                    <option value="">{weights.joinNone}</option>
                    {categories
                      .filter((other) => other.category !== category)
                      .map((other) => (
                        <option value={other.category} selected={joined[category] === other.category}>
                          {name(other.category)}
                        </option>
                      ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

/** What was typed, or the settings to begin with where nothing was. */
function shownSettings(view: AttemptView, typed: TypedSettings | null): TypedSettings {
  return (
    typed ??
    readSettings(new URLSearchParams(settingsFields(view.settings).map(([name, value]) => [name, value]))) ?? {
      method: '',
      lower: '',
      upper: '',
      variables: [],
      joins: [],
    }
  )
}

/** The settings as a form whose state lives in the address: trying saves nothing. */
export const SettingsForm: FC<{ visit: Visit; view: AttemptView; typed: TypedSettings | null; faults: Faults }> = (props) => {
  const { visit, view, typed, faults } = props
  const { weights } = visit.words
  const shown = shownSettings(view, typed)
  const joinsOf = (variable: string): Record<string, string> =>
    Object.fromEntries(shown.joins.filter((join) => join.variable === variable).map(({ category, into }) => [category, into]))
  return (
    <form method="get" action={`${toSurvey(visit, 'weightTry', view.survey)}#result`} class="weight-settings">
      <Hidden fields={new URLSearchParams(queryOf(visit.asked))} />
      <div class="weight-columns">
        <div>
          <Methods visit={visit} chosen={shown.method} fault={faults['method']} />
          <fieldset class="weight-bounds">
            <legend>{weights.boundsLegend}</legend>
            <Field
              name="lower"
              label={weights.lower}
              hint={weights.lowerHint}
              value={shown.lower}
              fault={faults['lower']}
              required={false}
            />
            <Field
              name="upper"
              label={weights.upper}
              hint={weights.upperHint}
              value={shown.upper}
              fault={faults['upper']}
              required={false}
            />
          </fieldset>
        </div>
        <Variables visit={visit} view={view} chosen={shown.variables} fault={faults['variables']} />
      </div>
      <h2 id="joins">{weights.joinTitle}</h2>
      <p class="muted">{weights.joinHint}</p>
      {view.variables.map((margin) => (
        <Joins visit={visit} margin={margin} joined={joinsOf(margin.variable)} faults={faults} zones={view.zoneNames} />
      ))}
      <p class="actions">
        <button type="submit">{weights.tryButton}</button>
      </p>
    </form>
  )
}
