import type { FC } from 'hono/jsx'
import { channelCodes, isCriterionCode, publicDimensionCodes, publicDimensions, type PublicDimension } from '#domain/survey'
import type { Zone } from '#domain/territory'
import type { Visit } from '../page.ts'

interface InputProps {
  readonly visit: Visit
  readonly field: string
  /** Name and id of the control. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly faulty: boolean
  /** Whether the label stands elsewhere and is only said. */
  readonly quiet?: boolean
}

/** Choices of a field with the numbers printed beside them, so that the number typed picks one. */
function optionsOf({ words }: Visit, field: string): readonly (readonly [string, string])[] | null {
  const { entry } = words
  if (field === 'language') return (['fr', 'en'] as const).map((code) => [code, entry.languages[code]])
  if (/\.channel(?:Used|Preferred)$/.test(field)) return channelCodes.map((code, i) => [code, `${i + 1} ${entry.channels[code]}`])
  const dimension = publicDimensionCodes.find((code): code is PublicDimension => code === field)
  if (!dimension) return null
  return publicDimensions[dimension].map((category, i) => [
    category,
    `${i + 1} ${entry.answers[dimension][category] ?? category}`,
  ])
}

function isShort(field: string): boolean {
  const [group = '', , part = ''] = field.split('.')
  return group === 'needs' || (group === 'services' && (isCriterionCode(part) || field.split('.').length > 3))
}

/** The list of towns, which the browser offers while a name is typed. */
export const TownList: FC<{ visit: Visit; towns: readonly Zone[] }> = ({ visit, towns }) => (
  <datalist id="towns">
    {towns.map(({ code, name }) => (
      <option value={`${name[visit.language]} (${code})`}></option>
    ))}
  </datalist>
)

const Control: FC<InputProps> = ({ visit, field, name, value, faulty }) => {
  const told = faulty ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-fault` } : {}
  const options = optionsOf(visit, field)
  if (options)
    return (
      <select id={name} name={name} {...told}>
        {field !== 'language' && <option value=""></option>}
        {options.map(([code, text], i) => (
          <option value={code} selected={value === code || value === String(i + 1)}>
            {text}
          </option>
        ))}
      </select>
    )
  if (field.endsWith('.words') || field.startsWith('citations.'))
    return (
      <textarea id={name} name={name} rows={field.endsWith('.words') ? 2 : 1} maxlength={1000} {...told}>
        {value}
      </textarea>
    )
  if (field === 'zone')
    return <input id={name} name={name} list="towns" autocomplete="off" maxlength={120} value={value} {...told} />
  const short = isShort(field)
  return (
    <input
      id={name}
      name={name}
      class={short ? 'digits' : undefined}
      inputmode={short ? 'numeric' : 'text'}
      autocomplete="off"
      maxlength={short ? 3 : 40}
      value={value}
      {...told}
    />
  )
}

/** One field of a form with its label, dense. */
export const KeyField: FC<InputProps & { fault?: string | undefined; before?: string }> = (props) => {
  const { name, label, quiet, fault, before } = props
  return (
    <div class={fault ? 'key-field faulty' : 'key-field'}>
      <label for={name} class={quiet ? 'vh' : undefined}>
        {before && <b>{before}</b>} {label}
      </label>
      <Control {...props} />
      {fault && (
        <span class="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </div>
  )
}
