import type { Viewer } from '#domain/accounts'
import {
  commonGroups,
  themesApart,
  type Classification,
  type CommonGroups,
  type CommonScaling,
  type Segment,
  type ThemeApart,
} from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { publishedMatch, publishMatch, type StoredMatch } from '#store/groupMatches.ts'
import { write, type Reader, type Writer } from '#store/open.ts'
import { publishedClassifications, selectClassifications, selectSegments } from '#store/segments.ts'
import { loadAtlas, withAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { loadGroups } from '../segments/mergeClassification.ts'
import { classificationNames, findClassification, finestOf, nameOf } from './classificationNames.ts'
import type { ClassificationAsked, ClassificationName } from './regroupingViews.ts'

/** One side of a comparison as pages show it. */
export interface ComparedSide {
  readonly of: ClassificationName
  readonly groups: readonly Segment[]
}

/** Two groups set side by side. */
export interface ComparedPair {
  readonly left: number
  readonly right: number
  readonly themes: readonly ThemeApart[]
}

export interface CommonGroupsView {
  readonly left: ComparedSide
  readonly right: ComparedSide
  readonly common: CommonGroups
  /** ISO instant; `null` for a preview. */
  readonly madeAt: string | null
  /** The pair asked for, else that of the closest match. */
  readonly pair: ComparedPair
}

/** What an analyst chooses. */
export interface TypedMatch {
  readonly left: ClassificationAsked
  readonly right: ClassificationAsked
  readonly scaling: CommonScaling
}

export interface MatchEditorView {
  readonly choices: readonly ClassificationName[]
  readonly typed: TypedMatch | null
  readonly view: CommonGroupsView | null
  /** Both sides lie in one country. */
  readonly sameCountry: boolean
}

interface Found {
  readonly of: Classification
  readonly segments: readonly Segment[]
}

async function compare(reader: Reader, left: Found, right: Found, scaling: CommonScaling): Promise<CommonGroups> {
  const [one, other] = [await loadGroups(reader, left.of), await loadGroups(reader, right.of)]
  const sideOf = ({ figures, of }: typeof one, { segments }: Found) => ({ figures, of, groups: finestOf(segments).length })
  return commonGroups(sideOf(one, left), sideOf(other, right), left.of.record.settings.transform, scaling)
}

/** The pair asked for as two numbers of groups, else the closest match, else the two nearest groups. */
function pairOf(common: CommonGroups, asked: readonly [number, number] | null): ComparedPair {
  const fits = asked !== null && common.distances[asked[0]]?.[asked[1]] !== undefined
  const [match] = common.matches
  const [left, right] = fits ? asked : match ? [match.left, match.right] : [0, 0]
  return { left, right, themes: themesApart(common.variables, common.leftFigures[left] ?? [], common.rightFigures[right] ?? []) }
}

function viewOf(
  atlas: Atlas,
  left: Found,
  right: Found,
  common: CommonGroups,
  madeAt: Date | null,
  asked: readonly [number, number] | null,
): CommonGroupsView {
  const sideOf = ({ of, segments }: Found): ComparedSide => ({ of: nameOf(atlas, of, segments), groups: finestOf(segments) })
  return { left: sideOf(left), right: sideOf(right), common, madeAt: madeAt?.toISOString() ?? null, pair: pairOf(common, asked) }
}

/** The match that is published; `null` before any is. */
export function commonGroupsView(obs: Observatory, pair: readonly [number, number] | null): Promise<CommonGroupsView | null> {
  return withAtlas(obs, async (reader, atlas) => {
    const match = await publishedMatch(reader)
    if (!match) return null
    const sides: Found[] = []
    for (const { territory, id } of [match.left, match.right]) {
      const of = (await selectClassifications(reader, territory)).find((each) => each.id === id)
      if (!of) throw new DomainError('segments.matchUnknown', { id })
      sides.push({ of, segments: await selectSegments(reader, of) })
    }
    const [left, right] = sides
    return left && right ? viewOf(atlas, left, right, match.content, match.madeAt, pair) : null
  })
}

/** What comparing two classifications would give; nothing is kept. Without any typed, those in force on both sides. */
export function matchEditorView(
  obs: Observatory,
  typed: TypedMatch | null,
  pair: readonly [number, number] | null,
): Promise<MatchEditorView> {
  return withAtlas(obs, async (reader, atlas) => {
    const published = await publishedClassifications(reader)
    const roots = atlas.geography.zones.filter(({ code, root }) => code === root)
    const choices: ClassificationName[] = []
    for (const { code } of roots) choices.push(...(await classificationNames(reader, atlas, code)))
    const chosen = typed ?? proposedOf(atlas, published)
    if (!chosen) return { choices, typed: null, view: null, sameCountry: false }
    const left = await findClassification(reader, chosen.left)
    const right = await findClassification(reader, chosen.right)
    const countryOf = (code: string) => atlas.geography.get(code).country
    if (countryOf(left.of.territory) === countryOf(right.of.territory))
      return { choices, typed: chosen, view: null, sameCountry: true }
    const common = await compare(reader, left, right, chosen.scaling)
    return { choices, typed: chosen, view: viewOf(atlas, left, right, common, null, pair), sameCountry: false }
  })
}

/** The latest classifications in force of each country. */
function proposedOf({ geography }: Atlas, published: readonly Classification[]): TypedMatch | null {
  const latest = (country: 'FR' | 'GB'): ClassificationAsked | null => {
    const found = published.find(({ territory }) => geography.get(territory).country === country)
    return found ? { root: found.territory, number: found.number } : null
  }
  const [left, right] = [latest('GB'), latest('FR')]
  return left && right ? { left, right, scaling: 'within' } : null
}

/** Compares two classifications and publishes the match in the place of the one before. Refuses as `commonGroups` and `loadGroups` do. */
export async function publishComparison(
  writer: Writer,
  obs: Pick<Observatory, 'newId' | 'now'>,
  typed: TypedMatch,
  madeBy: string | null,
): Promise<void> {
  const left = await findClassification(writer, typed.left)
  const right = await findClassification(writer, typed.right)
  const keyOf = ({ of, segments }: Found) => ({ territory: of.territory, id: of.id, level: finestOf(segments)[0]?.level ?? 1 })
  const match: StoredMatch = {
    id: obs.newId(),
    left: keyOf(left),
    right: keyOf(right),
    content: await compare(writer, left, right, typed.scaling),
    madeAt: obs.now(),
    madeBy,
  }
  await publishMatch(writer, match)
  await raiseVersion(writer, 'observatory')
}

/** The same on the wish of an analyst; whether it was done: two sides of one country are not compared. */
export function saveComparison(obs: Observatory, viewer: Viewer, typed: TypedMatch): Promise<boolean> {
  return write(obs.db, async (writer) => {
    const { geography } = await loadAtlas(writer, obs.caches)
    if (geography.get(typed.left.root).country === geography.get(typed.right.root).country) return false
    await publishComparison(writer, obs, typed, viewer.name)
    return true
  })
}
