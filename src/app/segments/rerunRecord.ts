import { chooseVariables, mergeGroups, type Classification } from '#domain/segments'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { selectDatasets } from '#store/maps.ts'
import { classificationOfNumber } from '#store/segments.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import { findClassification } from '../regrouping/classificationNames.ts'
import { makeRefresh } from '../regrouping/refreshEditor.ts'
import type { ClassificationAsked } from '../regrouping/regroupingViews.ts'
import { checksumOf, checksumOfData, makeClassification } from './buildClassification.ts'
import { lineOf } from './classificationLines.ts'
import { clusterOf } from './clusterOf.ts'
import { loadFigures } from './figures.ts'
import { loadGroups } from './mergeClassification.ts'
import type { RecordView, Rerun } from './segmentViews.ts'

interface Sums {
  readonly dataChecksum: string
  readonly checksum: string
}

async function builtAgain(reader: Reader, { territory, record }: Classification): Promise<Sums> {
  const loaded = await loadFigures(reader, record.settings.dataset, territory)
  const made = await makeClassification(loaded, record.settings, record.dropped, clusterOf(record.settings))
  return { dataChecksum: made.record.dataChecksum, checksum: made.checksum }
}

async function mergedAgain(reader: Reader, { territory, record }: Classification): Promise<Sums> {
  const { merge } = record
  if (!merge) throw new Error('a merge without its record')
  const from = await loadGroups(reader, await classificationOfNumber(reader, territory, merge.from))
  const merged = mergeGroups(from, Math.max(...merge.into) + 1, merge)
  return { dataChecksum: checksumOfData(from.figures), checksum: checksumOf(merged.segments, merged.areas) }
}

async function refreshedAgain(reader: Reader, { territory, record }: Classification): Promise<Sums> {
  const { refresh, settings } = record
  if (!refresh) throw new Error('a refresh without its record')
  const asked = { root: territory, number: refresh.from }
  const { from, refreshed } = await makeRefresh(reader, asked, { dataset: settings.dataset, mode: refresh.mode })
  const figures = chooseVariables(from.figures, settings.variables)
  return { dataChecksum: checksumOfData(figures), checksum: checksumOf(refreshed.segments, refreshed.areas) }
}

const again = { build: builtAgain, merge: mergedAgain, refresh: refreshedAgain } as const

async function rerun(reader: Reader, of: Classification): Promise<Rerun> {
  try {
    const sums = await again[of.origin](reader, of)
    const isSameData = sums.dataChecksum === of.record.dataChecksum
    return { ...sums, isSameData, isSame: sums.checksum === of.checksum, fault: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const fault = { code: error.code, params: error.params }
    return { dataChecksum: '', checksum: '', isSameData: false, isSame: false, fault }
  }
}

/** The record that a classification was made by; where it is run again, whether it gives the same bytes. Nothing is kept of that. */
export function recordView(obs: Observatory, asked: ClassificationAsked, isRun: boolean): Promise<RecordView> {
  return withAtlas(obs, async (reader, atlas) => {
    const { of, segments } = await findClassification(reader, asked)
    const dataset = (await selectDatasets(reader)).find(({ code }) => code === of.record.settings.dataset)
    return {
      of: lineOf(atlas, of, segments),
      record: of.record,
      dataset: dataset?.title ?? null,
      rerun: isRun ? await rerun(reader, of) : null,
    }
  })
}
