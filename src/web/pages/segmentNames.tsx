import type { NamesView } from '#app/segments/segmentViews.ts'
import type { Page } from '../page.ts'
import { FaultSummary, Field } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'
import { askedClassification } from '../regrouping/typedForms.ts'
import { faultsOf } from '../segments/typedForms.ts'
import { Hidden } from '../weights/settingsForm.tsx'

/** The names of all groups of a classification, to be changed. */
export const classificationNamesPage: Page<NamesView> = {
  key: 'classificationNames',
  needs: 'segments.manage',
  live: true,
  above: ['classifications'],
  load: (visit) => visit.desks.segments.names(visit.viewer, askedClassification(visit)),
  title: ({ words }) => words.segments.names.title,
  synthetic: ({ of }) => of.synthetic,
  view: (visit, { of, segments, typed, issues }) => {
    const { words, language, asked, query } = visit
    const { names: text, faultsTitle } = words.segments
    const parts = { root: of.root.code, number: String(of.number) }
    const faults = faultsOf(visit, issues)
    const isSaved = query.get('done') === '1' && Object.keys(faults).length === 0
    return (
      <>
        <h1>{text.title}</h1>
        <p class="context">{of.name[language]}</p>
        <p>{text.lead}</p>
        {isSaved && (
          <p class="notice" role="status">
            {text.saved}
          </p>
        )}
        <FaultSummary title={faultsTitle} faults={faults} />
        <form method="post" action={pathTo(language, 'classificationNames', asked, { parts })}>
          <Hidden fields={[['version', String(of.version)]]} />
          {segments.map(({ level, number, letter, name }) => {
            const shown = typed?.find((each) => each.level === level && each.number === number) ?? name
            const [fr, en] = [`fr.${level}.${number}`, `en.${level}.${number}`]
            return (
              <div class="two-names">
                <Field name={fr} label={text.frOf(letter)} value={shown.fr} fault={faults[fr]} />
                <Field name={en} label={text.enOf(letter)} value={shown.en} fault={faults[en]} />
              </div>
            )
          })}
          <p class="actions">
            <button type="submit">{text.save}</button>
          </p>
        </form>
      </>
    )
  },
}
