import { levels } from '#domain/matrix'

/** Stripes for verdicts that are likely (their level's colour) or uncertain (none): `id` keeps two maps of a page apart. */
export function hatchPatterns(id: string, colour: (name: string) => string): string {
  const pattern = (name: string, ground: string, stripe: string): string =>
    `<pattern id="${id}-${name}" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect ${colour(ground)} width="16" height="16"/><rect ${colour(stripe)} width="6" height="16"/></pattern>`
  return [
    ...levels.map((level) => pattern(`verdict-${level}-likely`, `wash-${level}`, `ink-${level}`)),
    pattern('verdict-uncertain', 'wash-none', 'ink-none'),
  ].join('')
}

/** The paints that are stripes. */
export function isHatched(paint: string): boolean {
  return paint === 'verdict-uncertain' || paint.endsWith('-likely')
}
