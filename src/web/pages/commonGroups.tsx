import { may } from '#app/rights.ts'
import type { CommonGroupsView } from '#app/regrouping/matchGroups.ts'
import type { Page, Visit } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { paths, pathTo } from '../paths.ts'
import { PairChoice, PairGaps, PairThemes } from '../regrouping/commonPair.tsx'
import { DistanceMap, Matches, NationalGroups } from '../regrouping/commonView.tsx'
import { askedPair } from '../regrouping/typedMatch.ts'

function titleOf(visit: Visit, view: CommonGroupsView | null): string {
  const { common } = visit.words.regrouping
  if (!view) return common.titleNone
  return common.title(inWords(visit, view.left.of.zone).of, inWords(visit, view.right.of.zone).of)
}

/** The groups of both countries compared, for anybody: what answers what, and what stays national. */
export const commonGroupsPage: Page<CommonGroupsView | null> = {
  key: 'commonGroups',
  needs: 'portraits.read',
  load: (visit) => visit.desks.regrouping.common(visit.viewer, askedPair(visit.query)),
  title: titleOf,
  synthetic: (view) => view !== null && (view.left.of.synthetic || view.right.of.synthetic),
  view: (visit, view) => {
    const { words, language, asked, format } = visit
    const { common: text } = words.regrouping
    const toPair = (left: number, right: number) =>
      pathTo(language, 'commonGroups', asked, { more: { one: String(left), other: String(right) } })
    const manages = may(visit.viewer, 'segments.manage')
    return (
      <>
        <h1>{titleOf(visit, view)}</h1>
        <p class="context">{text.lead}</p>
        {!view && <p>{text.none}</p>}
        {view && (
          <>
            <p>{text.scalings[view.common.scaling]}</p>
            <h2>{text.matches}</h2>
            <div class="beside wide-left">
              <div>
                <Matches visit={visit} view={view} toPair={toPair} />
              </div>
              <DistanceMap visit={visit} view={view} toPair={toPair} />
            </div>
            <NationalGroups visit={visit} view={view} toPair={toPair} />
            <section id="pair">
              <h2>{text.pairChoice}</h2>
              <PairChoice visit={visit} view={view} action={paths.commonGroups[language]} carried={[]} />
              <PairGaps visit={visit} view={view} />
              <PairThemes visit={visit} view={view} />
            </section>
            <p class="source">
              {text.method(format.integer(view.common.variables.length))} {view.madeAt && text.madeAt(format.date(view.madeAt))}
            </p>
          </>
        )}
        {manages && (
          <p class="actions">
            <a class="button quiet" href={pathTo(language, 'commonGroupsMake', asked)}>
              {text.make}
            </a>
          </p>
        )}
      </>
    )
  },
}
