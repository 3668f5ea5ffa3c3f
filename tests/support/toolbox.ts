import { classifyCommand } from '#cli/classify.ts'
import { crosstabCommand } from '#cli/crosstab.ts'
import { estimateCommand } from '#cli/estimate.ts'
import { explain } from '#cli/exit.ts'
import { profileCommand } from '#cli/profile.ts'
import type { ToolboxCommand } from '#cli/toolboxCommand.ts'
import { weighCommand } from '#cli/weigh.ts'
import type { Language } from '#kernel/bilingual.ts'
import { cliWords } from '#words/cli.ts'

const commands: Readonly<Record<string, (command: ToolboxCommand) => Promise<number>>> = {
  weigh: weighCommand,
  estimate: estimateCommand,
  crosstab: crosstabCommand,
  classify: classifyCommand,
  profile: profileCommand,
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of the toolbox as the program does, without a process of its own. */
export async function runToolbox(args: readonly string[], language: Language = 'en'): Promise<Ran> {
  const [name = '', ...rest] = args
  const out: string[] = []
  const said: string[] = []
  const terminal = {
    out: (text: string) => void out.push(text),
    say: (text: string) => void said.push(`${text}\n`),
    progress: () => {},
    colour: false,
  }
  const command = commands[name]
  if (!command) throw new Error(`No command of the toolbox: ${name}`)
  try {
    const code = await command({ args: rest, language, terminal })
    return { code, stdout: out.join(''), stderr: said.join('') }
  } catch (error) {
    const { text, code } = explain(error, cliWords(language))
    return { code, stdout: out.join(''), stderr: `${said.join('')}${text}\n` }
  }
}
