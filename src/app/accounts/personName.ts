import { DomainError } from '#kernel/result.ts'

const longest = 100

/** A person's name as it is kept, without what a terminal or a page would stumble over; `name.missing` or `name.tooLong`. */
export function cleanName(text: string): string {
  const name = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (name === '') throw new DomainError('name.missing')
  if (name.length > longest) throw new DomainError('name.tooLong')
  return name
}
