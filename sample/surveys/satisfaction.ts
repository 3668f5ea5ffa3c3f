import { gridVersion, standardQuestionnaire, type ItemCode } from '#domain/survey'
import type { ServiceCode, Zone, ZoneParent } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import { withChannels } from './channels.ts'
import { answerImportance } from './importance.ts'
import { answerNeeds, answerRatings, expectations } from './interview.ts'
import { drawPeople } from './people.ts'
import { buildMargins, populationCells, type Side } from './population.ts'
import type { SampleNeed, SampleRating, SampleSurvey } from './sampleSurvey.ts'
import { allocate, buildStrata } from './strata.ts'
import { before2026 } from './waves.ts'

/** What is asked of one satisfaction survey. */
interface Plan {
  readonly territory: Side
  readonly size: number
  /** Further respondents by stratum. */
  readonly overSample: Readonly<Record<string, number>>
  /** Points by which scores of this wave differ from those of 2026. */
  readonly shift?: (service: ServiceCode, item: ItemCode) => number
  readonly labels: Pick<SampleSurvey, 'code' | 'title' | 'fieldStart' | 'fieldEnd' | 'source'>
}

/** 2,000 respondents of the Pas-de-Calais, and 500 more in each inter-municipal body of the Audomarois. */
export const satisfaction62: Plan = {
  territory: '62',
  size: 2000,
  overSample: { '200069037': 500, '246201016': 500 },
  labels: {
    code: 'satisfaction-2026',
    title: {
      fr: 'Satisfaction des usagers 2026, Pas-de-Calais et Audomarois (données synthétiques)',
      en: 'User satisfaction 2026, Pas-de-Calais and Audomarois (synthetic data)',
    },
    fieldStart: '2026-03-16',
    fieldEnd: '2026-05-29',
    source: {
      fr: 'Données synthétiques tirées par programme sur les communes réelles (INSEE, COG 2026) ; aucune réponse n’est celle d’une personne.',
      en: 'Synthetic data drawn by a program over the real communes (INSEE, COG 2026); no answer is a person’s.',
    },
  },
}

/** The wave before: 1,000 respondents, and 250 more in each body of the Audomarois. */
export const satisfaction62of2023: Plan = {
  territory: '62',
  size: 1000,
  overSample: { '200069037': 250, '246201016': 250 },
  shift: before2026,
  labels: {
    code: 'satisfaction-2023',
    title: {
      fr: 'Satisfaction des usagers 2023, Pas-de-Calais et Audomarois (données synthétiques)',
      en: 'User satisfaction 2023, Pas-de-Calais and Audomarois (synthetic data)',
    },
    fieldStart: '2023-03-13',
    fieldEnd: '2023-05-26',
    source: satisfaction62.labels.source,
  },
}

/** 1,500 respondents of Kent and Medway. */
export const satisfactionKent: Plan = {
  territory: 'kent',
  size: 1500,
  overSample: {},
  labels: {
    code: 'satisfaction-2026',
    title: {
      fr: 'Satisfaction des usagers 2026, Kent et Medway (données synthétiques)',
      en: 'User satisfaction 2026, Kent and Medway (synthetic data)',
    },
    fieldStart: '2026-04-13',
    fieldEnd: '2026-06-12',
    source: {
      fr: 'Données synthétiques tirées par programme sur les districts réels (ONS, recensement de 2021) ; aucune réponse n’est celle d’une personne.',
      en: 'Synthetic data drawn by a program over the real districts (ONS, Census 2021); no answer is a person’s.',
    },
  },
}

/** A satisfaction survey: a stratified sample that response has skewed, its needs and scores, and the true totals for raking. */
export function satisfactionSurvey(
  zones: readonly Zone[],
  parents: readonly ZoneParent[],
  plan: Plan,
  chance: Random,
  /** Chance of its own for what was added to the questionnaire later: the scores stay as they were. */
  added: Random,
): SampleSurvey {
  const { territory } = plan
  const strata = buildStrata(zones, parents, territory)
  const cells = populationCells(territory)
  const people = drawPeople(chance, strata, allocate(strata, plan.size, plan.overSample), cells)
  const expectationOf = expectations(territory, plan.shift)
  const needs: SampleNeed[] = []
  const ratings: SampleRating[] = []
  for (const person of people) {
    const expected = expectationOf(person)
    const own = answerNeeds(chance, person, expected)
    needs.push(...own)
    ratings.push(...answerRatings(chance, person, own, expected))
  }
  return {
    territory,
    kind: 'satisfaction',
    grid: gridVersion,
    synthetic: true,
    state: 'published',
    questionnaire: standardQuestionnaire,
    ...plan.labels,
    respondents: people.map((person) => person.respondent),
    needs: withChannels(added, people, needs),
    ratings,
    importance: answerImportance(added, people, needs),
    citations: [],
    margins: buildMargins(territory, strata, cells),
  }
}
