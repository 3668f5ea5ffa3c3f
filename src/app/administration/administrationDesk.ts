import type { DeskTools } from '../deskTools.ts'
import { auditDesk, type AuditDesk } from './auditDesk.ts'
import { catalogueDesk, type CatalogueDesk } from './catalogueDesk.ts'
import { organisationsDesk, type OrganisationsDesk } from './organisationsDesk.ts'
import { outboxDesk, type OutboxDesk } from './outboxDesk.ts'
import { overviewDesk, type OverviewDesk } from './overviewDesk.ts'
import { peopleAdministration, type PeopleAdministration } from './peopleDesk.ts'
import { territoriesDesk, type TerritoriesDesk } from './territoriesDesk.ts'

/** Use cases of this area, called by its routes. */
export interface AdministrationDesk
  extends OverviewDesk, OrganisationsDesk, PeopleAdministration, TerritoriesDesk, CatalogueDesk, OutboxDesk, AuditDesk {}

export function createAdministrationDesk(tools: DeskTools): AdministrationDesk {
  return {
    ...overviewDesk(tools),
    ...organisationsDesk(tools),
    ...peopleAdministration(tools),
    ...territoriesDesk(tools),
    ...catalogueDesk(tools),
    ...outboxDesk(tools),
    ...auditDesk(tools),
  }
}
