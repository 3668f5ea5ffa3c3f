import type { CliWords } from '#words/cli.ts'

interface Command {
  readonly name: string
  readonly summary: string
  readonly example: string
  readonly options: Readonly<Record<string, string>>
}

function commands(words: CliWords): readonly Command[] {
  return [
    { name: 'start', ...words.start, example: 'passerelle start --port 8300' },
    { name: 'matrix', ...words.matrix, example: 'passerelle matrix --territory audomarois' },
    { name: 'admin', ...words.admin.command, example: 'passerelle admin create --email you@example.org --name "Your Name"' },
    { name: 'backup', ...words.backups.backup, example: 'passerelle backup observatory.passerelle' },
    { name: 'restore', ...words.backups.restore, example: 'passerelle restore observatory.passerelle' },
    { name: 'import', ...words.importing, example: 'passerelle import communes.geojson filosofi.csv --dry-run' },
    {
      name: 'weigh',
      ...words.toolbox.weigh,
      example: 'passerelle weigh answers.csv --weights pw --margins margins.csv --method logit --bounds 0.5,2 --out weighted.csv',
    },
    {
      name: 'estimate',
      ...words.toolbox.estimate,
      example: 'passerelle estimate answers.csv --mean score --by commune --weights weight --strata stratum --cluster commune',
    },
    {
      name: 'crosstab',
      ...words.toolbox.crosstab,
      example: 'passerelle crosstab answers.csv --rows age --columns channel --weights weight --strata stratum',
    },
    {
      name: 'classify',
      ...words.toolbox.classes.classify,
      example: 'passerelle classify areas.csv --id area --k 8 --restarts 100 --out groups',
    },
    {
      name: 'profile',
      ...words.toolbox.classes.profile,
      example: 'passerelle profile customers.csv --group type --base households.csv',
    },
    { name: 'help', ...words.help, options: {}, example: 'passerelle help matrix' },
  ]
}

function lines(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2
  return pairs.map(([name, text]) => `  ${name.padEnd(width)}${text}`).join('\n')
}

function commandHelp(command: Command, words: CliWords): string {
  const options = Object.entries({ ...command.options, '--lang fr|en': words.languageOption })
  return `passerelle ${command.name}\n\n${command.summary}\n\n${words.options}\n${lines(options)}\n\n${words.example}\n  ${command.example}\n`
}

/** The help of all commands, each with an example, or of one; `null` for a command that does not exist. */
export function help(words: CliWords, name: string | undefined): string | null {
  const all = commands(words)
  if (name !== undefined) {
    const command = all.find((each) => each.name === name)
    return command ? commandHelp(command, words) : null
  }
  const list = all
    .map((command) => `  ${command.name}\n      ${command.summary}\n      ${words.example}: ${command.example}`)
    .join('\n')
  return `${words.intro}\n\n${words.usage}\n\n${words.commands}\n${list}\n\n${words.settings}\n${lines(Object.entries(words.settingLines))}\n`
}
