/**
 * What a person does for an organisation. An administrator runs the observatory and a coordinator a network: neither ever sees the data of helped
 * persons. A partner manager answers for one organisation's people and fields.
 */
export const roleCodes = [
  'analyst',
  'partnerManager',
  'officer',
  'referent',
  'coordinator',
  'moderator',
  'administrator',
] as const
export type Role = (typeof roleCodes)[number]

export function isRoleCode(text: string): text is Role {
  return roleCodes.some((role) => role === text)
}
