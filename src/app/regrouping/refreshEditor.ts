import type { Viewer } from '#domain/accounts'
import {
  changedFigures,
  chooseVariables,
  crosswalk,
  placeFigures,
  refreshGroups,
  type BuildRecord,
  type Classification,
  type GroupsToRefresh,
  type RefreshMode,
  type Segment,
  type SegmentArea,
} from '#domain/segments'
import type { Bilingual } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { kmeans } from '#stats/kmeans.ts'
import { selectDatasets, type StoredDataset } from '#store/maps.ts'
import { read, write, type Reader } from '#store/open.ts'
import { classificationOfNumber, insertClassification, selectSegmentAreas, selectSegments } from '#store/segments.ts'
import { loadAtlas, type Atlas, type Observatory } from '../observatory.ts'
import { checksumOf, checksumOfData } from '../segments/buildClassification.ts'
import { loadFigures } from '../segments/figures.ts'
import { checkNames } from './checkNames.ts'
import { findClassification, finestOf, nameOf } from './classificationNames.ts'
import type { ClassificationAsked, DatasetChoice, Issues, RefreshView, Saved, TypedRefresh } from './regroupingViews.ts'

interface Made {
  readonly of: Classification
  readonly segments: readonly Segment[]
  readonly former: readonly SegmentArea[]
  readonly dataset: StoredDataset
  readonly from: GroupsToRefresh
  readonly refreshed: Awaited<ReturnType<typeof refreshGroups>>
}

const modeOf = (text: string): RefreshMode => (text === 'free' ? 'free' : 'frozen')

/** The groups that merged ones were made of, by which new areas are placed. */
async function mergedFrom(reader: Reader, { territory, record }: Classification): Promise<GroupsToRefresh['merged']> {
  if (!record.merge) return null
  const source = await classificationOfNumber(reader, territory, record.merge.from)
  return { segments: await selectSegments(reader, source), level: record.merge.level, into: record.merge.into }
}

/** Variables of a classification that a dataset cannot give. */
function missingOf(of: Classification, { measures }: StoredDataset): string[] {
  const held = new Set(measures.map(({ code }) => code))
  return of.record.variables
    .filter(({ measure, denominator }) => !held.has(measure) || (denominator !== null && !held.has(denominator)))
    .map(({ measure }) => measure)
}

function choicesOf(of: Classification, datasets: readonly StoredDataset[]): DatasetChoice[] {
  return datasets
    .map((dataset) => ({ code: dataset.code, title: dataset.title, date: dataset.date, missing: missingOf(of, dataset) }))
    .filter(({ missing }) => missing.length < of.record.variables.length)
    .toSorted((a, b) => a.missing.length - b.missing.length || (b.date ?? '').localeCompare(a.date ?? ''))
}

/** Refreshes with a dataset; refuses `segments.missing` where an area lacks a figure, `segments.noAreas`, `segments.variableUnknown`. */
export async function makeRefresh(reader: Reader, asked: ClassificationAsked, typed: TypedRefresh): Promise<Made> {
  const { of, segments } = await findClassification(reader, asked)
  const { record } = of
  const [loaded, former, merged] = await Promise.all([
    loadFigures(reader, typed.dataset, of.territory),
    selectSegmentAreas(reader, of),
    mergedFrom(reader, of),
  ])
  const figures = chooseVariables(
    loaded.figures,
    record.variables.map(({ measure }) => measure),
  )
  const lacking = figures.values.findIndex((value) => !Number.isFinite(value))
  if (lacking >= 0) {
    const [zone, variable] = [Math.floor(lacking / figures.variables.length), lacking % figures.variables.length]
    const params = { measure: figures.variables[variable]?.measure ?? '', areas: 1, zone: figures.zones[zone] ?? '' }
    throw new DomainError('segments.missing', params)
  }
  if (figures.zones.length < finestOf(segments).length)
    throw new DomainError('segments.tooManyGroups', {
      k: finestOf(segments).length,
      areas: figures.zones.length,
      distinct: figures.zones.length,
    })
  const points = placeFigures(figures, record.variables, record.settings)
  const from: GroupsToRefresh = { segments, merged, variables: record.variables, settings: record.settings, figures, points }
  const { restarts, maxIterations, tolerance } = record.settings
  const refreshed = await refreshGroups(from, modeOf(typed.mode), async (all, k, seed) =>
    kmeans(all, { k, restarts, seed, maxIterations, tolerance }),
  )
  return { of, segments, former, dataset: loaded.dataset, from, refreshed }
}

