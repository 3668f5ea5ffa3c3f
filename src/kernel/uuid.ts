/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so that ids sort by the time they were made.
 * `random` gives 10 bytes; the caller brings the clock and the chance.
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError(`uuidV7 needs 10 random bytes, got ${random.length}`)
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(milliseconds / 2 ** (8 * (5 - i))) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text from outside is written as a UUID: what PostgreSQL would otherwise refuse with an error of its own. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
