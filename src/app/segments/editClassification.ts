import type { Viewer } from '#domain/accounts'
import type { Segment } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import { recordAudit } from '#store/audit.ts'
import { raiseVersion } from '#store/dataVersion.ts'
import { write } from '#store/open.ts'
import { publishClassification, raiseClassification, renameSegment } from '#store/segments.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { findClassification } from '../regrouping/classificationNames.ts'
import type { ClassificationAsked, Issues } from '../regrouping/regroupingViews.ts'
import { lineOf } from './classificationLines.ts'
import type { NamesView, TypedName } from './segmentViews.ts'

const longestName = 120

/** The names of all groups, or what was typed in their place. */
export function namesView(
  obs: Observatory,
  asked: ClassificationAsked,
  typed: readonly TypedName[] | null,
  issues: Issues,
): Promise<NamesView> {
  return withAtlas(obs, async (reader, atlas) => {
    const { of, segments } = await findClassification(reader, asked)
    return { of: lineOf(atlas, of, segments), segments, typed, issues }
  })
}

function nameFaults(typed: readonly TypedName[]): Issues {
  const faults: Record<string, Issues[string]> = {}
  for (const { level, number, ...name } of typed)
    for (const language of ['fr', 'en'] as const) {
      const field = `${language}.${level}.${number}`
      if (name[language] === '') faults[field] = { code: 'name.missing', params: {} }
      else if (name[language].length > longestName) faults[field] = { code: 'name.tooLong', params: { most: longestName } }
    }
  return faults
}

function changedNames(segments: readonly Segment[], typed: readonly TypedName[]): Pick<Segment, 'level' | 'number' | 'name'>[] {
  return typed.flatMap(({ level, number, fr, en }) => {
    const was = segments.find((each) => each.level === level && each.number === number)
    return !was || (was.name.fr === fr && was.name.en === en) ? [] : [{ level, number, name: { fr, en } }]
  })
}

/** Keeps the names of groups, or says what is wrong with them; `version` is that of the classification when they were read. */
export function saveNames(
  obs: Observatory,
  viewer: Viewer,
  asked: ClassificationAsked,
  { names, version }: { readonly names: readonly TypedName[]; readonly version: number },
): Promise<Issues> {
  const issues = nameFaults(names)
  if (Object.keys(issues).length > 0) return Promise.resolve(issues)
  return write(obs.db, async (writer) => {
    const { of, segments } = await findClassification(writer, asked)
    if (of.version !== version) return { '': { code: 'version.changed', params: {} } }
    const changed = changedNames(segments, names)
    if (changed.length === 0) return {}
    await raiseClassification(writer, of, version)
    for (const each of changed) await renameSegment(writer, of, each)
    await raiseVersion(writer, 'observatory')
    const subject = `${of.territory} ${of.number}`
    await recordAudit(writer, { actor: viewer, action: 'segments.named', subject, details: { groups: changed.length } })
    return {}
  })
}

/** Puts a classification in force, the one before retired; refuses `segments.inForce` for the one that is. */
export function publish(obs: Observatory, viewer: Viewer, asked: ClassificationAsked): Promise<void> {
  return write(obs.db, async (writer) => {
    const { of } = await findClassification(writer, asked)
    if (of.state === 'published') throw new DomainError('segments.inForce', { number: of.number })
    await publishClassification(writer, of, obs.now(), viewer.name)
    await raiseVersion(writer, 'observatory')
    const subject = `${of.territory} ${of.number}`
    await recordAudit(writer, { actor: viewer, action: 'segments.published', subject, details: { name: of.name } })
  })
}
