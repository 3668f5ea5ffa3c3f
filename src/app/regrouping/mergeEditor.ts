import type { Viewer } from '#domain/accounts'
import { giniKept, mergeCuts, mergeGroups, mergeTree, type GroupsToMerge, type MergedGroups } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { write, type Reader } from '#store/open.ts'
import { withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { keepMerged, loadGroups, type MergeLocks } from '../segments/mergeClassification.ts'
import { findClassification, finestOf, nameOf } from './classificationNames.ts'
import { loadCustomers } from './customers.ts'
import { checkNames } from './checkNames.ts'
import type { ClassificationAsked, Issues, MergeView, Saved, TypedLock, TypedMerge, TypedSave } from './regroupingViews.ts'

const none: MergeLocks = { mustMerge: [], cannotMerge: [] }

/** Locks out of what was typed; a line left empty counts for nothing, one half filled or of a group with itself is a fault. */
function locksOf(typed: readonly TypedLock[], groups: number): { readonly locks: MergeLocks; readonly issues: Issues } {
  const [mustMerge, cannotMerge]: [[number, number][], [number, number][]] = [[], []]
  for (const [at, { one, how, two }] of typed.entries()) {
    if (one === '' && two === '') continue
    const [a, b] = [groupOf(one, groups), groupOf(two, groups)]
    if (a === null || b === null || a === b)
      return { locks: none, issues: { [`lock-${at}`]: { code: 'lock.incomplete', params: { line: at + 1 } } } }
    if (how === 'apart') cannotMerge.push([a, b])
    else mustMerge.push([a, b])
  }
  return { locks: { mustMerge, cannotMerge }, issues: {} }
}

function groupOf(text: string, groups: number): number | null {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : -1
  return number >= 0 && number < groups ? number : null
}

/** The number of groups to begin with: thirteen where there are many more types, else half as many. */
function proposed(types: number): number {
  return types > 20 ? 13 : Math.max(2, Math.ceil(types / 2))
}

interface Attempt {
  readonly k: number
  readonly locks: MergeLocks
  readonly merged: MergedGroups | null
  readonly issues: Issues
}

function attempt(from: GroupsToMerge, types: number, typed: TypedMerge): Attempt {
  const wish = typed.k.trim() === '' ? proposed(types) : Number(typed.k)
  const k = Number.isInteger(wish) ? wish : proposed(types)
  const { locks, issues } = locksOf(typed.locks, types)
  if (Object.keys(issues).length > 0) return { k, locks: none, merged: null, issues }
  try {
    return { k, locks, merged: mergeGroups(from, wish, locks), issues }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, params } = error
    if (code === 'segments.locksConflict') return { k, locks: none, merged: null, issues: { locks: { code, params } } }
    if (code === 'segments.cutImpossible')
      return { k, locks, merged: null, issues: { k: { code, params: { ...params, k: typed.k } } } }
    throw error
  }
}

async function viewOf(
  reader: Reader,
  atlas: Atlas,
  asked: ClassificationAsked,
  typed: TypedMerge,
  more: Issues,
): Promise<MergeView> {
  const { of, segments } = await findClassification(reader, asked)
  const from = await loadGroups(reader, of)
  const types = finestOf(segments)
  const customers = await loadCustomers(reader, of.territory, from.figures.zones)
  const { k, locks, merged, issues } = attempt(from, types.length, typed)
  const tree = mergeTree(from, locks)
  const areas = { of: from.of, people: from.figures.people }
  const labels = new Map(customers.services.map(({ service, label }) => [service, label]))
  const ginis = merged ? giniKept({ ...areas, into: merged.record.into }, customers.services) : []
  return {
    of: nameOf(atlas, of, segments),
    types,
    tree: tree.steps.map(({ left, right, kept }) => ({ left, right, kept })),
    cuts: mergeCuts(tree, areas, customers.services),
    customers: customers.title && customers.source !== null ? { title: customers.title, source: customers.source } : null,
    k,
    locks: typed.locks.filter(({ one, two }) => one !== '' || two !== ''),
    issues: { ...issues, ...more },
    result: merged && {
      segments: merged.segments,
      into: merged.record.into,
      varianceKept: merged.record.varianceKept,
      ginis: ginis.map((each) => ({ ...each, label: labels.get(each.service) ?? { fr: each.service, en: each.service } })),
    },
  }
}

/** What merging the finest groups of a classification would give; nothing is kept. Faults of a form already found are shown with those of the locks. */
export function mergeView(
  obs: Observatory,
  asked: ClassificationAsked,
  typed: TypedMerge,
  more: Issues = {},
): Promise<MergeView> {
  return withAtlas(obs, (reader, atlas) => viewOf(reader, atlas, asked, typed, more))
}

/** Keeps a merge with its names as a new draft, or says what is wrong with the form. */
export function saveMerge(obs: Observatory, viewer: Viewer, asked: ClassificationAsked, typed: TypedSave): Promise<Saved> {
  return write(obs.db, async (writer) => {
    const { of, segments } = await findClassification(writer, asked)
    const { merged, issues } = attempt(await loadGroups(writer, of), finestOf(segments).length, typed)
    if (!merged) return { issues }
    const faults = checkNames(typed, merged.segments.length)
    if (Object.keys(faults).length > 0) return { issues: faults }
    const named = merged.segments.map((segment, number) => {
      const { letter = segment.letter, fr = segment.name.fr, en = segment.name.en } = typed.groups[number] ?? {}
      return { ...segment, letter, name: { fr, en } }
    })
    const number = await keepMerged(writer, obs, of, { ...merged, segments: named }, { name: typed.name, madeBy: viewer.name })
    return { number }
  })
}
