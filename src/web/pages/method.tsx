import type { FC } from 'hono/jsx'
import type { MethodView } from '#app/views.ts'
import { Citations } from '../method/citations.tsx'
import { Weighting } from '../method/weighting.tsx'
import type { Page, Visit } from '../page.ts'

const Rule: FC<{ visit: Visit; view: MethodView }> = ({ visit, view }) => {
  const { words, format } = visit
  const { method } = words
  const { rule } = view
  const lines: readonly (readonly [string, string])[] = [
    [method.ruleVersion, words.matrix.rules[rule.code] ?? rule.code],
    [method.scoreThreshold, format.decimal(rule.scoreThreshold)],
    [method.deviationThreshold, format.integer(rule.deviationThreshold)],
    [method.minimumEffectiveN, format.integer(rule.minimumEffectiveN)],
    [method.established, format.percent(rule.established)],
    [method.likely, format.percent(rule.likely)],
    [method.falseDiscovery, format.percent(rule.falseDiscovery)],
  ]
  return (
    <section>
      <h2>{method.ruleTitle}</h2>
      <p>{method.ruleOurs}</p>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{method.threshold}</th>
            <th scope="col">{method.value}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, value]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{method.secondTitle}</h3>
      <p>{method.second(format.percent(rule.importanceThreshold))}</p>
      <h3>{method.belowTitle}</h3>
      <p>{method.below(format.percent(rule.falseDiscovery))}</p>
      <h3>{method.secrecyTitle}</h3>
      <p>{method.secrecy}</p>
    </section>
  )
}

export const methodPage: Page<MethodView> = {
  key: 'method',
  load: (visit) => visit.portal.method({ territory: visit.asked.territory }),
  title: (visit) => visit.words.method.title,
  synthetic: (view) => view.survey.synthetic,
  view: (visit, view) => {
    const { words, format, language } = visit
    const { method } = words
    const { survey, rule } = view
    const steps = [
      [method.askTitle, method.ask],
      [method.weighTitle, method.weigh],
      [method.estimateTitle, method.estimate],
      [method.judgeTitle, method.judge(format.decimal(rule.scoreThreshold))],
    ] as const
    return (
      <>
        <h1>{method.title}</h1>
        <p class="lead">{method.lead}</p>
        <section aria-labelledby="steps">
          <h2 id="steps">{method.steps}</h2>
          <div class="steps">
            {steps.map(([title, text]) => (
              <div>
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            ))}
          </div>
        </section>
        <Rule visit={visit} view={view} />
        <Weighting visit={visit} view={view} />
        <Citations visit={visit} view={view} />
        <section>
          <h2>{method.limitsTitle}</h2>
          <ul class="plain-list">
            {method.limits.map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
        </section>
        <p class="source">
          {survey.title[language]}. {survey.source[language]}{' '}
          {words.matrix.dates(format.firstDate(survey.fieldStart, survey.fieldEnd), format.date(survey.fieldEnd))}
        </p>
      </>
    )
  },
}
