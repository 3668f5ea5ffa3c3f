/** Source of the figures below. */
export const districtSource = 'ONS, Census 2021 (OGL v3)'

/**
 * The 12 districts of Kent and the unitary authority of Medway: ONS code, name, centre of gravity (degrees, WGS 84), usual residents at the census of
 * 21 March 2021 in the first published results, rounded to hundreds. ONS, Open Government Licence v3. Kent: 1,576,100; with Medway: 1,855,900.
 */
export const districtsKent: readonly (readonly [code: string, name: string, lon: number, lat: number, population: number])[] = [
  ['E06000035', 'Medway', 0.5534, 51.4152, 279_800],
  ['E07000105', 'Ashford', 0.8114, 51.1253, 132_700],
  ['E07000106', 'Canterbury', 1.1048, 51.2809, 157_400],
  ['E07000107', 'Dartford', 0.2523, 51.4298, 116_800],
  ['E07000108', 'Dover', 1.2878, 51.2116, 116_400],
  ['E07000109', 'Gravesham', 0.3951, 51.4024, 106_900],
  ['E07000110', 'Maidstone', 0.5806, 51.235, 175_800],
  ['E07000111', 'Sevenoaks', 0.1721, 51.2755, 120_500],
  ['E07000112', 'Folkestone and Hythe', 0.9943, 51.0557, 109_800],
  ['E07000113', 'Swale', 0.8162, 51.3354, 151_700],
  ['E07000114', 'Thanet', 1.3377, 51.3543, 140_600],
  ['E07000115', 'Tonbridge and Malling', 0.3575, 51.2734, 132_200],
  ['E07000116', 'Tunbridge Wells', 0.4307, 51.1144, 115_300],
]
