import { gridVersion, subCriterionCodes, type PublicCode, type SubCriterionCode } from '#domain/survey'
import type { Zone, ZoneParent } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import { drawCommune, drawPerson } from './people.ts'
import { populationCells, type PopulationCell } from './population.ts'
import type { SampleCitation, SampleRespondent, SampleSurvey } from './sampleSurvey.ts'
import { buildStrata } from './strata.ts'

const users = 89

/** How often a sub-criterion comes to mind, relative to 1. */
const prominence: Readonly<Partial<Record<SubCriterionCode, number>>> = {
  'contact.phone': 2,
  'delays.queue': 1.6,
  'delays.appointment': 1.5,
  'opening.hours': 1.8,
  'welcome.courtesy': 2,
  'welcome.listening': 1.6,
  'competence.quality': 1.5,
  'procedures.clarity': 1.6,
  'procedures.steps': 1.3,
  'distance.time': 1.4,
  'transport.parking': 1.2,
  'information.findable': 1.4,
  'competence.coordination': 0.6,
  'building.signs': 0.5,
  'building.comfort': 0.5,
  'cost.payment': 0.4,
  'contact.message': 0.4,
}

/** Sub-criteria that a user group brings up notably often, and how many times as often. */
export const intensities: readonly (readonly [PublicCode, SubCriterionCode, number])[] = [
  ['digital:notAtEase', 'procedures.online', 7],
  ['digital:notAtEase', 'welcome.help', 7],
  ['family:loneParent', 'opening.evenings', 7],
  ['family:loneParent', 'delays.appointment', 4],
  ['age:75+', 'distance.time', 4],
  ['age:75+', 'transport.public', 5],
  ['age:75+', 'building.stepFree', 6],
  ['age:18-29', 'cost.price', 5],
  ['activity:unemployed', 'welcome.confidentiality', 6],
  ['activity:unemployed', 'procedures.documents', 5],
  ['activity:student', 'transport.cost', 5],
  ['activity:employed', 'opening.hours', 2],
  ['family:coupleWithChildren', 'distance.dailyLife', 4],
]

/** The first survey is no random sample: users are sought so that those rarely heard are there too. */
function soughtAfter({ age, family, activity, share }: PopulationCell): number {
  const rare = [family === 'loneParent', activity === 'unemployed', activity === 'student', age === '75+']
  return share * 2 ** rare.filter(Boolean).length
}

function cite(chance: Random, groups: readonly PublicCode[]): SubCriterionCode[] {
  const weightOf = (item: SubCriterionCode): number =>
    intensities.reduce(
      (weight, [group, cited, times]) => (cited === item && groups.includes(group) ? weight * times : weight),
      prominence[item] ?? 1,
    )
  const left = new Set(subCriterionCodes)
  const count = 3 + chance.below(4)
  for (let i = 0; i < count; i++) left.delete(chance.weighted([...left], weightOf))
  return subCriterionCodes.filter((item) => !left.has(item))
}

/** The survey that made the grid: 89 users say freely what access means to them, each coded to three to six sub-criteria. */
export function elicitationSurvey(zones: readonly Zone[], parents: readonly ZoneParent[], chance: Random): SampleSurvey {
  const communes = buildStrata(zones, parents, '62').flatMap((stratum) => stratum.communes)
  const cells = populationCells('62').filter((cell) => cell.share > 0)
  const respondents: SampleRespondent[] = []
  const citations: SampleCitation[] = []
  for (let number = 1; number <= users; number++) {
    const place = { number, zone: drawCommune(chance, communes), stratum: '62', designWeight: 1 }
    const person = drawPerson(chance, chance.weighted(cells, soughtAfter), place)
    respondents.push(person.respondent)
    citations.push(...cite(chance, person.groups).map((item) => ({ respondent: number, item })))
  }
  return {
    territory: '62',
    code: 'criteria-2026',
    kind: 'elicitation',
    grid: gridVersion,
    title: {
      fr: 'Ce que l’accès veut dire : 89 usagers, 2026, Pas-de-Calais (données synthétiques)',
      en: 'What access means: 89 users, 2026, Pas-de-Calais (synthetic data)',
    },
    fieldStart: '2026-01-12',
    fieldEnd: '2026-02-20',
    source: {
      fr: 'Données synthétiques tirées par programme sur les communes réelles (INSEE, COG 2026) ; aucune parole n’est celle d’une personne.',
      en: 'Synthetic data drawn by a program over the real communes (INSEE, COG 2026); no statement is a person’s.',
    },
    synthetic: true,
    state: 'published',
    questionnaire: null,
    respondents,
    needs: [],
    ratings: [],
    importance: [],
    citations,
    margins: [],
  }
}