/** The figures of before beside those of now, for the areas and groups of each: which figures of portraits moved further than their interval. */
async function changesOf(reader: Reader, made: Made) {
  const { of, former, from, refreshed, segments } = made
  const before = await loadFigures(reader, of.record.settings.dataset, of.territory)
  const figures = chooseVariables(
    before.figures,
    of.record.variables.map(({ measure }) => measure),
  )
  const groupOf = new Map(former.map((area) => [area.zone, area.segments.at(-1) ?? -1]))
  const was = Int32Array.from(figures.zones, (zone) => groupOf.get(zone) ?? -1)
  const is = Int32Array.from(refreshed.areas, (area) => area.segments.at(-1) ?? -1)
  const labels = new Map(of.record.variables.map(({ measure, label }) => [measure, label]))
  return changedFigures({ figures, of: was }, { figures: from.figures, of: is }, finestOf(segments).length).map((change) => ({
    ...change,
    label: labels.get(change.measure) ?? { fr: change.measure, en: change.measure },
  }))
}

async function resultOf(reader: Reader, asked: ClassificationAsked, typed: TypedRefresh): Promise<RefreshView['result']> {
  const made = await makeRefresh(reader, asked, typed)
  const level = made.former[0]?.segments.length ?? 1
  return {
    segments: finestOf(made.refreshed.segments),
    crosswalk: crosswalk({ areas: made.former, level }, { areas: made.refreshed.areas, level }),
    betweenShare: { before: made.of.evidence.betweenShare.at(-1) ?? null, after: made.refreshed.betweenShare.at(-1) ?? 0 },
    changes: await changesOf(reader, made),
  }
}

/** What a refresh would give; nothing is kept. `null` for what was typed shows the choices alone. */
export function refreshView(
  obs: Observatory,
  asked: ClassificationAsked,
  typed: TypedRefresh | null,
  more: Issues = {},
): Promise<RefreshView> {
  return read(obs.db, async (reader) => {
    const atlas: Atlas = await loadAtlas(reader, obs.caches)
    const { of, segments } = await findClassification(reader, asked)
    const head = {
      of: nameOf(atlas, of, segments),
      datasets: choicesOf(of, await selectDatasets(reader)),
      dataset: typed?.dataset ?? of.record.settings.dataset,
      mode: modeOf(typed?.mode ?? ''),
      groups: finestOf(segments),
    }
    if (!typed) return { ...head, result: null, issues: more }
    try {
      return { ...head, result: await resultOf(reader, asked, typed), issues: more }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { ...head, result: null, issues: { ...more, dataset: { code: error.code, params: error.params } } }
    }
  })
}

/** Keeps a refresh as a new draft, or says what is wrong with the form. */
export function saveRefresh(
  obs: Observatory,
  viewer: Viewer,
  asked: ClassificationAsked,
  typed: TypedRefresh & { readonly name: Bilingual },
): Promise<Saved> {
  return write(obs.db, async (writer) => {
    const issues = checkNames({ name: typed.name, groups: [] }, 0)
    if (Object.keys(issues).length > 0) return { issues }
    const { of, dataset, from, refreshed } = await makeRefresh(writer, asked, typed)
    const mode = modeOf(typed.mode)
    const record: BuildRecord = {
      ...of.record,
      settings: { ...of.record.settings, dataset: dataset.code },
      variables: of.record.variables.map((variable) => ({ ...variable, dataset: dataset.code })),
      areas: from.figures.zones.length,
      dataChecksum: checksumOfData(from.figures),
      source: dataset.source,
      referenceDate: dataset.date,
      // Groups that moved are no longer a merge of those they came from.
      merge: mode === 'frozen' ? of.record.merge : null,
      refresh: { from: of.number, mode },
    }
    const { segments, areas, wss, betweenShare } = refreshed
    const kept = {
      territory: of.territory,
      id: obs.newId(),
      zone: of.zone,
      name: typed.name,
      origin: 'refresh' as const,
      basedOn: of.id,
      synthetic: dataset.kind === 'sample',
      record,
      evidence: { wss, betweenShare, silhouette: null, candidates: [] },
      checksum: checksumOf(segments, areas),
      madeAt: obs.now(),
      madeBy: viewer.name,
    }
    return { number: await insertClassification(writer, kept, segments, areas) }
  })
}
