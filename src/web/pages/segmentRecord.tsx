import type { FC } from 'hono/jsx'
import { may } from '#app/rights.ts'
import type { RecordView } from '#app/segments/segmentViews.ts'
import { segmentsActions } from '../addresses/segments.ts'
import type { Page, Visit } from '../page.ts'
import { filled, pathTo } from '../paths.ts'
import { askedClassification } from '../regrouping/typedForms.ts'
import { sentenceOf } from '../segments/typedForms.ts'

interface Props {
  readonly visit: Visit
  readonly view: RecordView
}

/** Whether the bytes came out equal. */
const Outcome: FC<Props> = ({ visit, view: { rerun, record, of } }) => {
  const { record: text } = visit.words.segments
  if (!rerun) return <></>
  if (rerun.fault)
    return (
      <p class="fault" role="alert">
        {text.failed} {sentenceOf(visit, rerun.fault)}
      </p>
    )
  const said = rerun.isSame ? [text.same, text.sameText] : [text.different, text.differentText]
  const [head, why] = rerun.isSameData ? said : [text.otherData, text.otherDataText]
  const sums = [
    [text.dataChecksum, record.dataChecksum, rerun.dataChecksum],
    [text.checksum, of.checksum, rerun.checksum],
  ] as const
  return (
    <div class="notice" role="status">
      <p>
        <b>{head}</b> {why}
      </p>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{text.sum}</th>
            <th scope="col">{text.kept}</th>
            <th scope="col">{text.now}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(([label, kept, now]) => (
            <tr>
              <th scope="row">{label}</th>
              <td>
                <code>{kept.slice(0, 16)}</code>
              </td>
              <td>
                <code>{now.slice(0, 16)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The settings, one a line. */
function settingLines({ words, format, language }: Visit, { record, dataset, of }: RecordView): [string, string][] {
  const { record: text, variables } = words.segments
  const { settings, merge, refresh } = record
  const lines: [string, string][] = [
    [text.method, record.method],
    [text.dataset, `${dataset?.[language] ?? ''} (${settings.dataset})`.trim()],
    [text.source, record.source],
    [text.areas, format.integer(record.areas)],
    [text.transform, variables.transforms[settings.transform]],
    [text.scale, variables.scales[settings.scale]],
    [text.levels, of.groups.map((count) => format.integer(count)).join(' / ')],
    [text.restarts, format.integer(settings.restarts)],
    [text.seed, String(settings.seed)],
    [text.stop, text.stopText(format.integer(settings.maxIterations), String(settings.tolerance))],
  ]
  if (merge) {
    const into = new Set(merge.into).size
    lines.push([text.merge, text.mergeText(format.integer(merge.from), format.integer(into), format.percent(merge.varianceKept))])
  }
  if (refresh) lines.push([text.refresh, `${text.refreshText[refresh.mode]}, ${text.from(format.integer(refresh.from))}`])
  return [...lines, [text.dataChecksum, record.dataChecksum], [text.checksum, of.checksum]]
}

const Variables: FC<Props> = ({ visit, view: { record } }) => {
  const { words, format, language } = visit
  const { record: text } = words.segments
  return (
    <>
      <h2>{text.variables}</h2>
      <table class="admin-table">
        <thead>
          <tr>
            <th scope="col">{text.variable}</th>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.denominator}</th>
            <th scope="col" class="number">
              {text.offset}
            </th>
            <th scope="col" class="number">
              {text.span}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.variables.map(({ measure, denominator, label, offset, span }) => (
            <tr>
              <th scope="row">{label[language]}</th>
              <td data-label={text.code}>
                <code>{measure}</code>
              </td>
              <td data-label={text.denominator}>{denominator ?? text.given}</td>
              <td data-label={text.offset} class="number">
                {format.fine(offset)}
              </td>
              <td data-label={text.span} class="number">
                {format.fine(span)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const Dropped: FC<Props> = ({ visit, view: { record } }) => {
  const { record: text } = visit.words.segments
  return (
    <>
      <h2>{text.dropped}</h2>
      {record.dropped.length === 0 ? (
        <p>{text.noneDropped}</p>
      ) : (
        <ul>
          {record.dropped.map(({ measure, reason, detail }) => (
            <li>
              <code>{measure}</code> {text.reasons[reason]}
              {detail !== null && `: ${detail}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** All that a classification was made of, and the means to make it again. */
export const classificationRecordPage: Page<RecordView> = {
  key: 'classificationRecord',
  needs: 'segments.read',
  live: true,
  above: ['classifications'],
  load: (visit) => visit.desks.segments.record(visit.viewer, askedClassification(visit)),
  title: ({ words }) => words.segments.record.title,
  synthetic: ({ of }) => of.synthetic,
  view: (visit, view) => {
    const { words, language, asked, viewer } = visit
    const { record: text } = words.segments
    const parts = { root: view.of.root.code, number: String(view.of.number) }
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{view.of.name[language]}</p>
        <p>
          {text.lead} <a href={filled(segmentsActions.recordFile[language], parts)}>{text.download}</a>
        </p>
        <Outcome visit={visit} view={view} />
        {may(viewer, 'segments.manage') && (
          <form method="post" action={pathTo(language, 'classificationRecord', asked, { parts })}>
            <p class="hint">{text.rerunText}</p>
            <button type="submit">{text.rerun}</button>
          </form>
        )}
        <table class="figures">
          <tbody>
            {settingLines(visit, view).map(([label, value]) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="checksum">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Variables visit={visit} view={view} />
        <Dropped visit={visit} view={view} />
      </>
    )
  },
}
