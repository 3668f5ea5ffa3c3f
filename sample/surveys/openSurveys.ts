import { gridVersion, standardQuestionnaire } from '#domain/survey'
import type { Zone, ZoneParent } from '#domain/territory'
import { buildMargins, populationCells } from './population.ts'
import type { SampleSurvey } from './sampleSurvey.ts'
import { buildStrata } from './strata.ts'

const nothingYet = { respondents: [], needs: [], ratings: [], importance: [], citations: [] } as const

/** Two surveys in the field, so that a new observatory has something to answer: satisfaction in the Pas-de-Calais, free words in Kent. */
export function openSurveys(zones: readonly Zone[], parents: readonly ZoneParent[]): SampleSurvey[] {
  const shared = { grid: gridVersion, synthetic: false, state: 'open', questionnaire: standardQuestionnaire } as const
  const margins = (root: '62' | 'kent') => buildMargins(root, buildStrata(zones, parents, root), populationCells(root))
  return [
    {
      ...shared,
      ...nothingYet,
      territory: '62',
      code: 'besoins-2026',
      kind: 'satisfaction',
      title: { fr: 'Vos services publics, votre avis (démonstration)', en: 'Your public services, your view (demonstration)' },
      fieldStart: '2026-11-02',
      fieldEnd: '2027-03-31',
      source: {
        fr: 'Observatoire de démonstration ; les réponses données ici restent sur cette machine.',
        en: 'Demonstration observatory; the answers given here stay on this machine.',
      },
      margins: margins('62'),
    },
    {
      ...shared,
      ...nothingYet,
      territory: 'kent',
      code: 'what-matters-2026',
      kind: 'elicitation',
      title: {
        fr: 'Ce qui facilite l’accès aux services (démonstration)',
        en: 'What makes services easy to reach (demonstration)',
      },
      fieldStart: '2026-11-02',
      fieldEnd: '2027-03-31',
      source: {
        fr: 'Observatoire de démonstration ; les réponses données ici restent sur cette machine.',
        en: 'Demonstration observatory; the answers given here stay on this machine.',
      },
      margins: margins('kent'),
    },
  ]
}
