import { sql } from 'kysely'
import type { Membership, Role } from '#domain/accounts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Reader, Writer } from './open.ts'

/** A person with an account. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly createdAt: Date
  readonly twoFactor: boolean
  readonly memberships: readonly Membership[]
}

/** E-mail addresses are kept and compared in lower case. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}

export async function selectMemberships(reader: Reader, userId: string): Promise<Membership[]> {
  const rows = await reader
    .selectFrom('membership')
    .select(['organisation', 'role'])
    .where('user_id', '=', userId)
    .orderBy('organisation')
    .orderBy('role')
    .execute()
  return rows.map(({ organisation, role }) => ({ organisation, role: role as Role }))
}

/** Adds a membership; `false` when the person has it already. */
export async function insertMembership(writer: Writer, userId: string, membership: Membership, since: Date): Promise<boolean> {
  const done = await writer
    .insertInto('membership')
    .values({ user_id: userId, ...membership, since })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Takes a membership away; `false` when there was none. */
export async function deleteMembership(writer: Writer, userId: string, membership: Membership): Promise<boolean> {
  const done = await writer
    .deleteFrom('membership')
    .where('user_id', '=', userId)
    .where('organisation', '=', membership.organisation)
    .where('role', '=', membership.role)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** How many people hold a role anywhere, so that the last administrator is not taken away. */
export async function countHolders(reader: Reader, role: Role): Promise<number> {
  const row = await reader
    .selectFrom('membership')
    .select((eb) => eb.fn.count<number>('user_id').distinct().as('people'))
    .where('role', '=', role)
    .executeTakeFirst()
  return row?.people ?? 0
}

function people(reader: Reader) {
  return reader.selectFrom('auth_user').select((eb) => [
    'id',
    'name',
    'email',
    'createdAt',
    'twoFactorEnabled',
    eb
      .selectFrom('membership')
      .select(
        sql<
          Membership[]
        >`coalesce(jsonb_agg(jsonb_build_object('organisation', organisation, 'role', role) ORDER BY organisation, role), '[]')`.as(
          'list',
        ),
      )
      .whereRef('membership.user_id', '=', 'auth_user.id')
      .as('memberships'),
  ])
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    createdAt: row.createdAt,
    twoFactor: row.twoFactorEnabled ?? false,
    memberships: row.memberships ?? [],
  }
}

/** Everybody with an account, by name; or only the people of some organisations. */
export async function selectPeople(reader: Reader, organisations: readonly string[] | null = null): Promise<Person[]> {
  const rows = await people(reader)
    .$if(organisations !== null, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('membership')
          .select('user_id')
          .where('organisation', 'in', [...(organisations ?? []), '']),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => personOf(row))
}

export async function selectPerson(reader: Reader, id: string): Promise<Person | null> {
  const row = await people(reader).where('id', '=', id).executeTakeFirst()
  return row ? personOf(row) : null
}

export async function selectPersonByEmail(reader: Reader, email: string): Promise<Person | null> {
  const row = await people(reader).where('email', '=', plainEmail(email)).executeTakeFirst()
  return row ? personOf(row) : null
}

/** A new account whose address is proven, with a password's hash; `providerId` as better-auth names its own password. */
export async function insertPerson(
  writer: Writer,
  person: { readonly id: string; readonly name: string; readonly email: string; readonly passwordHash: string | null },
  at: Date,
): Promise<void> {
  await writer
    .insertInto('auth_user')
    .values({
      id: person.id,
      name: person.name,
      email: plainEmail(person.email),
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
      twoFactorEnabled: false,
    })
    .execute()
  if (person.passwordHash !== null) await savePassword(writer, person.id, person.passwordHash, at)
}

/** Sets or replaces a person's password by its hash. */
export async function savePassword(writer: Writer, userId: string, passwordHash: string, at: Date): Promise<void> {
  const account = { id: userId, accountId: userId, providerId: 'credential', userId, password: passwordHash }
  await writer
    .insertInto('auth_account')
    .values({ ...account, createdAt: at, updatedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['providerId', 'accountId']).doUpdateSet({ password: passwordHash, updatedAt: at }),
    )
    .execute()
}

export async function renamePerson(writer: Writer, userId: string, name: string, at: Date): Promise<void> {
  await writer.updateTable('auth_user').set({ name, updatedAt: at }).where('id', '=', userId).execute()
}

/** Whether a person signs in with a password, and through which outside providers. */
export async function selectSignInWays(
  reader: Reader,
  userId: string,
): Promise<{ readonly password: boolean; readonly providers: readonly string[] }> {
  const rows = await reader.selectFrom('auth_account').select('providerId').where('userId', '=', userId).execute()
  const ways = rows.map(({ providerId }) => providerId)
  return { password: ways.includes('credential'), providers: ways.filter((way) => way !== 'credential') }
}

/** The ID token that an outside provider gave last for a person, as a hint when its session is ended. */
export async function selectIdToken(reader: Reader, userId: string, provider: string): Promise<string | null> {
  const row = await reader
    .selectFrom('auth_account')
    .select('idToken')
    .where('userId', '=', userId)
    .where('providerId', '=', provider)
    .executeTakeFirst()
  return row?.idToken ?? null
}

/** An organisation by its code and names. */
export interface OrganisationName {
  readonly code: string
  readonly name: Bilingual
}

/** Every organisation by name, for choices. */
export async function selectOrganisationNames(reader: Reader): Promise<OrganisationName[]> {
  const rows = await reader.selectFrom('organisation').select(['code', 'name_fr', 'name_en']).orderBy('name_fr').execute()
  return rows.map(({ code, name_fr: fr, name_en: en }) => ({ code, name: { fr, en } }))
}

/** The organisation that runs the observatory, made where it is missing, for its first administrator in an empty one. Gives its code. */
export async function ensureObservatoryOrganisation(writer: Writer): Promise<string> {
  const code = 'observatory'
  await writer
    .insertInto('organisation')
    .values({ code, name_fr: 'L’observatoire', name_en: 'The observatory', kind: 'state', country: 'FR', zone: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return code
}

/** Whether the observatory shows the sample: its surveys are synthetic. */
export async function holdsSample(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('survey').select('id').where('synthetic', '=', true).limit(1).executeTakeFirst()) !== undefined
}

export async function hasPeople(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined
}
