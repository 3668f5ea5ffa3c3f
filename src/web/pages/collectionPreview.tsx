import type { PreviewView } from '#app/collection/collectionViews.ts'
import { StepFields, stepTitle } from '../collection/stepFields.tsx'
import type { Page } from '../page.ts'

/** The questionnaire to look at: its pages one under the other, in no form, so that nothing can be sent. */
export const answerPreviewPage: Page<PreviewView> = {
  key: 'answerPreview',
  needs: 'surveys.read',
  load: ({ desks, viewer, parts, asked }) =>
    desks.collection.preview(viewer, { survey: parts['code'] ?? '', territory: asked.territory }),
  title: ({ words, language }, { head }) => words.collection.preview.title(head.title[language]),
  synthetic: ({ head }) => head.synthetic,
  zone: ({ head }) => head.territory,
  view: (visit, { head, grid, steps }) => {
    const { preview } = visit.words.collection
    return (
      <div class="questionnaire">
        <h1>{preview.title(head.title[visit.language])}</h1>
        <p class="context">{preview.lead}</p>
        {steps.map((step) => (
          <section class="previewed">
            <h2>{stepTitle(visit, step.ask)}</h2>
            <StepFields visit={visit} grid={grid} step={step} />
          </section>
        ))}
      </div>
    )
  },
}
