/** What can be wrong with features. */
export type FeatureFaultCode =
  | 'geo.notFeatures'
  | 'geo.topology'
  | 'geo.tooDeep'
  | 'geo.kind'
  | 'geo.noGeometry'
  | 'geo.number'
  | 'geo.ringOpen'
  | 'geo.ringShort'
  | 'geo.noArea'
  | 'geo.range'
  | 'geo.selfCrossing'
  | 'geo.slightCrossing'
  | 'geo.holeOutside'
  | 'geo.overlap'
  | 'geo.zonesCross'
  | 'geo.slightZonesCross'
  | 'geo.tooComplex'
  | 'geo.swapped'
  | 'geo.unknownCrs'
  | 'geo.crsGuessed'

/** A fault of a feature, or of the whole collection. */
export interface FeatureFault {
  /** 1 for the first feature; 0 for the whole. */
  readonly feature: number
  readonly code: FeatureFaultCode
  /** The bad value, or the place of the fault as `longitude latitude`. */
  readonly value: string
  /** What would have been right: a range, a type, an example. */
  readonly expected: string
  /** Number of the other feature, where two are at odds. */
  readonly other?: number
}
