import { readFileSync } from 'node:fs'
import {
  createAdministrator,
  listAdministrators,
  resetPasswordAtTheMachine,
  revokeAdministrator,
} from '#app/accounts/administrators.ts'
import type { Observatory } from '#app/observatory.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords, type CliWords } from '#words/cli.ts'
import { readOptions, UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'

export interface AdminCommand {
  readonly args: readonly string[]
  readonly language: Language
  readonly terminal: Terminal
  /** Gives the observatory; the command closes it. */
  readonly open: () => Promise<{ readonly observatory: Observatory; readonly close: () => Promise<void> }>
}

const spec = {
  email: 'string',
  name: 'string',
  organisation: 'string',
  'password-stdin': 'boolean',
  'without-second-step': 'boolean',
  json: 'boolean',
} as const
type Options = ReturnType<typeof readOptions<typeof spec>>

/** What an action did: a JSON document, and the same in sentences. */
interface Report {
  readonly document: object
  readonly lines: readonly string[]
}
type Action = (options: Options, words: CliWords) => (obs: Observatory) => Promise<Report>

function need(value: string | undefined, option: string, example: string, words: CliWords): string {
  if (!value) throw new UsageError(words.admin.missing(option, `passerelle admin ${example}`))
  return value
}

/** The first line of standard input. */
function passwordFromInput(): string {
  return readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? ''
}

const create: Action = (options, words) => {
  const example = 'create --email name@example.org --name "First Last"'
  const given = {
    email: need(options.email, '--email', example, words),
    name: need(options.name, '--name', example, words),
    organisation: options.organisation ?? null,
    password: options['password-stdin'] ? passwordFromInput() : null,
  }
  return async (obs) => {
    const made = await createAdministrator(obs, given)
    const lines = [words.admin.created(made.name, made.email, made.organisation)]
    return {
      document: { created: made },
      lines: made.password === null ? lines : [...lines, words.admin.password(made.password)],
    }
  }
}

const list: Action = (_options, words) => async (obs) => {
  const found = (await listAdministrators(obs)).map(({ email, name, memberships, twoFactor, createdAt }) => ({
    email,
    name,
    organisations: [...new Set(memberships.map(({ organisation }) => organisation))],
    twoFactor,
    createdAt: createdAt.toISOString(),
  }))
  const lines = found.map((each) => words.admin.line(each.email, each.name, each.organisations.join(', '), each.twoFactor))
  return { document: { administrators: found }, lines: lines.length > 0 ? lines : [words.admin.none] }
}

const resetPassword: Action = (options, words) => {
  const email = need(options.email, '--email', 'reset-password --email name@example.org', words)
  return async (obs) => {
    const password = await resetPasswordAtTheMachine(obs, email, options['without-second-step'] ?? false)
    return { document: { reset: { email, password } }, lines: [words.admin.reset(email), words.admin.password(password)] }
  }
}

const revoke: Action = (options, words) => {
  const email = need(options.email, '--email', 'revoke --email name@example.org', words)
  return async (obs) => {
    await revokeAdministrator(obs, email)
    return { document: { revoked: { email } }, lines: [words.admin.revoked(email)] }
  }
}

const actions: Readonly<Record<string, Action>> = { create, list, 'reset-password': resetPassword, revoke }

/** `passerelle admin create|list|reset-password|revoke`: what only who holds the machine may do. Passwords go to standard output, once. */
export async function adminCommand({ args, language, terminal, open }: AdminCommand): Promise<void> {
  const words = cliWords(language)
  const [name = '', ...rest] = args
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new UsageError(words.admin.unknownAction(name))
  const options = readOptions(rest, spec, (option) => words.unknownOption(option, 'admin'))
  // Before the database is opened: what is missing is told at once.
  const act = action(options, words)
  const { observatory, close } = await open()
  try {
    const { document, lines } = await act(observatory)
    terminal.out(options.json ? `${JSON.stringify({ schema: 'admin/1', ...document })}\n` : `${lines.join('\n')}\n`)
  } finally {
    await close()
  }
}
