type Stops = readonly string[]

interface Theme {
  readonly sequential: Stops
  /** From far below the centre to far above it, as many stops on each side. */
  readonly below: Stops
  readonly above: Stops
}

/** One hue from pale to strong, and brown against it for what lies below a centre; on dark paper the strong end is the light one. */
export const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    sequential: ['#e3eef2', '#b5d2dc', '#7aaec0', '#3c8099', '#14536b'],
    below: ['#8f4210', '#cb8549', '#f0ddc9'],
    above: ['#cfe2e9', '#6ea5b8', '#14536b'],
  },
  dark: {
    sequential: ['#1f3038', '#2a5062', '#3c7590', '#5b9fba', '#9ad6ea'],
    below: ['#f3b98a', '#b06f3c', '#4a3424'],
    above: ['#22404c', '#3f82a0', '#9ad6ea'],
  },
}

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** A colour between the stops, `share` from 0 to 1 along them; linear in sRGB, close enough between neighbouring stops. */
function along(stops: Stops, share: number): string {
  const place = share * (stops.length - 1)
  const before = Math.min(Math.floor(place), stops.length - 2)
  const [from, to] = [channels(stops[before] ?? ''), channels(stops[before + 1] ?? '')]
  const mixed = from.map((channel, i) => Math.round(channel + ((to[i] ?? 0) - channel) * (place - before)))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

const spread = (stops: Stops, count: number, single: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => along(stops, count === 1 ? single : i / (count - 1)))

/** The colours of so many classes, from low to high; of diverging ones an even number. */
export function classColours(theme: 'light' | 'dark', kind: 'seq' | 'div', count: number): readonly string[] {
  const { sequential, below, above } = themes[theme]
  return kind === 'seq' ? spread(sequential, count, 0.5) : [...spread(below, count / 2, 0.5), ...spread(above, count / 2, 0.5)]
}

/** Every number of classes that a map can have, few values giving fewer than were asked. */
export const classNumbers: Readonly<Record<'seq' | 'div', readonly number[]>> = { seq: [1, 2, 3, 4, 5, 6, 7], div: [2, 4, 6] }

/** The rules that give each paint its colour, as they stand in the style sheet `mapColours.css`. */
export function colourRules(): string {
  const rules = (theme: 'light' | 'dark', indent: string): string[] =>
    (['seq', 'div'] as const).flatMap((kind) =>
      classNumbers[kind].flatMap((count) =>
        classColours(theme, kind, count).map(
          (colour, i) => `${indent}.${kind}-${count}-${i + 1} {\n${indent}  fill: ${colour};\n${indent}}`,
        ),
      ),
    )
  return `${[...rules('light', ''), '@media screen and (prefers-color-scheme: dark) {', ...rules('dark', '  '), '}'].join('\n')}\n`
}
