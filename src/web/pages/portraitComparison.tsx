import type { FC } from 'hono/jsx'
import type { PortraitComparison } from '#app/portraits/portraitViews.ts'
import type { Segment } from '#domain/segments'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { HeadRow } from '../parts/headRow.tsx'
import { pathTo } from '../paths.ts'
import { factLabel } from '../portraits/sentences.ts'
import { Dumbbells } from '../regrouping/dumbbells.tsx'
import { GroupMark, groupOption } from '../regrouping/groupMark.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PortraitComparison
}

/** Two marks a line, joined: a ring for the first group, a full dot for the second. */
const PairChart: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const most = Math.max(0.1, ...view.apart.flatMap(({ one, two }) => [one.share, two.share]))
  return (
    <Dumbbells
      title={words.portraits.compare.chartText}
      rows={view.apart.map(({ one, two }) => ({ label: factLabel(visit, one), first: one.share, second: two.share }))}
      from={0}
      to={most}
      ticks={[0, most / 2, most]}
      text={format.percent}
    />
  )
}

const PairTable: FC<Props> = ({ visit, view }) => {
  const { words, format } = visit
  const { compare: text } = words.portraits
  return (
    <details class="cuts">
      <summary>{text.table}</summary>
      <div class="scroll" role="region" tabindex={0} aria-label={text.table}>
        <table class="figures mixed">
          <HeadRow texts={[text.measure]} numbers={[view.one.letter, view.two.letter]} />
          <tbody>
            {view.facts.map((fact) => (
              <tr>
                <th scope="row">{factLabel(visit, fact.one)}</th>
                <td class="number">{format.percent(fact.one.share)}</td>
                <td class="number">{format.percent(fact.two.share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const Options: FC<{ visit: Visit; name: string; label: string; groups: readonly Segment[]; chosen: Segment }> = (props) => {
  const { visit, name, label, groups, chosen } = props
  return (
    <p class="form-field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {groups.map((group) => (
          <option value={group.letter} selected={group.letter === chosen.letter}>
            {groupOption(visit, group)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Two groups of one territory: what separates them, and every figure of both. */
export const portraitComparisonPage: Page<PortraitComparison> = {
  key: 'portraitComparison',
  needs: 'portraits.read',
  above: ['portraits'],
  load: ({ desks, viewer, parts, query }) =>
    desks.portraits.compare(viewer, parts['root'] ?? '', { one: query.get('one'), two: query.get('two') }),
  title: ({ words }, { one, two }) => words.portraits.compare.title(one.letter, two.letter),
  synthetic: ({ of }) => of.synthetic,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { compare: text, portrait } = words.portraits
    const root = view.of.root.code
    return (
      <>
        <h1>{text.title(view.one.letter, view.two.letter)}</h1>
        <p class="context">{portrait.context(inWords(visit, view.of.zone).of, String(view.of.number))}</p>
        <form method="get" action={pathTo(language, 'portraitComparison', asked, { parts: { root } })}>
          <div class="two-names">
            <Options visit={visit} name="one" label={text.one} groups={view.groups} chosen={view.one} />
            <Options visit={visit} name="two" label={text.two} groups={view.groups} chosen={view.two} />
          </div>
          <p class="actions">
            <button type="submit">{text.show}</button>
          </p>
        </form>
        <p class="pair-heads">
          {[view.one, view.two].map((group, i) => (
            <a href={pathTo(language, 'portrait', asked, { parts: { root, letter: group.letter } })}>
              {i === 0 ? '○' : '●'} <GroupMark visit={visit} group={group} />
            </a>
          ))}
        </p>
        <h2>{text.chart}</h2>
        <p class="hint">{view.apart.length > 0 ? text.lead : text.none}</p>
        {view.apart.length > 0 && <PairChart visit={visit} view={view} />}
        <PairTable visit={visit} view={view} />
        <p class="notice">{portrait.caution}</p>
      </>
    )
  },
}
