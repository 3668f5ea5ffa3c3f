import type { FC } from 'hono/jsx'
import type { GuideMix, GuideView } from '#app/guide/guideViews.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Field, faultsFrom } from '../parts/form.tsx'
import { HeadRow } from '../parts/headRow.tsx'
import { pathTo } from '../paths.ts'
import { factLabel, standingSentence } from '../portraits/sentences.ts'
import { GroupMark, groupClass } from '../regrouping/groupMark.tsx'

interface Props {
  readonly visit: Visit
  readonly mix: GuideMix
}

const width = 640

/** The mix as one strip, each group in its colour with its letter. */
const MixStrip: FC<Props> = ({ visit, mix }) => (
  <svg class="chart mix-strip" viewBox={`0 0 ${width} 40`} role="img" aria-label={visit.words.guide.mixText}>
    {mix.groups.map(({ segment, share }, i) => {
      const before = mix.groups.slice(0, i).reduce((sum, each) => sum + each.share, 0)
      const [x, wide] = [width * before, width * share]
      return (
        <>
          <rect class={groupClass(segment.number)} x={x.toFixed(1)} y={0} width={Math.max(0, wide - 1).toFixed(1)} height={40} />
          {wide > 26 && (
            <text x={(x + wide / 2).toFixed(1)} y={26} text-anchor="middle">
              {segment.letter}
            </text>
          )}
        </>
      )
    })}
  </svg>
)

const MixTable: FC<Props> = ({ visit, mix }) => {
  const { words, format, language, asked } = visit
  const { guide: text } = words
  return (
    <table class="figures mixed">
      <HeadRow texts={[text.group]} numbers={[text.share, text.index]} />
      <tbody>
        {mix.groups.map(({ segment, share, index }) => (
          <tr>
            <th scope="row">
              <a href={pathTo(language, 'portrait', asked, { parts: { root: mix.of.root.code, letter: segment.letter } })}>
                <GroupMark visit={visit} group={segment} />
              </a>
            </th>
            <td class="number">{format.percent(share)}</td>
            <td class="number">{index === null ? '–' : format.integer(Math.round(index))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A group's portrait in two or three sentences. */
const Brief: FC<{ visit: Visit; group: GuideMix['briefs'][number]; root: string }> = ({ visit, group, root }) => {
  const { words, language, asked } = visit
  const sentences = (['strap', 'channels', 'reach'] as const).flatMap((part) => {
    const view = group.parts.find((each) => each.part === part)
    return view ? [standingSentence(visit, view)] : []
  })
  return (
    <li>
      <h3>
        <GroupMark visit={visit} group={group.segment} />
      </h3>
      {sentences
        .filter((sentence) => sentence !== '')
        .map((sentence) => (
          <p>{sentence}</p>
        ))}
      <p>
        <a href={pathTo(language, 'portrait', asked, { parts: { root, letter: group.segment.letter } })}>
          {words.guide.portrait}
        </a>
      </p>
    </li>
  )
}

const Services: FC<Props> = ({ visit, mix }) => {
  const { words, format, language, asked } = visit
  const { guide: text } = words
  if (mix.services.length === 0) return <></>
  return (
    <section>
      <h2>{text.services}</h2>
      <p>{text.servicesLead}</p>
      <ul class="guide-services">
        {mix.services.map(({ fact, share, index }) => (
          <li>
            <a href={pathTo(language, 'service', asked, { parts: { code: fact.service ?? '' } })}>{factLabel(visit, fact)}</a>{' '}
            <span class="muted">{text.used(format.percent(share), format.integer(Math.round(index)))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Found: FC<Props> = ({ visit, mix }) => {
  const { words, format, language } = visit
  const { guide: text } = words
  const where = mix.postcode ?? mix.zones[0]?.name[language] ?? ''
  return (
    <section aria-live="polite">
      <h2>{text.around(where)}</h2>
      <p class="context">{text.counted(format.integer(mix.areas), format.integer(Math.round(mix.people)))}</p>
      <p class="notice">{text.caution}</p>
      <h3>{text.mix}</h3>
      <MixStrip visit={visit} mix={mix} />
      <MixTable visit={visit} mix={mix} />
      <p class="hint">{text.indexHint}</p>
      <h2>{text.brief}</h2>
      <ul class="guide-briefs">
        {mix.briefs.map((group) => (
          <Brief visit={visit} group={group} root={mix.of.root.code} />
        ))}
      </ul>
      <Services visit={visit} mix={mix} />
      <h2>{text.ask}</h2>
      <ul class="guide-questions">
        {text.questions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
    </section>
  )
}

/** The desk's guide: a place is typed, those who live there are described; nothing typed stands in an address. */
export const guidePage: Page<GuideView> = {
  key: 'guide',
  needs: 'guide.read',
  load: () => Promise.resolve({ typed: '', issue: null, mix: null }),
  title: ({ words }) => words.guide.title,
  synthetic: ({ mix }) => mix?.of.synthetic ?? false,
  view: (visit, { typed, issue, mix }) => {
    const { words, language, asked } = visit
    const { guide: text } = words
    const faults = faultsFrom(issue ? { where: issue } : {}, text.issues, words.segments.otherIssue)
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{text.lead}</p>
        <FaultSummary title={text.faultsTitle} faults={faults} />
        <form method="post" action={pathTo(language, 'guide', asked)} class="guide-form">
          <Field
            name="where"
            label={text.where}
            hint={text.whereHint}
            fault={faults['where']}
            value={typed}
            autocomplete="off"
            maxlength={80}
          />
          <p class="actions">
            <button type="submit">{mix ? text.again : text.look}</button>
          </p>
        </form>
        {mix && <Found visit={visit} mix={mix} />}
      </>
    )
  },
}
