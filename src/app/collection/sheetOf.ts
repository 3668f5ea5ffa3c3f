import {
  isChannelCode,
  isCriterionCode,
  isPublicCode,
  publicDimensionCodes,
  type AnswerSheet,
  type ChannelCode,
  type DrawnService,
  type SheetNeed,
  type SheetService,
} from '#domain/survey'
import type { Language } from '#kernel/bilingual.ts'
import { typedText, type Typed } from '../places/typedPlace.ts'
import type { Draft } from './draft.ts'
import type { Asking } from './fieldSurvey.ts'
import { citationFields, criteriaAsked, drawnFor, fieldsOf, givenUpServices, typedOn, usedServices } from './steps.ts'

function channelOf(typed: Typed, name: string): ChannelCode | null {
  const text = typedText(typed, name)
  return isChannelCode(text) ? text : null
}

function scoresOf(asking: Asking, draft: Draft, { service }: DrawnService): SheetService['scores'] {
  const typed = typedOn(draft, service)
  const rated = fieldsOf(asking, draft.interview, service)
    .filter((field) => field.startsWith('score.') && /^(\d|10)$/.test(typedText(typed, field)))
    .map((field) => [field.slice('score.'.length), Number(typedText(typed, field))])
  return Object.fromEntries(rated) as SheetService['scores']
}

function serviceOf(asking: Asking, draft: Draft, drawn: DrawnService): SheetService {
  const typed = typedOn(draft, drawn.service)
  const { importance, verbatims } = asking.questionnaire
  const chosen = typed['important'] ?? []
  return {
    ...drawn,
    scores: scoresOf(asking, draft, drawn),
    important: importance
      ? criteriaAsked(draft.interview, drawn.service).flatMap(({ code }) => (chosen.includes(code) ? [code] : []))
      : [],
    channelUsed: channelOf(typed, 'channelUsed'),
    channelPreferred: channelOf(typed, 'channelPreferred'),
    words: verbatims ? typedText(typed, 'words') : '',
  }
}

function needsOf({ mask }: Asking, draft: Draft): SheetNeed[] {
  const used = usedServices(draft).map((service) => ({ service, gaveUpFor: null }))
  const reasons = typedOn(draft, 'reasons')
  const givenUp = givenUpServices(draft).flatMap((service): SheetNeed[] => {
    const why = typedText(reasons, `why.${service}`)
    // A reason outside the grid, or untold: the rates are by criterion and count those whose reason is known.
    return isCriterionCode(why) && !mask(service, why) ? [{ service, gaveUpFor: why }] : []
  })
  return [...used, ...givenUp]
}

function publicsOf(draft: Draft): AnswerSheet['publics'] {
  const typed = typedOn(draft, 'you')
  const told = publicDimensionCodes.map((dimension) => {
    const category = typedText(typed, dimension)
    return [dimension, isPublicCode(`${dimension}:${category}`) ? category : null]
  })
  return Object.fromEntries(told) as AnswerSheet['publics']
}

/** The sheet that an answer becomes when it is sent: nothing of the draft but what it says. */
export function sheetOf(asking: Asking, draft: Draft, language: Language): AnswerSheet {
  const place = typedOn(draft, 'place')
  const elsewhere = (place['elsewhere'] ?? []).length > 0
  const rated = asking.survey.kind === 'satisfaction'
  const citations = citationFields.map((field) => typedText(typedOn(draft, 'citations'), field)).filter((text) => text !== '')
  return {
    zone: elsewhere ? null : (place['found']?.[0] ?? null),
    publics: publicsOf(draft),
    needs: rated ? needsOf(asking, draft) : [],
    services: rated ? drawnFor(asking, draft).map((drawn) => serviceOf(asking, draft, drawn)) : [],
    citations: rated ? [] : citations,
    language,
  }
}
