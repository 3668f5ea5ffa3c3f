import type { ClassifySettings } from '#app/toolbox/classify.ts'
import type { CliWords } from '#words/cli.ts'
import { UsageError } from './options.ts'
import { oneOf, required } from './toolboxCommand.ts'

export const classifySpec = {
  id: 'string',
  variables: 'string',
  transform: 'string',
  scale: 'string',
  k: 'string',
  restarts: 'string',
  seed: 'string',
  'max-iterations': 'string',
  tolerance: 'string',
  centroids: 'string',
  'assign-only': 'boolean',
  scaling: 'string',
  adapt: 'boolean',
  out: 'string',
  json: 'boolean',
} as const

type Options = { [Name in keyof typeof classifySpec]?: (typeof classifySpec)[Name] extends 'boolean' ? boolean : string }
type Words = CliWords['toolbox']

const defaults = { restarts: 20, seed: 1, maxIterations: 300, tolerance: 1e-4 }
const mostRestarts = 1_000_000

/** A whole number of an option, from a least value up. */
export function wholeNumber(option: string, text: string, least: number, most: number, words: Words): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw new UsageError(words.classes.usage.whole(`--${option}`, text, least, most))
  return value
}

/** Names apart by commas, each once. */
export function nameList(option: string, text: string, words: Words): readonly string[] {
  const names = text.split(',').map((name) => name.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (names.includes('')) throw new UsageError(words.classes.usage.list(`--${option}`, text))
  if (twice !== undefined) throw new UsageError(words.classes.usage.listedTwice(`--${option}`, twice))
  return names
}

function toleranceOf(text: string | undefined, words: Words): number {
  if (text === undefined) return defaults.tolerance
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw new UsageError(words.classes.usage.tolerance(text))
  return value
}

/** What goes together and what does not. */
function checkTogether(options: Options, words: Words): void {
  const { usage } = words.classes
  const { centroids, scaling, adapt } = options
  if (options['assign-only'] && centroids === undefined) throw new UsageError(usage.assignNeedsCentroids)
  if (adapt && !(options['assign-only'] && scaling !== undefined)) throw new UsageError(usage.adaptNeeds)
  if (options.k === undefined && centroids === undefined) throw new UsageError(usage.kNeeded)
}

/** How areas are to be put into clusters, from the options. */
export function classifySettings(options: Options, words: Words): ClassifySettings {
  const id = required('classify', 'id', options.id, words)
  checkTogether(options, words)
  const whole = (name: 'restarts' | 'seed' | 'max-iterations', least: number, most: number, otherwise: number): number => {
    const text = options[name]
    return text === undefined ? otherwise : wholeNumber(name, text, least, most, words)
  }
  const variables = options.variables === undefined ? null : nameList('variables', options.variables, words)
  if (variables?.includes(id)) throw new UsageError(words.classes.usage.idIsVariable(id))
  const scale: ClassifySettings['scale'] =
    options.scale === undefined
      ? null
      : oneOf<'range' | 'z' | 'none'>('scale', options.scale, ['range', 'z', 'none'], 'range', words)
  return {
    id,
    variables,
    transform: oneOf('transform', options.transform, ['asinh', 'none'], 'asinh', words),
    scale,
    k: options.k === undefined ? null : wholeNumber('k', options.k, 1, 2 ** 31 - 1, words),
    restarts: whole('restarts', 1, mostRestarts, defaults.restarts),
    seed: whole('seed', 0, 2 ** 32 - 1, defaults.seed),
    maxIterations: whole('max-iterations', 1, 2 ** 31 - 1, defaults.maxIterations),
    tolerance: toleranceOf(options.tolerance, words),
    assignOnly: options['assign-only'] === true,
    adapt: options.adapt === true,
  }
}
