import type { FC } from 'hono/jsx'
import type { Concentration, PortraitFact } from '#app/portraits/portraitViews.ts'
import type { Visit } from '../page.ts'
import { HeadRow } from '../parts/headRow.tsx'
import { pathTo } from '../paths.ts'
import { factLabel } from './sentences.ts'

interface FactsProps {
  readonly visit: Visit
  readonly facts: readonly PortraitFact[]
}

function verdictOf({ lower, upper }: PortraitFact): 'over' | 'under' | 'even' {
  if (lower > 100) return 'over'
  return upper < 100 ? 'under' : 'even'
}

/** Services by how many of the group use them, with index, interval and verdict. */
export const ServiceTable: FC<FactsProps> = ({ visit, facts }) => {
  const { words, format, language, asked } = visit
  const { portrait: text } = words.portraits
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={text.services}>
      <table class="figures mixed">
        <HeadRow texts={[text.service]} numbers={[text.rate, text.index, text.interval]} last={text.judged} />
        <tbody>
          {facts.map((fact) => (
            <tr>
              <th scope="row">
                {fact.service ? (
                  <a href={pathTo(language, 'service', asked, { parts: { code: fact.service } })}>{factLabel(visit, fact)}</a>
                ) : (
                  factLabel(visit, fact)
                )}
              </th>
              <td class="number">{format.percent(fact.share)}</td>
              <td class="number">{format.integer(Math.round(fact.index))}</td>
              <td class="number">{`${format.decimal(fact.lower)}–${format.decimal(fact.upper)}`}</td>
              <td>{text.verdict[verdictOf(fact)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every figure of a portrait. */
export const FactTable: FC<FactsProps> = ({ visit, facts }) => {
  const { words, format, language } = visit
  const { portrait: text } = words.portraits
  return (
    <details class="cuts">
      <summary>{text.figures}</summary>
      <div class="scroll" role="region" tabindex={0} aria-label={text.figures}>
        <table class="figures mixed">
          <HeadRow texts={[text.measure, text.of]} numbers={[text.own, text.all, text.index, text.interval]} />
          <tbody>
            {facts.map((fact) => (
              <tr>
                <th scope="row">{fact.label[language]}</th>
                <td>{fact.denominator[language]}</td>
                <td class="number">{format.percent(fact.share)}</td>
                <td class="number">{format.percent(fact.all)}</td>
                <td class="number">{format.integer(Math.round(fact.index))}</td>
                <td class="number">{`${format.decimal(fact.lower)}–${format.decimal(fact.upper)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** Where a group is the most frequent. */
export const WhereTable: FC<{ visit: Visit; where: readonly Concentration[] }> = ({ visit, where }) => {
  const { words, format, language } = visit
  const { portrait: text } = words.portraits
  return (
    <table class="figures mixed">
      <HeadRow texts={[text.place]} numbers={[text.here, text.index, text.peopleHere]} />
      <tbody>
        {where.map(({ zone, share, index, people }) => (
          <tr>
            <th scope="row">{zone.name[language]}</th>
            <td class="number">{format.percent(share)}</td>
            <td class="number">{format.integer(Math.round(index))}</td>
            <td class="number">{format.integer(Math.round(people))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
