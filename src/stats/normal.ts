/** Values of p(x) by Horner's rule; coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}

// Coefficients of the rational approximations of W. J. Cody (1969), highest power first.
const CENTRE_ABOVE = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356]
const CENTRE_BELOW = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const MIDDLE_ABOVE = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const MIDDLE_BELOW = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
]
const FAR_ABOVE = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
]
const FAR_BELOW = [1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5]
const INVERSE_ROOT_TWO_PI = 0.3989422804014327

/** exp(-x²/2), with x² split in two so that the exponent keeps its last digits when x is large. */
function gauss(x: number): number {
  const coarse = Math.trunc(x * 16) / 16
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (x - coarse) * (x + coarse))
}

/** P(Z > y) for y > 0.67448975, to full relative accuracy. */
function upperTail(y: number): number {
  if (y > 39) return 0
  if (y <= Math.sqrt(32)) return (gauss(y) * polynomial(MIDDLE_ABOVE, y)) / polynomial(MIDDLE_BELOW, y)
  const inverse = 1 / (y * y)
  const ratio = (inverse * polynomial(FAR_ABOVE, inverse)) / polynomial(FAR_BELOW, inverse)
  return (gauss(y) * (INVERSE_ROOT_TWO_PI - ratio)) / y
}

/**
 * Density of the standard normal distribution.
 *
 * @example normalDensity(0) // => 0.3989422804014327
 */
export function normalDensity(x: number): number {
  return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * x * x)
}

/**
 * Standard normal distribution function, P(Z <= x).
 *
 * Full double accuracy, relative in the lower tail (x down to -38). NaN gives NaN; -Infinity 0; Infinity 1.
 * Source: W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969). Equals R's `pnorm`.
 *
 * @example normalCdf(1.2) // => 0.8849303297782918
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  const size = Math.abs(x)
  if (size > 0.67448975) return x < 0 ? upperTail(size) : 1 - upperTail(size)
  const square = x * x
  return 0.5 + (x * polynomial(CENTRE_ABOVE, square)) / polynomial(CENTRE_BELOW, square)
}

// Coefficients of M. J. Wichura's PPND16 (1988), highest power first.
const QUANTILE_CENTRE_ABOVE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
]
const QUANTILE_CENTRE_BELOW = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
]
const QUANTILE_MIDDLE_ABOVE = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
  4.630337846156546, 1.4234371107496835,
]
const QUANTILE_MIDDLE_BELOW = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
  2.053191626637759, 1,
]
const QUANTILE_FAR_ABOVE = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const QUANTILE_FAR_BELOW = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
]

/**
 * Standard normal quantile: the x with P(Z <= x) = p.
 *
 * p in 0..1; 0 gives -Infinity, 1 Infinity. RangeError for any other p, NaN included.
 * Source: M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), about 16 digits. Equals R's `qnorm`.
 *
 * @example normalQuantile(0.975) // => 1.9599639845400536
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`)
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const fromHalf = p - 0.5
  if (Math.abs(fromHalf) <= 0.425) {
    const r = 0.180625 - fromHalf * fromHalf
    return (fromHalf * polynomial(QUANTILE_CENTRE_ABOVE, r)) / polynomial(QUANTILE_CENTRE_BELOW, r)
  }
  const root = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const size =
    root <= 5
      ? polynomial(QUANTILE_MIDDLE_ABOVE, root - 1.6) / polynomial(QUANTILE_MIDDLE_BELOW, root - 1.6)
      : polynomial(QUANTILE_FAR_ABOVE, root - 5) / polynomial(QUANTILE_FAR_BELOW, root - 5)
  return fromHalf < 0 ? -size : size
}
