import { createContributionDesk, type ContributionDesk } from '#app/contributions/contributionDesk.ts'
import type { DeskTools } from '#app/deskTools.ts'
import type { Observatory } from '#app/observatory.ts'
import { createPlaceDesk, type PlaceDesk } from '#app/places/placeDesk.ts'
import type { Typed } from '#app/places/typedPlace.ts'
import type { Membership, Role, Viewer } from '#domain/accounts'
import type { PlaceValues } from '#domain/territory'
import { read } from '#store/open.ts'
import { openQueue } from '#store/queue.ts'
import { selectPlaceRecord, type PlaceRecord } from '#store/placeChanges.ts'
import { labelsOf } from '#words/labels.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { testObservatory } from './sampleObservatory.ts'

export interface PlaceDesks {
  readonly test: TestDatabase
  readonly obs: Observatory
  /** What they were made with, for the desk of another area. */
  readonly tools: DeskTools
  readonly places: PlaceDesk
  readonly contributions: ContributionDesk
  readonly stop: () => Promise<void>
}

/** The desks for places and contributions on a clone of the sample observatory. */
export async function placeDesks(): Promise<PlaceDesks> {
  const test = await testDatabase({ from: 'sample' })
  const obs = testObservatory(test.db)
  const queue = await openQueue(test.db, { soleOwner: true, onError: () => {} })
  const tools: DeskTools = {
    observatory: obs,
    queue,
    labels: labelsOf,
    origin: 'http://localhost',
    secret: 'a secret for tests only, thirty-two bytes',
    settings: { oidc: null, smtpUrl: null, mailFrom: null, baseMapUrl: null },
  }
  const stop = async (): Promise<void> => {
    await queue.stop()
    await test.drop()
  }
  return { test, obs, tools, places: createPlaceDesk(tools), contributions: createContributionDesk(tools), stop }
}

/** Somebody with roles for organisations; `name` is theirs, and makes their id and address. */
export function somebody(name: string, role: Role, organisation = 'commune-62765', ...more: Membership[]): Viewer {
  const memberships = [{ organisation, role }, ...more]
  return { userId: `id-${name}`, name, email: `${name.toLowerCase()}@example.org`, memberships }
}

export async function placeNow({ test }: PlaceDesks, code: string): Promise<PlaceRecord & { readonly values: PlaceValues }> {
  const place = await read(test.db, (reader) => selectPlaceRecord(reader, code))
  if (!place) throw new Error(`no place ${code}`)
  return place
}

/** A form that offers these fields alone. */
export function typing(inputs: Readonly<Record<string, string | readonly string[]>>, ...fields: readonly string[]): Typed {
  const lists = Object.entries(inputs).map(([name, value]) => [name, typeof value === 'string' ? [value] : value] as const)
  return { fields, ...Object.fromEntries(lists) }
}
