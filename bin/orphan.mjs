// Loaded before our programs: when the launcher is killed outright, the program stops by itself instead of going on unseen with the database.
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
