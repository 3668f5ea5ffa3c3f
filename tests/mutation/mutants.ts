/** One planted fault: a place in a file and what stands there instead. */
export interface Mutant {
  file: string
  line: number
  /** The line as it is and as it becomes, trimmed. */
  before: string
  after: string
  /** The whole file with the fault. */
  source: string
}

const SWAPS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \* /g, ' / '],
  [/ \/ /g, ' * '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \+= /g, ' -= '],
  [/ -= /g, ' += '],
  [/ \*= /g, ' /= '],
  [/\+\+/g, '--'],
  [/!\(/g, '('],
  [/Math\.min\(/g, 'Math.max('],
  [/Math\.max\(/g, 'Math.min('],
  [/Math\.sqrt\(/g, '('],
  [/Math\.abs\(/g, '('],
  [/Math\.log1p\(/g, 'Math.log('],
  [/(?<=[(=\s*/+-])-(?=[a-zA-Z(])/g, ''],
  [/(?<![\w.$])0(?![\w.])/g, '1'],
  [/(?<![\w.$])1(?![\w.])/g, '2'],
  [/(?<![\w.$])2(?![\w.])/g, '3'],
  [/(?<![\w.$])0\.5(?!\d)/g, '0.6'],
]

/** Blanks out what is no code: comments, messages and imports keep their length but cannot match. */
function maskText(source: string): string {
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, '·')
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, blank)
    .replaceAll(/(?<=^|\s)\/\/.*$/gm, blank)
    .replaceAll(/`[^`]*`/g, blank)
    .replaceAll(/'[^'\n]*'/g, blank)
    .replaceAll(/^import .*$/gm, blank)
}

/**
 * Every single-fault variant of a source file.
 *
 * @example plantMutants('a.ts', 'const b = c + 1\n').map((mutant) => mutant.after) // => ['const b = c - 1', 'const b = c + 2']
 */
export function plantMutants(file: string, source: string): Mutant[] {
  const masked = maskText(source)
  const lines = source.split('\n')
  const mutants: Mutant[] = []
  for (const [pattern, replacement] of SWAPS) {
    for (const match of masked.matchAll(pattern)) {
      const mutated = source.slice(0, match.index) + replacement + source.slice(match.index + match[0].length)
      const line = source.slice(0, match.index).split('\n').length
      const before = (lines[line - 1] ?? '').trim()
      mutants.push({ file, line, before, after: (mutated.split('\n')[line - 1] ?? '').trim(), source: mutated })
    }
  }
  return mutants.toSorted((a, b) => a.line - b.line)
}
