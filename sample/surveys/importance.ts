import { criterionCodes, isMasked, mostImportant, type CriterionCode, type Importance } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import type { Person } from './people.ts'
import type { SampleNeed } from './sampleSurvey.ts'

/** How readily a criterion comes among the three that matter most, relative to 1. */
const weightOf: Readonly<Record<CriterionCode, number>> = {
  information: 0.8,
  contact: 1.3,
  delays: 1.8,
  opening: 1.1,
  distance: 1,
  transport: 0.6,
  building: 0.3,
  welcome: 1.4,
  competence: 1.6,
  procedures: 1,
  cost: 0.6,
}

/** What is peculiar to a service: at the doctor's delays, at the swimming pool opening and price. */
const peculiar: Readonly<Partial<Record<ServiceCode, Readonly<Partial<Record<CriterionCode, number>>>>>> = {
  health: { delays: 3.2, distance: 1.6, competence: 2.6, procedures: 0.3 },
  sport: { opening: 2.4, cost: 2.2, building: 1.1, competence: 0.6 },
  mobility: { opening: 2, cost: 1.9, information: 1.8, competence: 0.4 },
  waste: { opening: 2.6, distance: 1.8, competence: 0.4 },
  earlyChildhood: { cost: 2, opening: 1.9, competence: 2.2 },
  school: { competence: 2.4, welcome: 1.9, distance: 1.4 },
  police: { delays: 2.1, welcome: 1.9, distance: 1.3 },
  employment: { competence: 2.3, contact: 1.6, procedures: 1.6 },
  familyAllowance: { contact: 2.1, procedures: 2.1, delays: 1.9 },
  tax: { contact: 1.9, procedures: 2.1 },
  library: { opening: 2, welcome: 1.7, distance: 1.4 },
  postOffice: { opening: 2.2, delays: 2, distance: 1.6 },
}

/** Share of those asked who leave the question out. */
const silence = 0.06

function picksOf(chance: Random, { groups }: Person, service: ServiceCode): readonly CriterionCode[] {
  if (chance.next() < silence) return []
  const open = criterionCodes.filter((criterion) => !isMasked(service, criterion))
  const left = new Set(open)
  const picks: CriterionCode[] = []
  while (picks.length < mostImportant && left.size > 0) {
    const pick = chance.weighted([...left], (criterion) => {
      const own = peculiar[service]?.[criterion] ?? weightOf[criterion]
      const digital = groups.includes('digital:notAtEase') && (criterion === 'welcome' || criterion === 'contact') ? 1.6 : 1
      const old = groups.includes('age:75+') && (criterion === 'distance' || criterion === 'building') ? 1.8 : 1
      return own * digital * old
    })
    left.delete(pick)
    picks.push(pick)
  }
  return picks
}

/** The three criteria that matter most to each respondent, for each service drawn for them. */
export function answerImportance(chance: Random, people: readonly Person[], needs: readonly SampleNeed[]): Importance[] {
  const drawn = Map.groupBy(
    needs.filter((need) => need.drawn),
    (need) => need.respondent,
  )
  return people.flatMap((person) =>
    (drawn.get(person.respondent.number) ?? []).flatMap(({ service, respondent }) =>
      picksOf(chance, person, service).map((criterion): Importance => ({ respondent, service, criterion })),
    ),
  )
}
