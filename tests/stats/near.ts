import assert from 'node:assert/strict'

/** Asserts that a number equals another to a relative precision (absolute when the expected one is below 1e-300). */
export function near(actual: number, expected: number, relative = 1e-6, name = ''): void {
  const allowed = relative * Math.max(Math.abs(expected), 1e-300)
  assert.ok(Math.abs(actual - expected) <= allowed, `${name} ${actual} is not ${expected} to ${relative}`)
}

/** Asserts that a number equals another to an absolute precision. */
export function within(actual: number, expected: number, absolute: number, name = ''): void {
  assert.ok(Math.abs(actual - expected) <= absolute, `${name} ${actual} is not ${expected} within ${absolute}`)
}
