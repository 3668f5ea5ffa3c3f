import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { answerOf } from './commands.ts'

/** What the numbers were measured on, a line each. */
export async function describeMachine(postgres: string): Promise<string[]> {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = (totalmem() / 2 ** 30).toFixed(1)
  const peers = [
    await answerOf('Rscript', ['-e', 'cat(R.version.string, "survey", format(packageVersion("survey")))']),
    await answerOf('psql', ['--version']),
  ]
  return [
    `${new Date().toISOString().slice(0, 10)}, ${model}, ${availableParallelism()} cores, ${memory} GiB, ${platform()} ${arch()} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${postgres} (embedded, fsync on)`,
    `Peers: ${peers.map((answer) => answer ?? 'one is not installed').join('; ')}`,
  ]
}
