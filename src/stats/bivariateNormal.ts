import { normalCdf } from './normal.ts'

// Gauss-Legendre, 20 points on -1..1: the positive half.
const NODES = [
  0.07652652113349734, 0.22778585114164507, 0.37370608871541955, 0.5108670019508271, 0.636053680726515, 0.7463319064601508,
  0.8391169718222188, 0.912234428251326, 0.9639719272779138, 0.9931285991850949,
]
const NODE_WEIGHTS = [
  0.15275338713072584, 0.14917298647260374, 0.14209610931838204, 0.13168863844917664, 0.11819453196151841, 0.10193011981724044,
  0.08327674157670475, 0.06267204833410907, 0.04060142980038694, 0.017614007139152118,
]

/** Integral of f from a to b by 20 Gauss-Legendre points. */
function integrate(f: (x: number) => number, a: number, b: number): number {
  const centre = (a + b) / 2
  const half = (b - a) / 2
  let sum = 0
  for (const [index, node] of NODES.entries()) {
    sum += (NODE_WEIGHTS[index] ?? 0) * (f(centre - half * node) + f(centre + half * node))
  }
  return sum * half
}

/** Correlation up to 0.7: from independence (rho = 0) up to rho, by Plackett's derivative in the angle asin(rho). */
function fromIndependence(x: number, y: number, rho: number): number {
  const half = (x * x + y * y) / 2
  const along = (angle: number): number => {
    const sine = Math.sin(angle)
    return Math.exp((x * y * sine - half) / (1 - sine * sine))
  }
  return normalCdf(x) * normalCdf(y) + integrate(along, 0, Math.asin(rho)) / (2 * Math.PI)
}

/**
 * Correlation from 0.7 to 1: from equality (rho = 1) down to rho. In phi = acos(rho) the derivative is flat but for a
 * layer about |x - y| wide at 0, so the panels halve towards 0 until what is left cannot count.
 */
function fromEquality(x: number, y: number, rho: number): number {
  const gap = ((x - y) * (x - y)) / 2
  const along = (phi: number): number => {
    const sine = Math.sin(phi)
    return Math.exp(-gap / (sine * sine) - (x * y) / (1 + Math.cos(phi)))
  }
  // atan2 keeps the digits of the angle when rho is next to 1, where acos loses half of them.
  let upper = Math.atan2(Math.sqrt((1 - rho) * (1 + rho)), rho)
  let sum = 0
  while (upper > 1e-18 && gap < 745 * upper * upper) {
    sum += integrate(along, upper / 2, upper)
    upper /= 2
  }
  return normalCdf(Math.min(x, y)) - sum / (2 * Math.PI)
}

/**
 * Bivariate standard normal distribution function P(X <= x, Y <= y) with correlation rho.
 *
 * rho in -1..1, both ends included, else RangeError; x or y may be infinite; NaN gives NaN. Absolute accuracy about 1e-15.
 * Source: R. L. Plackett (1954); Z. Drezner and G. O. Wesolowsky, J. Stat. Comput. Simul. 35 (1990).
 * Equals mvtnorm's `pmvnorm(upper = c(x, y), corr = …)`.
 *
 * @example bivariateNormalCdf(0, 0, 0.5) // => 0.33333333333333337
 */
export function bivariateNormalCdf(x: number, y: number, rho: number): number {
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`A correlation lies between -1 and 1, got ${rho}`)
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (x === -Infinity || y === -Infinity) return 0
  if (x === Infinity) return normalCdf(y)
  if (y === Infinity) return normalCdf(x)
  if (rho < -0.7) return clamp(normalCdf(x) - fromEquality(x, -y, -rho))
  return clamp(rho > 0.7 ? fromEquality(x, y, rho) : fromIndependence(x, y, rho))
}

function clamp(probability: number): number {
  return Math.min(1, Math.max(0, probability))
}
