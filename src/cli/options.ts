import { parseArgs } from 'node:util'
import type { Language } from '#kernel/bilingual.ts'

/** A fault in how a command was called, or in what it was given: exit code 2. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'UsageError'
  }
}

/** The language of the messages: --lang, else the system's, else English. */
export function languageOf(
  args: readonly string[],
  environment: { LC_ALL?: string | undefined; LC_MESSAGES?: string | undefined; LANG?: string | undefined },
): Language {
  const asked = args.flatMap((arg, i) =>
    arg === '--lang' ? [args[i + 1] ?? ''] : arg.startsWith('--lang=') ? [arg.slice(7)] : [],
  )[0]
  const system = environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? ''
  return (asked ?? system).toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

type Kind = 'string' | 'boolean'
type Values<Spec extends Readonly<Record<string, Kind>>> = {
  [Name in keyof Spec]?: Spec[Name] extends 'boolean' ? boolean : string
}

/** Reads `--name value`, `--name=value` and flags; throws a UsageError made by `refuse` for anything else. */
export function readOptions<Spec extends Readonly<Record<string, Kind>>>(
  args: readonly string[],
  spec: Spec,
  refuse: (name: string) => string,
): Values<Spec> {
  return readArguments(args, spec, refuse, false).options
}

/** The same for a command that also takes names without a dash, such as files; `-` alone counts as one. */
export function readOptionsAndNames<Spec extends Readonly<Record<string, Kind>>>(
  args: readonly string[],
  spec: Spec,
  refuse: (name: string) => string,
): { readonly options: Values<Spec>; readonly names: readonly string[] } {
  return readArguments(args, spec, refuse, true)
}

function readArguments<Spec extends Readonly<Record<string, Kind>>>(
  args: readonly string[],
  spec: Spec,
  refuse: (name: string) => string,
  allowPositionals: boolean,
): { options: Values<Spec>; names: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries({ ...spec, lang: 'string' }).map(([name, type]) => [name, { type: type as Kind }]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals, strict: true })
    return { options: values as Values<Spec>, names: positionals }
  } catch (error) {
    const [, quoted] = /'([^']+)'/.exec(error instanceof Error ? error.message : '') ?? []
    throw new UsageError(refuse(quoted ?? args.join(' ')))
  }
}
