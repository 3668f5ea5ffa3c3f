import type { FC } from 'hono/jsx'
import type { MatchEditorView } from '#app/regrouping/matchGroups.ts'
import type { Page, Visit } from '../page.ts'
import { FaultSummary, Framed, type Faults } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import { regroupingActions } from '../addresses/regrouping.ts'
import { PairChoice, PairGaps, PairThemes } from '../regrouping/commonPair.tsx'
import { DistanceMap, Matches, NationalGroups } from '../regrouping/commonView.tsx'
import { askedPair, choiceOf, matchFields, readMatch } from '../regrouping/typedMatch.ts'
import { Hidden } from '../weights/settingsForm.tsx'

interface Props {
  readonly visit: Visit
  readonly view: MatchEditorView
  readonly faults: Faults
}

const Side: FC<Props & { name: 'left' | 'right'; label: string }> = ({ visit, view, faults, name, label }) => {
  const { words, language, format } = visit
  const typed = view.typed?.[name]
  return (
    <Framed name={name} label={label} fault={faults[name]}>
      <select id={name} name={name} aria-describedby={faults[name] ? `${name}-fault` : undefined}>
        {view.choices.map((choice) => (
          <option value={choiceOf(choice)} selected={choice.root.code === typed?.root && choice.number === typed.number}>
            {choice.zone.name[language]}, {choice.name[language]} ({words.regrouping.version(format.integer(choice.number))})
          </option>
        ))}
      </select>
    </Framed>
  )
}

const Settings: FC<Props> = (props) => {
  const { visit, view } = props
  const { words, language } = visit
  const { common: text } = words.regrouping
  return (
    <form method="get" action={paths.commonGroupsMake[language]} class="match-settings">
      <div class="two-names">
        <Side {...props} name="left" label={text.left} />
        <Side {...props} name="right" label={text.right} />
      </div>
      <fieldset class="form-group">
        <legend>{text.scaling}</legend>
        {(['within', 'pooled'] as const).map((scaling) => (
          <label class="choice">
            <input type="radio" name="scaling" value={scaling} checked={scaling === (view.typed?.scaling ?? 'within')} />{' '}
            <span>
              <b>{text.scalingNames[scaling]}</b>
              <br />
              <span class="muted">{text.scalings[scaling]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit">{text.preview}</button>
    </form>
  )
}

/** Two classifications compared before anybody sees it: which, and on what scale. */
export const commonGroupsMakePage: Page<MatchEditorView> = {
  key: 'commonGroupsMake',
  needs: 'segments.manage',
  live: true,
  above: ['regroupings'],
  load: (visit) => visit.desks.regrouping.commonEditor(visit.viewer, readMatch(visit.query), askedPair(visit.query)),
  title: ({ words }) => words.pageNames.commonGroupsMake,
  synthetic: ({ choices }) => choices.some(({ synthetic }) => synthetic),
  view: (visit, data) => {
    const { words, language, asked } = visit
    const { common: text, faultsTitle } = words.regrouping
    const { view, typed } = data
    const faults: Faults = data.sameCountry ? { right: text.same } : {}
    const fields = typed ? matchFields(typed) : []
    const toPair = (left: number, right: number) =>
      pathTo(language, 'commonGroupsMake', asked, {
        more: { ...Object.fromEntries(fields), one: String(left), other: String(right) },
      })
    return (
      <>
        <h1>{words.pageNames.commonGroupsMake}</h1>
        <p class="context">{text.lead}</p>
        <FaultSummary title={faultsTitle} faults={faults} />
        <Settings visit={visit} view={data} faults={faults} />
        {view && (
          <>
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
              <PairChoice visit={visit} view={view} action={paths.commonGroupsMake[language]} carried={fields} />
              <PairGaps visit={visit} view={view} />
              <PairThemes visit={visit} view={view} />
            </section>
            <form method="post" action={regroupingActions.publishCommon[language]} class="actions">
              <Hidden fields={fields} />
              <button type="submit">{text.save}</button>
            </form>
          </>
        )}
      </>
    )
  },
}
