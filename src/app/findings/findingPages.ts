import { importanceBySatisfaction, independentDifferences, jointDifferences, prioritiesOf, type MatrixCell } from '#domain/matrix'
import { isCriterionCode } from '#domain/survey'
import { isServiceCode, serviceCodes, type ServiceCode, type Zone } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import { normalQuantile } from '#stats/normal.ts'
import type { Reader } from '#store/open.ts'
import { selectCompetences } from '#store/services.ts'
import { selectOrganisations } from '#store/territory.ts'
import { zonesAbove } from '../matrixPages.ts'
import { matrixResult } from '../matrixResult.ts'
import { surveySource, zoneName } from '../naming.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import type { MatrixQuery } from '../portal.ts'
import { namedCompetences } from '../servicePages.ts'
import type { ImportanceView, PrioritiesView, SideBySideView, WeighedCell } from './findingViews.ts'
import { measuredPairs } from './measured.ts'

const isCriterion = (cell: MatrixCell): boolean => isCriterionCode(cell.item)

export async function prioritiesView(obs: Observatory, query: MatrixQuery): Promise<PrioritiesView> {
  return withAtlas(obs, async (reader, { geography }) => {
    const { choice, result } = await matrixResult(obs, reader, query)
    const services = prioritiesOf(result.matrix.cells, choice.rule)
    const zones = { here: choice.territory, there: choice.against }
    const everywhere = services.flatMap(({ priorities }) => priorities.filter((each) => each.everywhere).map((each) => each.cell))
    return {
      territory: zoneName(choice.territory),
      against: zoneName(choice.against),
      againstChoices: zonesAbove(geography, choice).map(zoneName),
      group: choice.group,
      rule: choice.rule,
      survey: surveySource(result),
      services,
      measured: await measuredPairs(
        obs,
        reader,
        geography,
        zones,
        services.map(({ service }) => service),
      ),
      everywhere,
      expectedWrong: result.matrix.expectedWrong,
    }
  })
}

function serviceOf(code: string | null): ServiceCode | null {
  if (!code) return null
  if (!isServiceCode(code)) throw new DomainError('service.unknown', { code })
  return code
}

const halfWidth = normalQuantile(0.975)

function withLimits(cell: MatrixCell): WeighedCell {
  const { importance, importanceSe } = cell
  if (importance === null || importanceSe === null) return { ...cell, importanceLower: null, importanceUpper: null }
  const half = halfWidth * importanceSe
  return { ...cell, importanceLower: Math.max(0, importance - half), importanceUpper: Math.min(1, importance + half) }
}

export async function importanceView(
  obs: Observatory,
  query: Pick<MatrixQuery, 'territory' | 'group'> & { readonly service: string | null },
): Promise<ImportanceView> {
  const service = serviceOf(query.service) ?? serviceCodes[0]
  return withAtlas(obs, async (reader) => {
    const { territory, group = null } = query
    const { choice, result } = await matrixResult(obs, reader, { territory, group, rule: importanceBySatisfaction.code })
    return {
      territory: zoneName(choice.territory),
      service,
      group: choice.group,
      rule: choice.rule,
      survey: surveySource(result),
      cells: result.matrix.cells.filter((cell) => isCriterion(cell) && cell.service === service).map(withLimits),
    }
  })
}

async function competencesOf(reader: Reader, service: ServiceCode | null): Promise<SideBySideView['competences']> {
  if (service === null) return []
  const organisations = new Map((await selectOrganisations(reader)).map((each) => [each.code, each]))
  return namedCompetences(await selectCompetences(reader), organisations, service)
}

/** The two zones' cells and their differences: of one survey by their joint influence, else as independent samples. */
async function differences(obs: Observatory, reader: Reader, here: Zone, there: Zone) {
  const sameSurvey = here.root === there.root
  const second = (await matrixResult(obs, reader, { territory: there.code })).result
  const against = sameSurvey ? there.code : null
  const first = (await matrixResult(obs, reader, { territory: here.code, against })).result
  const [a, b] = [first.matrix.cells.filter(isCriterion), second.matrix.cells.filter(isCriterion)]
  return {
    sameSurvey,
    surveys: sameSurvey ? [surveySource(first)] : [surveySource(first), surveySource(second)],
    differences: sameSurvey ? jointDifferences(a, b) : independentDifferences(a, b),
  }
}

/** Two territories side by side, of one root or of two countries. */
export async function sideBySideView(
  obs: Observatory,
  query: { readonly territory: string; readonly other: string | null; readonly service: string | null },
): Promise<SideBySideView> {
  const service = serviceOf(query.service)
  return withAtlas(obs, async (reader, { geography }) => {
    const { choice, result } = await matrixResult(obs, reader, { territory: query.territory })
    const base = {
      territory: zoneName(choice.territory),
      service,
      rule: choice.rule,
      competences: await competencesOf(reader, service),
    }
    const there = query.other ? geography.get(query.other) : null
    if (there === null || there.code === choice.territory.code)
      return { ...base, other: null, surveys: [surveySource(result)], sameSurvey: true, differences: [], measured: [] }
    const compared = await differences(obs, reader, choice.territory, there)
    const zones = { here: choice.territory, there }
    const measured = service === null ? [] : await measuredPairs(obs, reader, geography, zones, [service])
    return { ...base, other: zoneName(there), ...compared, measured }
  })
}
