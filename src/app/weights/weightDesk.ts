import type { Viewer } from '#domain/accounts'
import { authorise } from '../rights.ts'
import type { DeskTools } from '../deskTools.ts'
import { attemptView, freezeVersion } from './attempt.ts'
import { bringMargins, type BroughtMargins } from './bringMargins.ts'
import { differenceView } from './difference.ts'
import type { TypedSettings } from './typedSettings.ts'
import { putInForce, surveyWeights, versionView, weightList } from './versions.ts'
import type {
  AttemptView,
  DifferenceView,
  MarginIssues,
  SurveyAsked,
  VersionView,
  WeightListLine,
  WeightSurveyView,
} from './weightViews.ts'

/** Weights of a survey: how they are made, what they are worth, which version is in force. */
export interface WeightDesk {
  /** Surveys whose answers are in, published or not yet. */
  list(viewer: Viewer): Promise<readonly WeightListLine[]>
  survey(viewer: Viewer, asked: SurveyAsked): Promise<WeightSurveyView>
  /** What settings would give; nothing is saved. Without any typed, those to begin with. */
  attempt(viewer: Viewer, asked: SurveyAsked, typed: TypedSettings | null): Promise<AttemptView>
  /** Keeps weights as the next version, or says what is wrong; no figure changes. */
  freeze(
    viewer: Viewer,
    asked: SurveyAsked,
    given: { readonly typed: TypedSettings; readonly name: string },
  ): Promise<{ readonly number: number } | { readonly issues: Readonly<Record<string, string>> }>
  version(viewer: Viewer, asked: SurveyAsked, number: number): Promise<VersionView>
  difference(
    viewer: Viewer,
    asked: SurveyAsked,
    which: { readonly from: number; readonly to: number; readonly zone: string },
  ): Promise<DifferenceView>
  /** Puts a version in force; whether the main job was asked for. */
  putInForce(viewer: Viewer, asked: SurveyAsked, chosen: { readonly number: number; readonly version: number }): Promise<boolean>
  /** Takes margins from a table, or gives every fault of it. */
  bringMargins(viewer: Viewer, asked: SurveyAsked, brought: BroughtMargins): Promise<MarginIssues | null>
}

export function createWeightDesk(tools: DeskTools): WeightDesk {
  const { observatory: obs } = tools
  return {
    async list(viewer) {
      authorise(viewer, 'weights.read')
      return weightList(obs)
    },
    async survey(viewer, asked) {
      authorise(viewer, 'weights.read')
      return surveyWeights(obs, asked)
    },
    async attempt(viewer, asked, typed) {
      authorise(viewer, 'weights.read')
      return attemptView(obs, asked, typed)
    },
    async freeze(viewer, asked, given) {
      authorise(viewer, 'weights.manage')
      return freezeVersion(obs, viewer, asked, given)
    },
    async version(viewer, asked, number) {
      authorise(viewer, 'weights.read')
      return versionView(obs, asked, number)
    },
    async difference(viewer, asked, which) {
      authorise(viewer, 'weights.read')
      return differenceView(obs, asked, which)
    },
    async putInForce(viewer, asked, chosen) {
      authorise(viewer, 'weights.manage')
      return putInForce(tools, viewer, asked, chosen)
    },
    async bringMargins(viewer, asked, brought) {
      authorise(viewer, 'weights.manage')
      return bringMargins(obs, viewer, asked, brought)
    },
  }
}
