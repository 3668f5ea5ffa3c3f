import { createAccountDesk, type AccountDesk } from './accounts/accountDesk.ts'
import { createAdministrationDesk, type AdministrationDesk } from './administration/administrationDesk.ts'
import { createContributionDesk, type ContributionDesk } from './contributions/contributionDesk.ts'
import { createSurveyDesk, type SurveyDesk } from './surveys/surveyDesk.ts'
import { createCollectionDesk, type CollectionDesk } from './collection/collectionDesk.ts'
import { createEntryDesk, type EntryDesk } from './entry/entryDesk.ts'
import { createWeightDesk, type WeightDesk } from './weights/weightDesk.ts'
import { createFactsheetDesk, type FactsheetDesk } from './factsheets/factsheetDesk.ts'
import { createFindingDesk, type FindingDesk } from './findings/findingDesk.ts'
import { createSmallAreaDesk, type SmallAreaDesk } from './smallAreas/smallAreaDesk.ts'
import { createSegmentDesk, type SegmentDesk } from './segments/segmentDesk.ts'
import { createRegroupingDesk, type RegroupingDesk } from './regrouping/regroupingDesk.ts'
import { createPortraitDesk, type PortraitDesk } from './portraits/portraitDesk.ts'
import { createGuideDesk, type GuideDesk } from './guide/guideDesk.ts'
import { createProfileDesk, type ProfileDesk } from './profiles/profileDesk.ts'
import type { DeskTools } from './deskTools.ts'
import { createImportDesk, type ImportDesk } from './imports/importDesk.ts'
import { createMapDesk, type MapDesk } from './maps/mapDesk.ts'
import { createPlaceDesk, type PlaceDesk } from './places/placeDesk.ts'
import { createPublicDesk, type PublicDesk } from './public/publicDesk.ts'

/** The use cases of the portal by area; a route calls one of them and decides nothing itself. */
export interface Desks {
  readonly accounts: AccountDesk
  readonly administration: AdministrationDesk
  readonly contributions: ContributionDesk
  readonly imports: ImportDesk
  readonly maps: MapDesk
  readonly places: PlaceDesk
  readonly public: PublicDesk
  readonly smallAreas: SmallAreaDesk
  readonly segments: SegmentDesk
  readonly regrouping: RegroupingDesk
  readonly portraits: PortraitDesk
  readonly guide: GuideDesk
  readonly profiles: ProfileDesk
  readonly findings: FindingDesk
  readonly factsheets: FactsheetDesk
  readonly weights: WeightDesk
  readonly entry: EntryDesk
  readonly collection: CollectionDesk
  readonly surveys: SurveyDesk
}

export function createDesks(tools: DeskTools): Desks {
  return {
    accounts: createAccountDesk(tools),
    administration: createAdministrationDesk(tools),
    contributions: createContributionDesk(tools),
    imports: createImportDesk(tools),
    maps: createMapDesk(tools),
    places: createPlaceDesk(tools),
    public: createPublicDesk(tools),
    smallAreas: createSmallAreaDesk(tools),
    segments: createSegmentDesk(tools),
    regrouping: createRegroupingDesk(tools),
    portraits: createPortraitDesk(tools),
    guide: createGuideDesk(tools),
    profiles: createProfileDesk(tools),
    findings: createFindingDesk(tools),
    factsheets: createFactsheetDesk(tools),
    weights: createWeightDesk(tools),
    entry: createEntryDesk(tools),
    collection: createCollectionDesk(tools),
    surveys: createSurveyDesk(tools),
  }
}
