import type { FC } from 'hono/jsx'
import type { MatrixView } from '#app/views.ts'
import { GroupOptions } from '../parts/options.tsx'
import { inWords } from '../parts/zoneWords.ts'
import { exportPath, paths } from '../paths.ts'
import type { Visit } from '../page.ts'
import { capital } from '#words/zones.ts'

type FilterView = Pick<MatrixView, 'against' | 'againstChoices' | 'group' | 'rule'>

/** What the matrix shows: a plain form whose state is the address. */
export const Filters: FC<{ visit: Visit; view: FilterView; page?: 'matrix' | 'priorities' }> = (props) => {
  const { visit, view, page = 'matrix' } = props
  const { words, language, asked, query } = visit
  const { matrix } = words
  const choices = view.againstChoices.length > 0 ? view.againstChoices : [view.against]
  const open = query.get('open')
  return (
    <form class="filters" method="get" action={paths[page][language]} aria-label={matrix.filters}>
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
          {Object.entries(matrix.rules).map(([code, name]) => (
            <option value={code} selected={code === view.rule.code}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{matrix.show}</button>
      {page === 'matrix' && <Exports visit={visit} detail={open !== null} />}
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
