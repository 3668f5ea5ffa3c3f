import { criterionCodes } from '#domain/survey'
import { isServiceCode, type Geography } from '#domain/territory'
import type { Typed } from '../places/typedPlace.ts'
import type { FilledStep, StepAsk, StepCode, StepIssue, StepView } from './collectionViews.ts'
import type { Draft } from './draft.ts'
import type { Asking } from './fieldSurvey.ts'
import type { OpenAnswer } from './openAnswer.ts'
import { criteriaAsked, drawnFor, givenUpServices, issuesOf, mostSteps, stepsOf, typedOn } from './steps.ts'
import { placeChoice } from './townFinder.ts'

function ratingAsk(asking: Asking, draft: Draft, step: StepCode): StepAsk {
  if (!isServiceCode(step)) throw new Error(`ratingAsk: ${step} is no service`)
  const drawn = drawnFor(asking, draft)
  const { importance, verbatims } = asking.questionnaire
  return {
    kind: 'rating',
    step,
    criteria: criteriaAsked(draft.interview, step),
    importance,
    verbatims,
    number: drawn.findIndex(({ service }) => service === step) + 1,
    of: drawn.length,
  }
}

const plainAsks: Readonly<Partial<Record<StepCode, StepAsk>>> = {
  services: { kind: 'services', step: 'services' },
  citations: { kind: 'citations', step: 'citations' },
  you: { kind: 'you', step: 'you' },
  check: { kind: 'check', step: 'check' },
}

function askOf(asking: Asking, geography: Geography, draft: Draft, step: StepCode, typed: Typed): StepAsk {
  if (step === 'place') {
    const choices = (typed['choices'] ?? []).flatMap((code) => placeChoice(geography, code) ?? [])
    return { kind: 'place', step, found: placeChoice(geography, typed['found']?.[0] ?? ''), choices }
  }
  if (step === 'reasons') {
    const services = givenUpServices(draft).map((service) => ({
      service,
      criteria: criterionCodes.filter((criterion) => !asking.mask(service, criterion)),
    }))
    return { kind: 'reasons', step, services }
  }
  return plainAsks[step] ?? ratingAsk(asking, draft, step)
}

/** A page as the draft has it. */
export function filledStep(asking: Asking, geography: Geography, draft: Draft, step: StepCode): FilledStep {
  const typed = typedOn(draft, step)
  const ask = askOf(asking, geography, draft, step, typed)
  return { ask, typed, issues: issuesOf(draft, step), saved: draft.steps[step] !== undefined }
}

interface Shown {
  /** Faults are told when a page was sent, not when it is opened. */
  readonly issues: readonly StepIssue[]
  readonly conflict: FilledStep | null
}

/** A page of the questionnaire, with where it stands among the others. */
export function stepView(asking: Asking, geography: Geography, answer: OpenAnswer, step: StepCode, shown: Shown): StepView {
  const { draft } = answer
  const steps = stepsOf(asking, draft)
  const at = steps.indexOf(step)
  const atMost = asking.survey.kind === 'satisfaction' && draft.steps.services === undefined
  const asked = steps.filter((each) => each !== 'check')
  return {
    ...filledStep(asking, geography, draft, step),
    ...shown,
    head: asking.head,
    grid: asking.grid,
    code: answer.pass.code,
    version: answer.version,
    number: at + 1,
    total: atMost ? mostSteps(asking) : steps.length,
    atMost,
    previous: steps[at - 1] ?? null,
    answers: step === 'check' ? asked.map((each) => filledStep(asking, geography, draft, each)) : [],
  }
}
