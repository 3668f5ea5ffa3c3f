import type { Viewer } from '#domain/accounts'
import { identifyingParts, suggestItems, withoutParts, type IdentifyingPart } from '#domain/matrix'
import { isCriterionCode, isItemCode, type ItemCode, type SubCriterionCode } from '#domain/survey'
import type { Geography } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write, type Reader } from '#store/open.ts'
import {
  countVerbatims,
  moderateVerbatim,
  selectVerbatim,
  selectVerbatims,
  verbatimStates,
  type Moderation,
  type Verbatim,
  type VerbatimState,
} from '#store/verbatims.ts'
import type { DeskTools } from '../deskTools.ts'
import { zoneName } from '../naming.ts'
import { loadAtlas, withAtlas } from '../observatory.ts'
import type { ZoneName } from '../views.ts'
import { rootOf } from './rootOf.ts'

/** What somebody wrote, with what in it could tell who they are. */
export interface WordView {
  readonly word: Verbatim
  readonly parts: readonly IdentifyingPart[]
}

export interface WordListView {
  readonly root: ZoneName
  readonly state: VerbatimState
  readonly counts: Readonly<Record<VerbatimState, number>>
  readonly words: readonly WordView[]
}

export interface WordReadView extends WordView {
  readonly root: ZoneName
  /** The wording to start from: what stands now, or the original with every marked part cut. */
  readonly proposed: string
  /** Sub-criteria that the words may be about, the likeliest first. */
  readonly suggestions: readonly SubCriterionCode[]
  readonly waiting: number
}

/** What is wrong with a decision, by field. */
export type WordIssue =
  | { readonly field: 'shown'; readonly code: 'words.empty' | 'words.tooLong' }
  | { readonly field: 'shown'; readonly code: 'words.identifying'; readonly parts: readonly IdentifyingPart[] }
  | { readonly field: 'item'; readonly code: 'item.missing' }
  | { readonly field: 'reason'; readonly code: 'refusal.reason' }

export interface WordAsked {
  readonly territory: string
  readonly id: string
  readonly version: number
}

const listed = 200
const longestWording = 2000

function placeNames(geography: Geography, root: string): ReadonlySet<string> {
  const zones = [
    geography.get(root),
    ...geography.within(root, 'commune'),
    ...geography.within(root, 'epci'),
    ...geography.within(root, 'territory'),
  ]
  return new Set(zones.flatMap(({ name }) => [name.fr, name.en]).map((name) => name.toLocaleLowerCase('fr')))
}

export function wordList(tools: DeskTools, query: { territory: string; state: string }): Promise<WordListView> {
  const state = verbatimStates.find((each) => each === query.state) ?? 'waiting'
  return withAtlas(tools.observatory, async (reader, { geography }) => {
    const root = rootOf(geography, query.territory)
    const places = placeNames(geography, root)
    const found = await selectVerbatims(reader, root, state, listed)
    return {
      root: zoneName(geography.get(root)),
      state,
      counts: await countVerbatims(reader, root),
      words: found.map((word) => ({ word, parts: identifyingParts(word.original, places) })),
    }
  })
}

async function knownWord(reader: Reader, root: string, id: string): Promise<Verbatim> {
  const word = await selectVerbatim(reader, root, id)
  if (!word) throw new DomainError('word.unknown', { id })
  return word
}

export function wordToRead(tools: DeskTools, query: { territory: string; id: string }): Promise<WordReadView> {
  return withAtlas(tools.observatory, async (reader, { geography }) => {
    const root = rootOf(geography, query.territory)
    const word = await knownWord(reader, root, query.id)
    const parts = identifyingParts(word.original, placeNames(geography, root))
    const names = (item: SubCriterionCode) => [tools.labels('fr')('item', item), tools.labels('en')('item', item)]
    return {
      word,
      parts,
      root: zoneName(geography.get(root)),
      proposed: word.shown ?? withoutParts(word.original, parts),
      suggestions: suggestItems(word.original, names),
      waiting: (await countVerbatims(reader, root)).waiting,
    }
  })
}

/** The next that waits after one; `null` when none is left. */
async function nextWaiting(reader: Reader, root: string, id: string): Promise<string | null> {
  const waiting = await selectVerbatims(reader, root, 'waiting', listed)
  return (waiting.find((word) => word.id > id) ?? waiting[0])?.id ?? null
}

type Decision = Pick<Moderation, 'state' | 'shown' | 'item' | 'reason'>

function decide(
  tools: DeskTools,
  viewer: Viewer,
  ask: WordAsked,
  judge: (places: ReadonlySet<string>) => Decision | WordIssue[],
) {
  const { observatory: obs } = tools
  return write(obs.db, async (writer): Promise<{ readonly issues: readonly WordIssue[]; readonly next: string | null }> => {
    const { geography } = await loadAtlas(writer, obs.caches)
    const root = rootOf(geography, ask.territory)
    const word = await knownWord(writer, root, ask.id)
    const decision = judge(placeNames(geography, root))
    if (Array.isArray(decision)) return { issues: decision, next: null }
    const on = obs.now().toISOString().slice(0, 10)
    const { id, survey } = word
    if (!(await moderateVerbatim(writer, { id, survey, version: ask.version, ...decision, byName: viewer.name, on })))
      throw new DomainError('word.changed', { by: word.moderatedBy ?? '' })
    // The words themselves stay out of the log: they may name somebody.
    await recordAudit(writer, {
      actor: viewer,
      action: `verbatim.${decision.state}`,
      subject: id,
      details: { item: decision.item },
    })
    await raiseVersion(writer, 'observatory')
    return { issues: [], next: await nextWaiting(writer, root, id) }
  })
}

function itemOf(code: string): ItemCode | null {
  return isItemCode(code) && !isCriterionCode(code) ? code : null
}

/**
 * Publishes somebody's words in a moderator's wording. What could identify a person comes back as an issue until `checked` says that it was looked at.
 * Refuses with `word.changed` when another moderator decided since `version` was read.
 */
export function publishWord(
  tools: DeskTools,
  viewer: Viewer,
  ask: WordAsked & { readonly shown: string; readonly item: string; readonly checked: boolean },
) {
  const shown = ask.shown.replaceAll('\r\n', '\n').trim()
  const item = itemOf(ask.item)
  return decide(tools, viewer, ask, (places) => {
    const issues: WordIssue[] = []
    const parts = identifyingParts(shown, places)
    if (shown.replaceAll(/[^\p{L}]/gu, '') === '') issues.push({ field: 'shown', code: 'words.empty' })
    else if (shown.length > longestWording) issues.push({ field: 'shown', code: 'words.tooLong' })
    else if (parts.length > 0 && !ask.checked) issues.push({ field: 'shown', code: 'words.identifying', parts })
    if (item === null) issues.push({ field: 'item', code: 'item.missing' })
    return issues.length > 0 ? issues : { state: 'published', shown, item, reason: null }
  })
}

/** Keeps somebody's words from every page, with the reason for the next moderator; the original stays. */
export function refuseWord(tools: DeskTools, viewer: Viewer, ask: WordAsked & { readonly reason: string }) {
  const reason = ask.reason.trim().slice(0, longestWording)
  return decide(tools, viewer, ask, () =>
    reason === '' ? [{ field: 'reason', code: 'refusal.reason' }] : { state: 'refused', shown: null, item: null, reason },
  )
}
