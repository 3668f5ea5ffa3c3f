import type { FC } from 'hono/jsx'
import { criterionCodes, subCriteriaOf, type SubCriterionCode } from '#domain/survey'
import type { Visit } from '../page.ts'
import { itemTitle } from './wording.ts'

interface ItemSelectProps {
  readonly visit: Visit
  /** The code chosen; empty for none. */
  readonly value: string
  readonly suggestions: readonly SubCriterionCode[]
  readonly fault: string | undefined
}

/** One of the 36 sub-criteria, under their criteria; those that the words suggest come first. */
export const ItemSelect: FC<ItemSelectProps> = ({ visit, value, suggestions, fault }) => {
  const { words } = visit
  const { word } = words.factsheets
  return (
    <select
      id="item"
      name="item"
      aria-describedby={fault ? 'item-hint item-fault' : 'item-hint'}
      aria-invalid={fault ? 'true' : undefined}
    >
      <option value="">{word.choose}</option>
      {suggestions.length > 0 && (
        <optgroup label={word.suggested}>
          {suggestions.map((item) => (
            <option value={item} selected={item === value}>
              {itemTitle(words, item)}
            </option>
          ))}
        </optgroup>
      )}
      {criterionCodes.map((criterion, i) => (
        <optgroup label={`${i + 1}. ${words.criteria[criterion].name}`}>
          {subCriteriaOf(criterion).map((item) => (
            <option value={item} selected={item === value && !suggestions.includes(item)}>
              {itemTitle(words, item)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
