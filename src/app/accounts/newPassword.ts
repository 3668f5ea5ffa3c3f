import { randomInt } from 'node:crypto'

// Without signs that are taken for one another when read aloud or copied by hand.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 5
const perGroup = 4

/** A random password of five groups of four signs, 99 bits, such as `kp7m-x3qd-9wtz-hn4r-b6yc`. */
export function newPassword(): string {
  const group = (): string => Array.from({ length: perGroup }, () => signs[randomInt(signs.length)] ?? '').join('')
  return Array.from({ length: groups }, group).join('-')
}
