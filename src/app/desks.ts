import { createAccountDesk, type AccountDesk } from './accounts/accountDesk.ts'
import { createAdministrationDesk, type AdministrationDesk } from './administration/administrationDesk.ts'
import { createContributionDesk, type ContributionDesk } from './contributions/contributionDesk.ts'
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
  }
}
