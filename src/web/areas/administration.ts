import { administrationActions } from '../addresses/administration.ts'
import { addAuditRoutes } from '../administration/auditPage.tsx'
import { addBackupRoutes } from '../administration/backupPage.tsx'
import { addOrganisationRoutes } from '../administration/organisationPages.tsx'
import { addOutboxRoutes } from '../administration/outboxPages.tsx'
import { addOverviewRoutes } from '../administration/overviewPage.tsx'
import { addPeopleRoutes } from '../administration/personPage.tsx'
import { addProcedureRoutes } from '../administration/procedurePages.tsx'
import { addServiceRoutes } from '../administration/servicePages.tsx'
import { addTerritoryRoutes } from '../administration/territoryPages.tsx'
import { pathTo } from '../paths.ts'
import type { Routing } from '../routing.ts'

/** Pages and actions of this area. */
export function addAdministrationRoutes(routing: Routing): void {
  addOverviewRoutes(routing)
  addOrganisationRoutes(routing)
  addPeopleRoutes(routing)
  addTerritoryRoutes(routing)
  addServiceRoutes(routing)
  addProcedureRoutes(routing)
  addOutboxRoutes(routing)
  addAuditRoutes(routing)
  addBackupRoutes(routing)
  routing.on('POST', administrationActions.retryJob, 'jobs.run', async (c, { viewer, desks, parts, language, asked }) => {
    await desks.administration.retryJob(viewer, parts['id'] ?? '')
    return c.redirect(pathTo(language, 'jobs', asked), 303)
  })
}
