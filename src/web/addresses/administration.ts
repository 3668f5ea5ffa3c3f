/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const administrationPaths = {
  administration: { fr: '/fr/administration', en: '/en/administration' },
  adminOrganisations: { fr: '/fr/administration/organisations', en: '/en/administration/organisations' },
  adminOrganisationNew: { fr: '/fr/administration/nouvelle-organisation', en: '/en/administration/new-organisation' },
  adminOrganisation: { fr: '/fr/administration/organisations/:code', en: '/en/administration/organisations/:code' },
  adminPeople: { fr: '/fr/administration/personnes', en: '/en/administration/people' },
  adminPerson: { fr: '/fr/administration/personnes/:id', en: '/en/administration/people/:id' },
  adminTerritories: { fr: '/fr/administration/territoires', en: '/en/administration/territories' },
  adminTerritoryNew: { fr: '/fr/administration/nouveau-territoire', en: '/en/administration/new-territory' },
  adminTerritory: { fr: '/fr/administration/territoires/:code', en: '/en/administration/territories/:code' },
  adminServices: { fr: '/fr/administration/services', en: '/en/administration/services' },
  adminService: { fr: '/fr/administration/services/:code', en: '/en/administration/services/:code' },
  adminProcedures: { fr: '/fr/administration/demarches', en: '/en/administration/procedures' },
  adminProcedure: { fr: '/fr/administration/demarches/:code', en: '/en/administration/procedures/:code' },
  adminOutbox: { fr: '/fr/administration/messages', en: '/en/administration/messages' },
  adminMessage: { fr: '/fr/administration/messages/:id', en: '/en/administration/messages/:id' },
  adminAudit: { fr: '/fr/administration/journal', en: '/en/administration/audit' },
  adminBackup: { fr: '/fr/administration/sauvegarde', en: '/en/administration/backup' },
  adminSettings: { fr: '/fr/administration/reglages', en: '/en/administration/settings' },
}

/** Actions and files that are no pages. */
export const administrationActions = {
  giveRole: { fr: '/fr/administration/personnes/:id/donner', en: '/en/administration/people/:id/give' },
  takeRole: { fr: '/fr/administration/personnes/:id/retirer', en: '/en/administration/people/:id/take' },
  endSessions: { fr: '/fr/administration/personnes/:id/sessions', en: '/en/administration/people/:id/sessions' },
  closeAccount: { fr: '/fr/administration/personnes/:id/fermer', en: '/en/administration/people/:id/close' },
  showMessage: { fr: '/fr/administration/messages/:id/montrer', en: '/en/administration/messages/:id/show' },
  handOver: { fr: '/fr/administration/messages/:id/remis', en: '/en/administration/messages/:id/handed-over' },
  withdraw: { fr: '/fr/administration/messages/:id/retirer', en: '/en/administration/messages/:id/withdraw' },
  sendAgain: { fr: '/fr/administration/messages/:id/renvoyer', en: '/en/administration/messages/:id/send-again' },
  auditCsv: { fr: '/fr/administration/journal.csv', en: '/en/administration/audit.csv' },
  retryJob: { fr: '/fr/calculs/:id/reprendre', en: '/en/calculations/:id/retry' },
}
