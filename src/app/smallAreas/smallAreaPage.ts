import { isCriterionCode, type CriterionCode } from '#domain/survey'
import { isServiceCode, type Geography, type ServiceCode } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { versionOf } from '#store/stamp.ts'
import { selectShapes } from '#store/territory.ts'
import { loadAnswers, weightingInForce } from '../answers.ts'
import { publicThreshold } from '../mainJob.ts'
import { zoneName } from '../naming.ts'
import { withAtlas, type Observatory } from '../observatory.ts'
import type { RecentValues } from '../recentValues.ts'
import { bodyOf, readCovariates } from './covariates.ts'
import { personScores } from './directEstimates.ts'
import { modelZones, type ZoneModel, type ZonesModel } from './modelZones.ts'
import type { DrawnCommune, ModelledArea, ModelView, SmallAreaLevel, SmallAreaQuery, SmallAreasView } from './smallAreaViews.ts'

/** Models of a root, kept under everything they are made from. */
export type ModelMemory = RecentValues<{ readonly model: ZonesModel | null }>

interface Choice {
  readonly service: ServiceCode | null
  readonly criterion: CriterionCode | null
  readonly level: SmallAreaLevel
}

function choose(query: SmallAreaQuery): Choice {
  const { service, criterion, level } = query
  if (service && !isServiceCode(service)) throw new DomainError('service.unknown', { code: service })
  if (criterion && !isCriterionCode(criterion)) throw new DomainError('item.unknown', { code: criterion })
  return {
    service: service && isServiceCode(service) ? service : null,
    criterion: criterion && isCriterionCode(criterion) ? criterion : null,
    level: level === 'epci' ? 'epci' : 'commune',
  }
}

// Two-sided 95 % of the normal law.
const z95 = 1.959963984540054
const onScale = (score: number): number => Math.min(10, Math.max(0, score))

function areaOf(geography: Geography, { zone, n, area }: ZoneModel, factor: number): ModelledArea {
  const estimate = onScale(area.estimate * factor)
  const rmse = Math.sqrt(area.mse)
  const body = zone.level === 'commune' ? bodyOf(geography, zone.code) : null
  return {
    zone: zoneName(zone),
    body: body ? zoneName(body) : null,
    kind: area.kind,
    estimate,
    rmse,
    lower: onScale(estimate - z95 * rmse),
    upper: onScale(estimate + z95 * rmse),
    n: n < publicThreshold ? null : n,
  }
}

function modelView(geography: Geography, model: ZonesModel, territory: string): ModelView {
  const inside = model.zones.filter(({ zone }) => geography.position(zone.code, territory) === 'inside')
  const { fitted, covariates, factor, total } = model
  return {
    fitted,
    zones: model.zones.length,
    covariates,
    between: Math.sqrt(model.A),
    factor,
    total,
    areas: inside.map((each) => areaOf(geography, each, factor)),
  }
}

/** The communes of the territory with the figure that colours them: their own, or their body's. */
async function drawnCommunes(
  reader: Reader,
  edition: string,
  geography: Geography,
  territory: string,
  model: ModelView | null,
): Promise<{ drawn: readonly DrawnCommune[]; schematic: boolean }> {
  const communes = geography.within(territory, 'commune')
  const shapes = await selectShapes(
    reader,
    edition,
    communes.map((commune) => commune.code),
  )
  const values = new Map(model?.areas.map((area) => [area.zone.code, area.estimate]))
  const drawn = communes.map(({ code, name }): DrawnCommune => {
    const body = bodyOf(geography, code)
    const value = values.get(code) ?? values.get(body?.code ?? '') ?? null
    return { code, name, body: body ? zoneName(body) : null, rings: shapes.get(code)?.rings ?? [], value }
  })
  return { drawn, schematic: [...shapes.values()].some((shape) => shape.schematic) }
}

/** The modelled figures of a territory's zones. Refuses `zone.unknown`, `service.unknown`, `item.unknown`, `territory.noSurvey`, `survey.notWeighted`. */
export async function smallAreasView(obs: Observatory, memory: ModelMemory, query: SmallAreaQuery): Promise<SmallAreasView> {
  const choice = choose(query)
  return withAtlas(obs, async (reader, { geography, edition }) => {
    const territory = geography.get(query.territory)
    const { root } = territory
    if (root === null) throw new DomainError('territory.noSurvey', { code: territory.code })
    const { survey, weighting } = await weightingInForce(reader, root)
    const version = await versionOf(reader, 'observatory')
    const key = [weighting.id, version, edition.code, choice.level, choice.service ?? '', choice.criterion ?? ''].join(' ')
    const { model: found } = await memory.get(key, async () => {
      const { answers } = await loadAnswers(obs, reader, root)
      const zones = geography.within(root, choice.level).filter((zone) => geography.position(zone.code, root) === 'inside')
      const columns = await readCovariates(reader, { edition: edition.code, root }, zones)
      return { model: modelZones(answers, geography, zones, personScores(answers, choice.service, choice.criterion), columns) }
    })
    const model = found && modelView(geography, found, territory.code)
    const { drawn, schematic } = await drawnCommunes(reader, edition.code, geography, territory.code, model)
    const { title, source, fieldStart, fieldEnd, synthetic } = survey
    return {
      territory: zoneName(territory),
      root: zoneName(geography.get(root)),
      ...choice,
      survey: { title, source, fieldStart, fieldEnd, synthetic },
      model,
      drawn,
      shapesAreSchematic: schematic,
    }
  })
}
