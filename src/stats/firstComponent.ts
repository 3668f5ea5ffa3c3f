import type { Points } from './kmeans.ts'

const mostRounds = 1000

/**
 * Direction of the widest spread of points: the first principal component of their covariance, a unit vector of d numbers whose largest part is positive.
 * By power iteration from the column of the widest variance, until a round turns it by less than 1e-13; all zeros where points do not differ.
 *
 * Source: Pearson 1901. Equals the first column of R's `prcomp(x)$rotation` up to its sign.
 *
 * Example: points along (1, 1) give (.7071, .7071).
 */
export function firstComponent(points: Points): Float64Array {
  const { d } = points
  const covariance = covarianceOf(points)
  const variances = Array.from({ length: d }, (_, j) => covariance[j * d + j] ?? 0)
  const widest = variances.indexOf(Math.max(...variances))
  if (!((variances[widest] ?? 0) > 0)) return new Float64Array(d)
  let direction = unit(covariance.slice(widest * d, (widest + 1) * d))
  for (let round = 0; round < mostRounds; round++) {
    const next = unit(product(covariance, direction))
    const turned = next.reduce((sum, part, j) => sum + (part - (direction[j] ?? 0)) ** 2, 0)
    direction = next
    if (turned < 1e-26) break
  }
  const largest = direction.reduce((most, part) => (Math.abs(part) > Math.abs(most) ? part : most), 0)
  return largest < 0 ? direction.map((part) => -part) : direction
}

function covarianceOf({ n, d, values }: Points): Float64Array {
  const means = new Float64Array(d)
  for (let at = 0; at < n * d; at++) means[at % d] = (means[at % d] ?? 0) + (values[at] ?? 0) / n
  const covariance = new Float64Array(d * d)
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < d; a++) {
      const from = (values[i * d + a] ?? 0) - (means[a] ?? 0)
      for (let b = 0; b < d; b++)
        covariance[a * d + b] = (covariance[a * d + b] ?? 0) + (from * ((values[i * d + b] ?? 0) - (means[b] ?? 0))) / n
    }
  }
  return covariance
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const d = vector.length
  return vector.map((_, a) => vector.reduce((sum, part, b) => sum + (matrix[a * d + b] ?? 0) * part, 0))
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0))
  return length > 0 ? vector.map((part) => part / length) : vector
}
