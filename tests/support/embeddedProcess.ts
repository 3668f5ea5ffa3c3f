import { EnvironmentError } from '#kernel/environmentError.ts'
import { startEmbedded } from '#store/embedded.ts'

// A process that holds a data folder until SIGTERM, for the fault tests: prints `ready` and its superuser's address, or the one sentence of a fault.
try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', explicit: true })
  // Before it says that it is ready: who waits for that may ask it to stop at once.
  process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)))
  process.stdout.write(`ready ${embedded.adminUrl}\n`)
  setInterval(() => {}, 60_000)
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(error.exitCode)
}
