import type { FC } from 'hono/jsx'
import type { PaperAsks, PaperPrintView } from '#app/entry/paperViews.ts'
import {
  channelCodes,
  criterionCodes,
  isCriterionCode,
  publicDimensionCodes,
  publicDimensions,
  type ItemCode,
} from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Visit } from '../page.ts'
import { criterionNumber, letterOf, nameOfItem } from './entryNames.ts'

interface PaperProps {
  readonly visit: Visit
  readonly data: PaperPrintView
  readonly form: PaperAsks
}

const Box: FC = () => <span class="paper-box" aria-hidden="true"></span>

/** Choices with the number that is keyed beside each. */
const Choices: FC<{ question: string; options: readonly string[] }> = ({ question, options }) => (
  <p class="paper-choices">
    <b>{question}</b>
    {options.map((option, i) => (
      <span>
        <Box /> <small>{i + 1}</small> {option}
      </span>
    ))}
  </p>
)

const Person: FC<{ visit: Visit }> = ({ visit }) => {
  const { entry } = visit.words
  return (
    <section>
      <h3>
        {entry.paper.step('1')} · {entry.paper.you}
      </h3>
      <p class="paper-choices">
        <b>{entry.paper.zone}</b>
        <span class="paper-line"></span>
      </p>
      {publicDimensionCodes.map((dimension) => (
        <Choices
          question={entry.questions[dimension]}
          options={publicDimensions[dimension].map((category) => entry.answers[dimension][category] ?? category)}
        />
      ))}
    </section>
  )
}

const Needs: FC<PaperProps> = ({ visit, form }) => {
  const { words } = visit
  const { paper } = words.entry
  const { order } = form.interview
  return (
    <section>
      <h3>
        {paper.step('2')} · {paper.needs}
      </h3>
      <p>{paper.needsText}</p>
      <div class="paper-needs">
        <table>
          <tbody>
            {order.map((service) => (
              <tr>
                <th scope="row">
                  <b>{letterOf(order, service)}</b> {words.services[service].name}
                </th>
                <td>
                  <Box /> {paper.used}
                </td>
                <td>
                  {paper.gaveUp} <span class="paper-number"></span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="paper-reasons">
          <b>{paper.reasons}</b>
          <ol>
            {criterionCodes.map((criterion) => (
              <li>{words.collection.why[criterion]}</li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}

const Item: FC<{ visit: Visit; data: PaperPrintView; item: ItemCode }> = ({ visit, data, item }) => {
  const { language } = visit
  const number = criterionNumber(item)
  const question = data.grid.questions?.[item]?.[language] ?? nameOfItem(visit, data.grid, item)
  return (
    <tr>
      <th scope="row">
        {number !== null && <b>{number}</b>} {question}
      </th>
      <td>
        <span class="paper-number"></span>
      </td>
      {number !== null && data.questionnaire.importance && (
        <td>
          <Box />
        </td>
      )}
    </tr>
  )
}

/** The frame of one service: criteria on the left, what explains them on the right. */
const ServiceFrame: FC<PaperProps & { service: ServiceCode }> = ({ visit, data, form, service }) => {
  const { words } = visit
  const { paper, channels } = words.entry
  const items = form.interview.items[service]
  const columns = [items.filter(isCriterionCode), items.filter((item) => !isCriterionCode(item))] as const
  const used = channelCodes.map((code) => channels[code])
  return (
    <section class="paper-service">
      <h3>
        <b class="paper-letter">{letterOf(form.interview.order, service)}</b> {words.services[service].name}
      </h3>
      <div class="paper-columns">
        {columns.map((column, i) => (
          <table>
            <thead>
              <tr>
                <th scope="col">{i === 0 ? <span class="vh">{paper.note}</span> : paper.inDetail}</th>
                <th scope="col">0–10</th>
                {i === 0 && data.questionnaire.importance && <th scope="col">{paper.important}</th>}
              </tr>
            </thead>
            <tbody>
              {column.map((item) => (
                <Item visit={visit} data={data} item={item} />
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <Choices question={paper.channelUsed} options={used} />
      <Choices question={paper.channelPreferred} options={used} />
      {data.questionnaire.verbatims && (
        <p class="paper-choices">
          <b>{paper.words}</b>
          <span class="paper-line"></span>
        </p>
      )}
    </section>
  )
}

const Rating: FC<PaperProps> = (props) => {
  const { visit, data, form } = props
  const { paper } = visit.words.entry
  const most = data.questionnaire.mostServices
  return (
    <section class="paper-rating">
      <h3>
        {paper.step('3')} · {paper.rating(String(most))}
      </h3>
      <p>
        <b>{most === 1 ? paper.ratingSingle : paper.ratingText(String(most))}</b> {paper.scale}{' '}
        {data.questionnaire.importance && paper.importantText}
      </p>
      {form.interview.order.map((service) => (
        <ServiceFrame {...props} service={service} />
      ))}
    </section>
  )
}

const Citations: FC<{ visit: Visit }> = ({ visit }) => {
  const { paper } = visit.words.entry
  return (
    <section>
      <h3>
        {paper.step('2')} · {paper.citations}
      </h3>
      <p>{paper.citationsText}</p>
      <ol class="paper-citations">
        {Array.from({ length: 10 }, () => (
          <li>
            <span class="paper-line"></span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A whole form, to be filled in with a pen. */
export const PaperFormPages: FC<PaperProps> = (props) => {
  const { visit, data, form } = props
  const { words, language } = visit
  const { paper } = words.entry
  return (
    <article class="paper" lang={language}>
      <header>
        <p class="paper-no">
          <b>{paper.number(String(form.number))}</b> · {language.toUpperCase()}
          <small>{paper.numberNote}</small>
        </p>
        <h2>{data.head.title[language]}</h2>
        <p>
          {paper.askedBy} {data.head.source[language].replace(/\.$/, '')}. {paper.welcome}
        </p>
      </header>
      <Person visit={visit} />
      {data.kind === 'satisfaction' ? (
        <>
          <Needs {...props} />
          <Rating {...props} />
        </>
      ) : (
        <Citations visit={visit} />
      )}
      <footer>
        <p>
          {paper.thanks} <span class="paper-no">{paper.number(String(form.number))}</span>
        </p>
      </footer>
    </article>
  )
}
