import type { FC } from 'hono/jsx'
import { mostPrinted } from '#app/entry/paperDesk.ts'
import type { PaperLine, PaperListView } from '#app/entry/paperViews.ts'
import { may } from '#app/rights.ts'
import { EntryHead, entryPath, surveyAsked, TerritoryKept } from '../entry/entryHead.tsx'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Framed, type Faults } from '../parts/form.tsx'
import { entryActions } from '../addresses/entry.ts'
import { filled, paths } from '../paths.ts'

export interface PaperListData extends PaperListView {
  readonly faults: Faults
  readonly typed: Readonly<Record<string, string>>
}

/** The number of the next form of the pile: typed, then Enter. */
const KeyOne: FC<{ visit: Visit; data: PaperListData }> = ({ visit, data }) => {
  const { words, parts, language } = visit
  const { list } = words.entry
  if (data.state !== 'open') return <p class="notice warning">{list.notOpen}</p>
  const fault = data.faults['number']
  return (
    <form method="get" action={filled(entryActions.paperOpen[language], parts)} class="form entry-open">
      <TerritoryKept visit={visit} />
      <Framed name="number" label={list.number} fault={fault}>
        <input
          id="number"
          name="number"
          inputmode="numeric"
          autocomplete="off"
          required
          autofocus
          maxlength={9}
          value={data.typed['number'] ?? ''}
          aria-describedby={fault ? 'number-fault' : undefined}
          aria-invalid={fault ? 'true' : undefined}
        />
      </Framed>
      <button type="submit">{list.key}</button>
    </form>
  )
}

const Kept: FC<{ visit: Visit }> = ({ visit }) => {
  const { list } = visit.words.entry
  const number = /^\d{1,6}$/.exec(visit.query.get('number') ?? '')?.[0]
  const done = visit.query.get('done')
  const say = done === 'once' ? list.keptOnce : done === 'done' ? list.keptDone : done === 'settled' ? list.settled : null
  if (!say || number === undefined) return <></>
  return (
    <p class="notice" role="status">
      {say(number)}
    </p>
  )
}

const Counts: FC<{ visit: Visit; data: PaperListData }> = ({ visit, data }) => {
  const { words, format } = visit
  const { list } = words.entry
  const { counts } = data
  const rate = counts.fields === 0 ? '–' : format.fine((100 * counts.differences) / counts.fields)
  return (
    <>
      <dl class="entry-counts">
        {(
          [
            [list.once, format.integer(counts.once)],
            [list.differs, format.integer(counts.differs)],
            [list.done, format.integer(counts.done)],
            [list.samePerson, format.integer(counts.samePerson)],
            [list.errorRate, rate],
          ] as const
        ).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="context">
        {counts.fields === 0
          ? list.noErrorRate
          : list.errorRateNote(format.integer(counts.differences), format.integer(counts.fields))}
      </p>
    </>
  )
}

interface LinesProps {
  readonly visit: Visit
  readonly id: string
  readonly title: string
  readonly lines: readonly PaperLine[]
  readonly total: number
  readonly todo?: { readonly key: 'paperKey' | 'paperSettle'; readonly words: (number: string) => string }
}

const Lines: FC<LinesProps> = ({ visit, id, title, lines, total, todo }) => {
  const { words, format } = visit
  const { list } = words.entry
  if (lines.length === 0) return <></>
  const twice = lines.some(({ secondBy }) => secondBy !== null)
  const heads = [list.formNumber, list.firstBy, ...(twice ? [list.secondBy, list.differences] : []), ...(todo ? [list.todo] : [])]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({format.integer(total)})
      </h2>
      <table class="admin-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{line.number}</th>
              <td data-label={list.firstBy}>{line.firstBy}</td>
              {twice && (
                <td data-label={list.secondBy}>
                  {line.secondBy} {line.samePerson && <span class="tag">{list.samePersonShort}</span>}
                </td>
              )}
              {twice && (
                <td data-label={list.differences}>{line.differences === null ? '' : format.integer(line.differences)}</td>
              )}
              {todo && (
                <td>
                  <a href={entryPath(visit, todo.key, { number: String(line.number) })}>{todo.words(String(line.number))}</a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length < total && <p class="context">{list.cut(format.integer(lines.length))}</p>}
    </section>
  )
}

const Print: FC<{ visit: Visit; faults: Faults }> = ({ visit, faults }) => {
  const { words, parts, language } = visit
  const { list } = words.entry
  return (
    <form method="get" action={filled(paths.paperPrint[language], parts)} class="form">
      <TerritoryKept visit={visit} />
      <h2>{list.printTitle}</h2>
      <p>{list.printText}</p>
      <div class="entry-range">
        {(['from', 'to'] as const).map((name) => (
          <Framed name={name} label={list[name]} fault={faults[name]}>
            <input id={name} name={name} inputmode="numeric" autocomplete="off" required maxlength={6} />
          </Framed>
        ))}
        <button type="submit" class="quiet">
          {list.print}
        </button>
      </div>
      <p class="context">{list.range(String(mostPrinted))}</p>
    </form>
  )
}

/** Where the keying of a survey's forms stands, and where the next one is begun. */
export const entryPaperListPage: Page<PaperListData> = {
  key: 'paperForms',
  needs: 'surveys.enter',
  live: true,
  load: async (visit) => ({ ...(await visit.desks.entry.forms(visit.viewer, surveyAsked(visit))), faults: {}, typed: {} }),
  title: ({ words }) => words.entry.list.title,
  synthetic: ({ head }) => head.synthetic,
  view: (visit, data) => {
    const { words, viewer } = visit
    const { list } = words.entry
    const { counts } = data
    const none = counts.once + counts.differs + counts.done === 0
    return (
      <>
        <EntryHead visit={visit} head={data.head} title={list.title}>
          <p class="context">{list.lead}</p>
        </EntryHead>
        <FaultSummary title={words.entry.faultsTitle} faults={data.faults} />
        <Kept visit={visit} />
        <KeyOne visit={visit} data={data} />
        {none ? <p>{list.none}</p> : <Counts visit={visit} data={data} />}
        <Lines
          visit={visit}
          id="differs"
          title={list.differs}
          lines={data.differs}
          total={counts.differs}
          todo={{ key: 'paperSettle', words: list.settle }}
        />
        <Lines
          visit={visit}
          id="once"
          title={list.once}
          lines={data.once}
          total={counts.once}
          todo={{ key: 'paperKey', words: list.keySecond }}
        />
        <Print visit={visit} faults={data.faults} />
        <Lines visit={visit} id="done" title={list.done} lines={data.done} total={counts.done} />
        {may(viewer, 'answers.bring') && (
          <p>
            <a href={entryPath(visit, 'answerFiles')}>{words.entry.toFiles}</a>
          </p>
        )}
      </>
    )
  },
}
