import { buildEvidence, comparisonOf, guardsOf, membership, refusals, type Evidence, type MatrixCell } from '#domain/matrix'
import { criterionOf, isCriterionCode, isItemCode, type Answers, type PublicCode } from '#domain/survey'
import { isServiceCode, type Geography, type Measured, type Zone } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { loadAnswers } from './answers.ts'
import { thresholdFor } from './mainJob.ts'
import type { MeasuredPair } from './findings/findingViews.ts'
import { measuredItems, measuredPairs } from './findings/measured.ts'
import { differencesSince, earlierWaves, waveOf } from './findings/waves.ts'
import { matrixResult, type MatrixChoice, type MatrixResult } from './matrixResult.ts'
import { surveySource, weightingReport, zoneName } from './naming.ts'
import { loadAtlas, withAtlas, type Observatory } from './observatory.ts'
import type { MatrixQuery } from './portal.ts'
import type { ComparisonView, EvidenceView, HomeView, MatrixView } from './views.ts'

/** The zones above a zone with the same root, nearest first: what it can be compared with. */
export function zonesAbove(geography: Geography, choice: MatrixChoice): Zone[] {
  const found = new Map<string, Zone>()
  let frontier = [choice.territory.code]
  while (frontier.length > 0) {
    const parents = frontier.flatMap((code) => geography.parentsOf(code)).filter((zone) => zone.root === choice.root)
    for (const parent of parents) found.set(parent.code, parent)
    frontier = parents.map((parent) => parent.code)
  }
  const order = ['epci', 'territory', 'department']
  return [...found.values()].toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

export async function matrixView(obs: Observatory, query: MatrixQuery): Promise<MatrixView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const { choice, result } = await matrixResult(obs, reader, query)
    return {
      territory: zoneName(choice.territory),
      against: zoneName(choice.against),
      againstChoices: zonesAbove(geography, choice).map(zoneName),
      group: choice.group,
      rule: choice.rule,
      survey: surveySource(result),
      matrix: result.matrix,
      firstThings: result.firstThings,
      refusals: refusals(result.matrix.cells),
      madeAt: result.madeAt?.toISOString() ?? null,
    }
  })
}

export async function homeView(obs: Observatory, query: { territory: string }): Promise<HomeView> {
  return withAtlas(obs, async (reader) => {
    const { choice, result } = await matrixResult(obs, reader, query)
    const criteria = result.matrix.cells.filter((cell) => isCriterionCode(cell.item))
    const established = criteria.filter((cell) => cell.sureness === 'established')
    const count = (level: MatrixCell['level']): number => established.filter((cell) => cell.level === level).length
    const pressing = established.filter((cell) => cell.level === 'rethink')
    return {
      territory: zoneName(choice.territory),
      survey: surveySource(result),
      counts: { rethink: count('rethink'), watch: count('watch'), fineTune: count('fineTune'), maintain: count('maintain') },
      refused: refusals(result.matrix.cells).refused,
      pressing: pressing.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0)).slice(0, 3),
    }
  })
}

/** EPCI or districts of a zone, the zone, and those above it: where the same cell can be read. */
function zonesAround(geography: Geography, choice: MatrixChoice): Zone[] {
  const inside = geography.childrenOf(choice.territory.code).filter((zone) => zone.level === 'epci')
  return [...inside, choice.territory, ...zonesAbove(geography, choice)].filter((zone) => zone.root === choice.root)
}

async function cellElsewhere(obs: Observatory, reader: Reader, zone: Zone, like: MatrixCell, query: MatrixQuery) {
  const { result } = await matrixResult(obs, reader, { ...query, territory: zone.code, against: null })
  const cell = result.matrix.cells.find((each) => each.service === like.service && each.item === like.item)
  return cell ? [{ zone: zoneName(zone), cell }] : []
}

