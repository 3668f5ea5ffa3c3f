/** The 16 public services, in the order of the survey. */
export const serviceCodes = [
  'townHall',
  'familyAllowance',
  'healthInsurance',
  'employment',
  'postOffice',
  'library',
  'school',
  'earlyChildhood',
  'sport',
  'mobility',
  'waste',
  'socialService',
  'health',
  'police',
  'tax',
  'culture',
] as const
export type ServiceCode = (typeof serviceCodes)[number]

export function isServiceCode(text: string): text is ServiceCode {
  return (serviceCodes as readonly string[]).includes(text)
}

/** The ways a service can be reached. */
export const channelCodes = ['faceToFace', 'phone', 'online', 'post', 'appointment', 'homeVisit'] as const
export type ChannelCode = (typeof channelCodes)[number]
