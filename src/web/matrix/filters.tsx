import type { FC } from 'hono/jsx'
import type { MatrixView } from '#app/views.ts'
import type { PublicCode } from '#domain/survey'
import { inWords } from '../parts/zoneWords.ts'
import { exportPath, paths } from '../paths.ts'
import type { Visit } from '../page.ts'
import { capital } from '#words/zones.ts'

const GroupOptions: FC<{ visit: Visit; chosen: PublicCode | null }> = ({ visit, chosen }) => {
  const { words } = visit
  const codes = Object.keys(words.publics) as PublicCode[]
  return (
    <>
      <option value="">{words.matrix.everyone}</option>
      {Object.entries(words.publicDimensions).map(([dimension, name]) => (
        <optgroup label={name}>
          {codes
            .filter((code) => code.startsWith(`${dimension}:`))
            .map((code) => (
              <option value={code} selected={code === chosen}>
                {capital(words.publics[code])}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}

/** What the matrix shows: a plain form whose state is the address. */
export const Filters: FC<{ visit: Visit; view: MatrixView }> = ({ visit, view }) => {
  const { words, language, asked, query } = visit
  const { matrix } = words
  const choices = view.againstChoices.length > 0 ? view.againstChoices : [view.against]
  const open = query.get('open')
  return (
    <form class="filters" method="get" action={paths.matrix[language]} aria-label={matrix.filters}>
      <input type="hidden" name="territory" value={asked.territory} />
      {open && <input type="hidden" name="open" value={open} />}
      <p class="field">
        <label for="against">{matrix.compareWith}</label>
        <select id="against" name="against">
          {choices.map((zone) => (
            <option value={zone.code} selected={zone.code === view.against.code}>
              {capital(inWords(visit, zone).the)}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="group">{matrix.group}</label>
        <select id="group" name="group">
          <GroupOptions visit={visit} chosen={view.group} />
        </select>
      </p>
      <p class="field">
        <label for="rule">{matrix.rule}</label>
        <select id="rule" name="rule">
          <option value={view.rule.code}>{matrix.rules[view.rule.code] ?? view.rule.code}</option>
        </select>
      </p>
      <button type="submit">{matrix.show}</button>
      <Exports visit={visit} detail={open !== null} />
    </form>
  )
}

const Exports: FC<{ visit: Visit; detail: boolean }> = ({ visit, detail }) => {
  const { matrix } = visit.words
  const formats = ['csv', 'xlsx', 'json'] as const
  return (
    <p class="exports">
      <span id="export-label">{matrix.exportAs}</span>
      {formats.map((format) => (
        <a href={exportPath(visit.language, format, visit.asked, detail)} aria-describedby="export-label">
          {matrix[format]}
        </a>
      ))}
    </p>
  )
}
