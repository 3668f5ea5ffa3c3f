import type { FC } from 'hono/jsx'
import { serviceCodes, type ServiceCode } from '#domain/territory'
import { isDefaultTerritory } from '../asked.ts'
import type { Visit } from '../page.ts'
import { paths } from '../paths.ts'

/** The territory in view travels along in a hidden field: distances and choices begin there. */
export const TerritoryField: FC<{ visit: Visit }> = ({ visit }) =>
  isDefaultTerritory(visit.asked.territory) ? <></> : <input type="hidden" name="territory" value={visit.asked.territory} />

/** One field for what and where. */
export const SearchForm: FC<{ visit: Visit; text: string; openOnly?: boolean }> = ({ visit, text, openOnly }) => {
  const { search } = visit.words.publicArea
  return (
    <form class="search-form" method="get" action={paths.search[visit.language]} role="search">
      <label for="q">{search.label}</label>
      <p class="hint" id="q-hint">
        {search.hint}
      </p>
      <div class="search-line">
        <input id="q" name="q" type="search" value={text} aria-describedby="q-hint" autocomplete="off" maxlength={120} />
        <button type="submit">{search.button}</button>
      </div>
      {openOnly !== undefined && (
        <label class="check">
          <input type="checkbox" name="open" value="1" checked={openOnly} />
          {search.openOnly}
        </label>
      )}
      <TerritoryField visit={visit} />
    </form>
  )
}

interface FinderChoices {
  readonly service: ServiceCode | null
  readonly where: string
  readonly openOnly: boolean
  readonly stepFree: boolean
}

export const noChoice: FinderChoices = { service: null, where: '', openOnly: false, stepFree: false }

const Check: FC<{ name: string; checked: boolean; label: string }> = ({ name, checked, label }) => (
  <label class="check">
    <input type="checkbox" name={name} value="1" checked={checked} />
    {label}
  </label>
)

/** A service, a town, and two filters. */
export const FinderForm: FC<{ visit: Visit; chosen: FinderChoices }> = ({ visit, chosen }) => {
  const { words, language } = visit
  const { finder } = words.publicArea
  return (
    <form class="finder-form" method="get" action={paths.places[language]}>
      <div class="field">
        <label for="finder-service">{finder.service}</label>
        <select id="finder-service" name="service">
          <option value="">{finder.anyService}</option>
          {serviceCodes.map((code) => (
            <option value={code} selected={code === chosen.service}>
              {words.services[code].name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="finder-where">{finder.where}</label>
        <input id="finder-where" name="where" type="text" value={chosen.where} aria-describedby="where-hint" autocomplete="off" />
        <p class="hint" id="where-hint">
          {finder.whereHint}
        </p>
      </div>
      <div class="checks">
        <Check name="open" checked={chosen.openOnly} label={finder.openNow} />
        <Check name="stepfree" checked={chosen.stepFree} label={finder.stepFree} />
      </div>
      <TerritoryField visit={visit} />
      <button type="submit">{finder.button}</button>
    </form>
  )
}
