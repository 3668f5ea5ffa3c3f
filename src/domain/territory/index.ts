export { geography, type Geography, type Position } from './geography.ts'
export { channelCodes, isServiceCode, serviceCodes, type ChannelCode, type ServiceCode } from './services.ts'
export {
  hierarchies,
  zoneLevels,
  type CountryCode,
  type GeographyEdition,
  type Hierarchy,
  type LocatedZone,
  type Zone,
  type ZoneLevel,
  type ZoneParent,
} from './zone.ts'
export { organisationKindCodes, type Organisation, type OrganisationKind } from './organisation.ts'
export { placePositionCodes, type Place, type PlacePosition } from './place.ts'
export type { Competence, Procedure } from './procedure.ts'
export {
  changedFields,
  emptyPlace,
  pickFields,
  placeFieldCodes,
  sameField,
  type PlaceField,
  type PlacePatch,
  type PlacePoint,
  type PlaceValues,
} from './placeValues.ts'
export { weekDayCodes, weekOf, weekText, type Span, type WeekDay, type WeekHours } from './weekHours.ts'
export { measuredAccess, measuredCodes, type Measured, type MeasuredCode } from './measuredAccess.ts'
