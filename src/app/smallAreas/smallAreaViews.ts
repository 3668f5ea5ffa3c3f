import type { CriterionCode } from '#domain/survey'
import type { ServiceCode, ZoneLevel } from '#domain/territory'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { ZoneName } from '../views.ts'

/** What a reader asks for; empty choices are `null`. */
export interface SmallAreaQuery {
  readonly territory: string
  /** One service, or the mean over all. */
  readonly service: string | null
  /** One criterion, or the mean over all. */
  readonly criterion: string | null
  readonly level: string | null
}

/** The levels that are modelled: communes, and inter-municipal bodies or districts. */
export type SmallAreaLevel = Extract<ZoneLevel, 'commune' | 'epci'>

/** What the regression leans on. */
export type Covariate = 'population' | 'body' | 'density' | 'income' | 'poverty'

/** A modelled figure of one zone. The direct estimate is not part of it: it would tell of people. */
export interface ModelledArea {
  readonly zone: ZoneName
  /** The body that a commune belongs to. */
  readonly body: ZoneName | null
  /** `synthetic`: nobody answered there, the figure is the regression alone. */
  readonly kind: 'eblup' | 'synthetic'
  /** 0 to 10, benchmarked. */
  readonly estimate: number
  readonly rmse: number
  readonly lower: number
  readonly upper: number
  /** Respondents; `null` where they are fewer than can be told. */
  readonly n: number | null
}

export interface ModelView {
  /** Zones of the root with at least two respondents, and all its zones: what the model was fitted on and gives figures for. */
  readonly fitted: number
  readonly zones: number
  readonly covariates: readonly Covariate[]
  /** Standard deviation between zones beyond the covariates, points out of 10; 0 where the regression explains all that can be told from chance. */
  readonly between: number
  /** What figures were multiplied by so that their mean, weighted by population, is the direct one. */
  readonly factor: number
  /** The direct mean of the root. */
  readonly total: number
  /** Figures of the zones inside the territory, by name. */
  readonly areas: readonly ModelledArea[]
}

/** A commune as the map draws it. */
export interface DrawnCommune {
  readonly code: string
  readonly name: Bilingual
  readonly body: ZoneName | null
  readonly rings: readonly (readonly (readonly [number, number])[])[]
  /** The modelled figure of the commune, or of its body. */
  readonly value: number | null
}

export interface SmallAreasView {
  readonly territory: ZoneName
  readonly root: ZoneName
  readonly service: ServiceCode | null
  readonly criterion: CriterionCode | null
  readonly level: SmallAreaLevel
  readonly survey: {
    readonly title: Bilingual
    readonly source: Bilingual
    readonly fieldStart: string
    readonly fieldEnd: string
    readonly synthetic: boolean
  }
  /** `null` where too few zones have answers for a model. */
  readonly model: ModelView | null
  readonly drawn: readonly DrawnCommune[]
  readonly shapesAreSchematic: boolean
}
