import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Membership, Role, Viewer } from '#domain/accounts'
import { insertMembership, insertPerson } from '#store/accounts.ts'
import { read, write } from '#store/open.ts'
import type { PortalServer } from './portalServer.ts'

/** A password that every person of the tests has; hashed once, since that takes time on purpose. */
export const testPassword = 'grenier bleu sous la pluie'
const hashed = hashPassword(testPassword)

export interface TestPerson {
  readonly id: string
  readonly name: string
  readonly email: string
}

interface PersonOptions {
  readonly name?: string
  readonly email?: string
  /** Organisation of roles that name none; the first of the database otherwise. */
  readonly organisation?: string
}

async function firstOrganisation(server: Pick<PortalServer, 'observatory'>): Promise<string> {
  const row = await read(server.observatory.db, (reader) =>
    reader.selectFrom('organisation').select('code').orderBy('code').executeTakeFirstOrThrow(),
  )
  return row.code
}

/** Makes a person with an account, who belongs to organisations by these roles. */
export async function testPerson(
  server: Pick<PortalServer, 'observatory'>,
  roles: readonly (Role | Membership)[],
  options: PersonOptions = {},
): Promise<TestPerson> {
  const { db, newId } = server.observatory
  const tag = randomBytes(4).toString('hex')
  const email = options.email ?? `person-${tag}@example.org`
  const person = { id: newId(), name: options.name ?? `Person ${tag}`, email }
  const own = options.organisation ?? (await firstOrganisation(server))
  const passwordHash = await hashed
  await write(db, async (writer) => {
    await insertPerson(writer, { ...person, passwordHash }, new Date())
    for (const role of roles) {
      const membership = typeof role === 'string' ? { organisation: own, role } : role
      await insertMembership(writer, person.id, membership, new Date())
    }
  })
  return person
}

/** Cookies of an answer as a browser sends them back. */
export function cookieHeader(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
}

/** Sends the form of the sign-in page. */
export function sendSignIn(server: Pick<PortalServer, 'app'>, email: string, password: string, cookie = ''): Promise<Response> {
  const body = new URLSearchParams({ email, password })
  const headers = { origin: 'http://localhost', ...(cookie !== '' && { cookie }) }
  return Promise.resolve(server.app.request('http://localhost/en/sign-in', { method: 'POST', body, headers }))
}

/**
 * A person with these roles, signed in through the real route.
 *
 * @example const { cookie } = await signedIn(server, ['analyst']); await server.app.request('http://localhost/fr/imports', { headers: { cookie } })
 */
export async function signedIn(
  server: PortalServer,
  roles: readonly (Role | Membership)[],
  options: PersonOptions = {},
): Promise<{ readonly cookie: string; readonly viewer: Viewer; readonly person: TestPerson }> {
  const person = await testPerson(server, roles, options)
  const answer = await sendSignIn(server, person.email, testPassword)
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`)
  const cookie = cookieHeader(answer)
  const viewer = await server.desks.accounts.viewerOf(new Headers({ cookie }))
  return { cookie, viewer, person }
}
