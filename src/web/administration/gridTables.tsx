import type { FC } from 'hono/jsx'
import { criterionCodes, isCriterionCode, subCriteriaOf, subCriterionCodes, type ItemCode } from '#domain/survey'
import { serviceCodes } from '#domain/territory'
import type { Language } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import type { FormState } from './form.tsx'

/** Every criterion, followed by its sub-criteria. */
export const gridItems: readonly ItemCode[] = criterionCodes.flatMap((criterion) => [criterion, ...subCriteriaOf(criterion)])

export function nameInput(item: ItemCode, language: Language): string {
  return `name.${item}.${language}`
}

/** Name of every box of the mask; its value is `service item`. */
export const maskInput = 'mask'

const languages = ['fr', 'en'] as const

interface TableProps {
  readonly visit: Visit
  readonly form: FormState
  readonly editable: boolean
}

/** Names of criteria and sub-criteria in both languages: to read, or to write. */
export const GridNames: FC<TableProps> = ({ visit, form, editable }) => {
  const { grids, nameFr, nameEn } = visit.words.administration
  const heads: Readonly<Record<Language, string>> = { fr: nameFr, en: nameEn }
  return (
    <section aria-labelledby="names">
      <h2 id="names">{grids.names}</h2>
      <table class="admin-table">
        <thead>
          <tr>
            <th scope="col">{visit.words.administration.code}</th>
            {languages.map((language) => (
              <th scope="col">{heads[language]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gridItems.map((item) => (
            <tr class={isCriterionCode(item) ? 'criterion' : undefined}>
              <th scope="row">
                <code>{item}</code>
              </th>
              {languages.map((language) => {
                const name = nameInput(item, language)
                const value = form.typed.get(name) ?? ''
                const fault = form.faults[name]
                return (
                  <td data-label={heads[language]} lang={language}>
                    {fault && (
                      <span class="fault" id={`${name}-fault`}>
                        {fault}
                      </span>
                    )}
                    {editable ? (
                      <input
                        id={name}
                        name={name}
                        value={value}
                        aria-label={`${item}, ${heads[language]}`}
                        aria-invalid={fault ? 'true' : undefined}
                        aria-describedby={fault ? `${name}-fault` : undefined}
                      />
                    ) : (
                      value
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Which questions make no sense of which service: sub-criteria in rows, services in columns. */
export const MaskTable: FC<TableProps> = ({ visit, form, editable }) => {
  const { words, language } = visit
  const { grids } = words.administration
  const ticked = new Set(form.typed.getAll(maskInput))
  const cell = (service: (typeof serviceCodes)[number], item: (typeof subCriterionCodes)[number], name: string) => {
    const value = `${service} ${item}`
    if (editable) {
      const label = grids.maskCell(words.services[service].short, name)
      return <input type="checkbox" name={maskInput} value={value} checked={ticked.has(value)} aria-label={label} />
    }
    return ticked.has(value) ? <span title={grids.masked}>–</span> : <span class="vh">{grids.asked}</span>
  }
  return (
    <section aria-labelledby="mask">
      <h2 id="mask">{grids.mask}</h2>
      <p>{grids.maskNote}</p>
      <div class="admin-wide" tabindex={0} role="region" aria-label={grids.item}>
        <table class="admin-mask">
          <thead>
            <tr>
              <th scope="col">{grids.item}</th>
              {serviceCodes.map((service) => (
                <th scope="col">
                  <span>{words.services[service].short}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {subCriterionCodes.map((item) => {
              const name = form.typed.get(nameInput(item, language)) ?? item
              return (
                <tr>
                  <th scope="row">{name}</th>
                  {serviceCodes.map((service) => (
                    <td>{cell(service, item, name)}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
