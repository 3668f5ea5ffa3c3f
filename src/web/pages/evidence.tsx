import type { FC } from 'hono/jsx'
import type { EvidenceView } from '#app/views.ts'
import { Charts } from '../evidence/charts.tsx'
import { Figures } from '../evidence/figures.tsx'
import { Groups } from '../evidence/groups.tsx'
import { Elsewhere, Parts } from '../evidence/related.tsx'
import { Beside, Change } from '../evidence/beside.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import type { Page, Visit } from '../page.ts'
import { criterionOf, isSubCriterion, itemInSentence } from '../parts/itemNames.ts'
import { inWords } from '../parts/zoneWords.ts'
import { pathTo } from '../paths.ts'

function titleOf(visit: Visit, view: EvidenceView): string {
  const { words } = visit
  const service = words.services[view.cell.service].name
  return words.evidence.title(service, itemInSentence(words, view.cell.item), inWords(visit, view.territory).in)
}

const Cannot: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { evidence } = visit.words
  const { lower, upper } = view.cell
  const { format } = visit
  return (
    <section>
      <h2>{evidence.cannotTitle}</h2>
      <ul class="plain-list">
        {lower !== null && upper !== null && <li>{evidence.cannotInterval(format.decimal(lower), format.decimal(upper))}</li>}
        <li>{evidence.cannotCause}</li>
        <li>{evidence.cannotNonUsers}</li>
        <li>{evidence.cannotPlace}</li>
      </ul>
    </section>
  )
}

const HowMade: FC<{ visit: Visit; view: EvidenceView }> = ({ visit, view }) => {
  const { words, format, language } = visit
  const { evidence, matrix } = words
  const { rule, survey, weighting } = view
  const thresholds = [rule.scoreThreshold, rule.minimumEffectiveN] as const
  return (
    <section>
      <h2>{evidence.ruleTitle}</h2>
      <p>
        <b>{matrix.rules[rule.code] ?? rule.code}.</b>{' '}
        {(rule.by === 'importance' ? evidence.importanceRuleText : evidence.ruleText)(
          format.decimal(thresholds[0]),
          format.percent(rule.established),
          format.percent(rule.likely),
          format.integer(thresholds[1]),
        )}
      </p>
      <h2>{evidence.howMade}</h2>
      <p>
        {evidence.howMadeText(
          words.method.weightings[weighting.method] ?? weighting.method,
          format.integer(survey.respondents),
          format.integer(weighting.effectiveN),
        )}
      </p>
      <h2>{evidence.sourceTitle}</h2>
      <p>
        {survey.title[language]}. {survey.source[language]}{' '}
        {matrix.dates(format.firstDate(survey.fieldStart, survey.fieldEnd), format.date(survey.fieldEnd))}
      </p>
    </section>
  )
}

export const evidencePage: Page<EvidenceView> = {
  key: 'evidence',
  above: ['matrix'],
  load: (visit) =>
    visit.portal.evidence({ ...visit.asked, service: visit.parts['service'] ?? '', item: visit.parts['item'] ?? '' }),
  title: titleOf,
  zone: (view) => view.territory,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, language, asked } = visit
    const { item, service } = view.cell
    const criterion = criterionOf(item)
    return (
      <div id="evidence">
        <h1>{titleOf(visit, view)}</h1>
        <Verdict visit={visit} view={view} />
        {view.group && <p class="context">{words.matrix.contextGroup(words.publics[view.group])}</p>}
        <Charts visit={visit} view={view} />
        <Figures visit={visit} view={view} />
        <Parts visit={visit} view={view} />
        <Beside visit={visit} view={view} />
        <Change visit={visit} view={view} />
        <Groups visit={visit} view={view} />
        <Elsewhere visit={visit} view={view} />
        <Cannot visit={visit} view={view} />
        <HowMade visit={visit} view={view} />
        <p class="actions">
          {isSubCriterion(item) && (
            <a href={pathTo(language, 'evidence', asked, { parts: { service, item: criterion } })}>
              {words.evidence.up(words.criteria[criterion].name)}
            </a>
          )}
          <a href={pathTo(language, 'matrix', asked)}>{words.evidence.back}</a>
        </p>
      </div>
    )
  },
}