/** What stands behind a cell; nothing where the cell itself is suppressed. */
function sheet(answers: Answers, geography: Geography, choice: MatrixChoice, cell: MatrixCell): Evidence {
  if (cell.status === 'suppressed') return { distribution: null, againstDistribution: null, contrasts: [] }
  const { territory, against, group, rule } = choice
  const request = { territory: territory.code, against: against.code, group, rule, disclosureThreshold: thresholdFor(group) }
  const comparison = comparisonOf(answers, geography, request)
  const inside = membership(answers, geography, territory.code, null)
  // Inside one group, another group's cell would be a crossing of two: not shown.
  const guards = (each: PublicCode) => guardsOf(answers, geography, territory.code, each, inside)
  const evidence = buildEvidence(answers, cell.service, cell.item, comparison, guards)
  return group ? { ...evidence, contrasts: [] } : evidence
}

/** What the survey before said of the same cell; groups are not followed, since their samples are small. */
async function changeOf(
  reader: Reader,
  result: MatrixResult,
  choice: MatrixChoice,
  cell: MatrixCell,
): Promise<EvidenceView['change']> {
  const [since] = choice.group ? [] : await earlierWaves(reader, result.survey)
  if (!since) return null
  const [difference] = await differencesSince(
    reader,
    result,
    since,
    ({ service, item }) => service === cell.service && item === cell.item,
  )
  return difference ? { since: waveOf(since), difference } : null
}

async function measuredOf(
  obs: Observatory,
  reader: Reader,
  geography: Geography,
  choice: MatrixChoice,
  { service, item }: MatrixCell,
): Promise<MeasuredPair> {
  const zones = { here: choice.territory, there: choice.against }
  const [pair] = await measuredPairs(obs, reader, geography, zones, [service])
  const wanted = (each: Measured): boolean => measuredItems[each.code].includes(item)
  return { service, here: (pair?.here ?? []).filter(wanted), there: (pair?.there ?? []).filter(wanted) }
}

export async function evidenceView(
  obs: Observatory,
  query: MatrixQuery & { service: string; item: string },
): Promise<EvidenceView> {
  const { service, item } = query
  if (!isServiceCode(service)) throw new DomainError('service.unknown', { code: service })
  if (!isItemCode(item)) throw new DomainError('item.unknown', { code: item })
  return withAtlas(obs, async (reader, { geography }) => {
    const { choice, result } = await matrixResult(obs, reader, query)
    const cell = result.matrix.cells.find((each) => each.service === service && each.item === item)
    if (!cell) throw new DomainError('item.unknown', { code: item })
    const { answers } = await loadAnswers(obs, reader, choice.root)
    const elsewhere = []
    for (const zone of zonesAround(geography, choice)) elsewhere.push(...(await cellElsewhere(obs, reader, zone, cell, query)))
    return {
      territory: zoneName(choice.territory),
      against: zoneName(choice.against),
      group: choice.group,
      rule: choice.rule,
      survey: surveySource(result),
      cell,
      evidence: sheet(answers, geography, choice, cell),
      parts: isCriterionCode(item)
        ? result.matrix.cells.filter(
            (each) => each.service === service && !isCriterionCode(each.item) && criterionOf(each.item) === item,
          )
        : [],
      elsewhere,
      change: await changeOf(reader, result, choice, cell),
      measured: await measuredOf(obs, reader, geography, choice, cell),
      weighting: weightingReport(result),
    }
  })
}

export async function comparisonView(
  obs: Observatory,
  query: { territory: string; service: string | null },
): Promise<ComparisonView> {
  const service = query.service || 'townHall'
  if (!isServiceCode(service)) throw new DomainError('service.unknown', { code: service })
  return withAtlas(obs, async (reader) => {
    const { choice, result } = await matrixResult(obs, reader, query)
    const { geography } = await loadAtlas(reader, obs.caches)
    const zones = zonesAround(geography, choice)
    const cells = []
    for (const zone of zones) {
      const other = await matrixResult(obs, reader, { territory: zone.code })
      const own = other.result.matrix.cells.filter((cell) => cell.service === service && isCriterionCode(cell.item))
      cells.push({ zone: zoneName(zone), cells: own })
    }
    return {
      territory: zoneName(choice.territory),
      service,
      zones: zones.map(zoneName),
      rule: choice.rule,
      survey: surveySource(result),
      cells,
    }
  })
}
