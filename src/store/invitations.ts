import type { Membership, Role } from '#domain/accounts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Reader, Writer } from './open.ts'

// Row-level security: a transaction sees the invitations of the organisation that it was opened for (asOrganisation), no others.

export interface NewInvitation extends Membership {
  readonly id: string
  readonly email: string
  readonly tokenHash: string
  readonly invitedBy: string
  readonly invitedAt: Date
  readonly expiresAt: Date
}

export interface Invitation extends Omit<NewInvitation, 'tokenHash'> {
  readonly organisationName: Bilingual
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export async function insertInvitation(writer: Writer, invitation: NewInvitation): Promise<void> {
  await writer
    .insertInto('invitation')
    .values({
      id: invitation.id,
      email: invitation.email,
      organisation: invitation.organisation,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      invited_at: invitation.invitedAt,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

function invitations(reader: Reader) {
  return reader
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.code', 'invitation.organisation')
    .selectAll('invitation')
    .select(['organisation.name_fr', 'organisation.name_en'])
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]

function invitationOf(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    organisation: row.organisation,
    organisationName: { fr: row.name_fr, en: row.name_en },
    role: row.role as Role,
    invitedBy: row.invited_by,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
  }
}

/** The invitations in sight, the latest first. */
export async function selectInvitations(reader: Reader): Promise<Invitation[]> {
  const rows = await invitations(reader).orderBy('invited_at', 'desc').orderBy('invitation.id', 'desc').limit(500).execute()
  return rows.map((row) => invitationOf(row))
}

export async function selectInvitationByToken(reader: Reader, tokenHash: string): Promise<Invitation | null> {
  const row = await invitations(reader).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** The invitation of a token, kept from every other transaction until this one ends: two who accept at once are one. */
export async function lockInvitationByToken(writer: Writer, tokenHash: string): Promise<Invitation | null> {
  const row = await invitations(writer).where('token_hash', '=', tokenHash).forUpdate('invitation').executeTakeFirst()
  return row ? invitationOf(row) : null
}

/** Whether an open invitation for the same person, organisation and role is in sight. */
export async function hasOpenInvitation(reader: Reader, email: string, membership: Membership, now: Date): Promise<boolean> {
  const row = await reader
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', email)
    .where('organisation', '=', membership.organisation)
    .where('role', '=', membership.role)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

export async function markAccepted(writer: Writer, id: string, at: Date): Promise<void> {
  await writer.updateTable('invitation').set({ accepted_at: at }).where('id', '=', id).execute()
}

/** Withdraws an open invitation in sight and gives whom and what it was for; `null` when there is none. */
export async function markRevoked(
  writer: Writer,
  id: string,
  at: Date,
): Promise<{ readonly email: string; readonly organisation: string } | null> {
  const row = await writer
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['email', 'organisation'])
    .executeTakeFirst()
  return row ?? null
}
