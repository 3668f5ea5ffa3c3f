import { read, write } from '#store/open.ts'
import { updateDraft } from '#store/surveyDrafts.ts'
import type { DeskTools } from '../deskTools.ts'
import type { Atlas } from '../observatory.ts'
import { typedText, type Typed } from '../places/typedPlace.ts'
import type { StepCode, StepView } from './collectionViews.ts'
import { sealDraft, type Draft } from './draft.ts'
import type { Asking, SurveyAsked } from './fieldSurvey.ts'
import { answerOf, openAnswer, type OpenAnswer, type Pass } from './openAnswer.ts'
import { fieldsOf, firstUndone, issuesOf, stepsOf } from './steps.ts'
import { filledStep, stepView } from './stepView.ts'
import type { TownFinder } from './townFinder.ts'

/** A page that somebody filled in. */
export interface SaveAsked extends SurveyAsked {
  readonly pass: Pass | null
  readonly step: StepCode
  readonly typed: Typed
  /** The draft's version that the page was shown with. */
  readonly version: number
  /** Where to go: on, back, to a page that says how to go on later, or back to the check. */
  readonly way: 'next' | 'back' | 'pause' | 'check'
}

export type Saved =
  | { readonly state: 'gone' }
  | { readonly state: 'moved'; readonly to: StepCode | 'pause' }
  | { readonly state: 'faulty' | 'conflict'; readonly view: StepView }

/** Longer texts are cut here, far behind what a page allows. */
const longestTyped = 5000

/** What was sent in the inputs of this page, and nothing else. */
function ownFields(asking: Asking, draft: Draft, step: StepCode, typed: Typed): Typed {
  const names = fieldsOf(asking, draft.interview, step)
  const texts = (name: string): string[] =>
    (typed[name] ?? []).slice(0, 40).map((text) => text.replaceAll('\r\n', '\n').slice(0, longestTyped))
  return Object.fromEntries(names.flatMap((name) => (typed[name] === undefined ? [] : [[name, texts(name)]])))
}

/** The commune that was typed or chosen, written beside the text as `found`, or the ones to choose from as `choices`. */
async function withTown(tools: DeskTools, finder: TownFinder, asking: Asking, atlas: Atlas, typed: Typed): Promise<Typed> {
  const { place = [], elsewhere = [] } = typed
  const text = typedText(typed, 'place').slice(0, 120)
  if (elsewhere.length > 0 || text === '') return { place, elsewhere }
  const chosen = typedText(typed, 'zone')
  const zone = atlas.geography.find(chosen)
  const stands = zone?.level === 'commune' && zone.root === asking.survey.territory && typedText(typed, 'asked') === text
  if (stands) return { place: [zone.name.fr], found: [chosen] }
  const { found, choices } = await read(tools.observatory.db, (reader) => finder(reader, atlas, asking.survey.territory, text))
  return found === null ? { place: [text], choices } : { place: [text], found: [found] }
}

/** Another device saved this very page after it was opened here: neither of the two answers is written over unseen. */
function clash({ draft, pass }: OpenAnswer, { step, version }: SaveAsked): boolean {
  const saved = draft.steps[step]
  return saved !== undefined && saved.version > version && saved.device !== pass.device
}

function placeOfStep(asking: Asking, draft: Draft, { step, way }: SaveAsked): StepCode | 'pause' {
  if (way === 'pause') return 'pause'
  const steps = stepsOf(asking, draft)
  const at = steps.indexOf(step)
  if (way === 'back') return steps[at - 1] ?? step
  return way === 'check' ? firstUndone(asking, draft) : (steps[at + 1] ?? 'check')
}

/** Tries before giving up when devices save at the very same moment. */
const tries = 4

/**
 * Saves a page as it was typed, faults and all, so that nothing is lost, and says where to go. Going on needs a page without faults. What another device
 * saved on other pages stays; on the same page the second one is told, and shown both.
 */
export async function saveStep(tools: DeskTools, finder: TownFinder, asked: SaveAsked): Promise<Saved> {
  const { asking, atlas, answer: first } = await openAnswer(tools, asked, asked.pass)
  let answer = first
  for (let i = 0; i < tries && answer !== null; i++) {
    const { draft, pass, keys, version } = answer
    if (!stepsOf(asking, draft).includes(asked.step)) return { state: 'moved', to: firstUndone(asking, draft) }
    const own = ownFields(asking, draft, asked.step, asked.typed)
    const typed = asked.step === 'place' ? await withTown(tools, finder, asking, atlas, own) : own
    const saved = { typed, version: version + 1, device: pass.device }
    const next: Draft = { ...draft, steps: { ...draft.steps, [asked.step]: saved } }
    const shown = { ...answer, draft: next }
    if (clash(answer, asked)) {
      const conflict = filledStep(asking, atlas.geography, draft, asked.step)
      return { state: 'conflict', view: stepView(asking, atlas.geography, shown, asked.step, { issues: [], conflict }) }
    }
    const sealed = sealDraft(keys.seal, next)
    const done = await write(tools.observatory.db, (writer) =>
      updateDraft(writer, asking.survey, { key: keys.key, sealed, version }, asking.head.today),
    )
    if (done) return afterSaving(asking, atlas, { ...shown, version: version + 1 }, asked)
    const current = answer
    answer = await read(tools.observatory.db, (reader) => answerOf(reader, asking, current.pass, current.keys))
  }
  if (answer !== null) throw new Error(`saveStep: page ${asked.step} met another save ${tries} times`)
  return { state: 'gone' }
}

function afterSaving(asking: Asking, { geography }: Atlas, answer: OpenAnswer, asked: SaveAsked): Saved {
  const issues = issuesOf(answer.draft, asked.step)
  const onwards = asked.way === 'next' || asked.way === 'check'
  if (onwards && issues.length > 0)
    return { state: 'faulty', view: stepView(asking, geography, answer, asked.step, { issues, conflict: null }) }
  return { state: 'moved', to: placeOfStep(asking, answer.draft, asked) }
}
