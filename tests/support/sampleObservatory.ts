import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#kernel/uuid.ts'
import { observatory, type Observatory } from '#app/observatory.ts'
import type { Database } from '#store/open.ts'

/** An observatory on a test database. */
export function testObservatory(db: Database): Observatory {
  return observatory(
    db,
    () => new Date(),
    () => uuidV7(Date.now(), randomBytes(10)),
  )
}
