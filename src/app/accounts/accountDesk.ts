import type { Membership, Viewer } from '#domain/accounts'
import { DomainError } from '#kernel/result.ts'
import type { Person } from '#store/accounts.ts'
import type { DeskTools } from '../deskTools.ts'
import { acceptInvitation, shownInvitation, type ShownInvitation } from './acceptInvitation.ts'
import type { AccountRequest } from './accountRequest.ts'
import { authByOrigin } from './auth.ts'
import {
  invitationsView,
  invite,
  revokeInvitation,
  type Compose,
  type InvitationFacts,
  type InvitationsView,
  type NewInvitee,
} from './invitations.ts'
import { portalOrigin } from './origins.ts'
import { changePassword, endOtherSessions, endSession, ownAccount, rename, type OwnAccount } from './ownAccount.ts'
import { addPasskey, newPasskeyQuestion, passkeyQuestion, removePasskey, signInByPasskey, type KeyStep } from './passkeys.ts'
import { checkReset, requestReset, resetPassword } from './passwordReset.ts'
import { endSessionsOf, giveRole, people, takeRole } from './people.ts'
import { createProvider, type Provider } from './provider.ts'
import { finishProvider, startProvider } from './providerSignIn.ts'
import { confirmTwoFactor, startTwoFactor, stopTwoFactor, type TwoFactorSetUp } from './secondFactor.ts'
import { signInByCode, signInByPassword, signOut, type SignInStep } from './signIn.ts'
import { viewerOf } from './viewer.ts'

type Cookies = readonly string[]

/** Signing in and out; a request brings its headers, origin and network address, the cookies given belong into its answer. */
interface SignInDesk {
  /** What the outside provider is called, where one is configured. */
  readonly providerName: string | null
  /** The address that links in messages begin with, for a request that came to `asked`. */
  linkOrigin(asked: string): string
  /** Who sent these headers: the person of a valid session, or anybody. */
  viewerOf(headers: Headers): Promise<Viewer>
  signIn(request: AccountRequest, given: { readonly email: string; readonly password: string }): Promise<SignInStep>
  signInByCode(request: AccountRequest, code: string): Promise<SignInStep>
  signOut(request: AccountRequest, back: string): Promise<{ readonly cookies: Cookies; readonly provider: string | null }>
  startProvider(request: AccountRequest, back: string): Promise<{ readonly address: string; readonly cookies: Cookies }>
  finishProvider(request: AccountRequest, address: string): Promise<{ readonly next: string; readonly cookies: Cookies }>
  passkeyQuestion(request: AccountRequest): Promise<KeyStep>
  signInByPasskey(request: AccountRequest, given: unknown): Promise<Cookies>
  requestReset(request: AccountRequest, email: string, compose: Compose<{ readonly token: string }>): Promise<void>
  checkReset(request: AccountRequest, token: string): Promise<void>
  resetPassword(request: AccountRequest, token: string, password: string): Promise<void>
}

/** One's own account. */
interface OwnDesk {
  own(viewer: Viewer, request: AccountRequest): Promise<OwnAccount>
  rename(viewer: Viewer, name: string): Promise<void>
  changePassword(
    viewer: Viewer,
    request: AccountRequest,
    given: { readonly current: string; readonly next: string },
  ): Promise<Cookies>
  endSession(viewer: Viewer, id: string): Promise<void>
  endOtherSessions(viewer: Viewer, request: AccountRequest): Promise<void>
  startTwoFactor(viewer: Viewer, request: AccountRequest, password: string): Promise<TwoFactorSetUp>
  confirmTwoFactor(viewer: Viewer, request: AccountRequest, code: string): Promise<Cookies>
  stopTwoFactor(viewer: Viewer, request: AccountRequest, password: string): Promise<Cookies>
  newPasskeyQuestion(viewer: Viewer, request: AccountRequest): Promise<KeyStep>
  addPasskey(viewer: Viewer, request: AccountRequest, given: unknown): Promise<void>
  removePasskey(viewer: Viewer, request: AccountRequest, id: string): Promise<void>
}

/** Invitations, and people with their roles. */
interface PeopleDesk {
  invitations(viewer: Viewer): Promise<InvitationsView>
  invite(viewer: Viewer, given: NewInvitee, compose: Compose<InvitationFacts>): Promise<void>
  revokeInvitation(viewer: Viewer, id: string): Promise<void>
  shownInvitation(viewer: Viewer, token: string): Promise<ShownInvitation>
  acceptInvitation(
    viewer: Viewer,
    token: string,
    given: { readonly name: string; readonly password: string },
  ): Promise<{ readonly email: string }>
  people(viewer: Viewer): Promise<readonly Person[]>
  giveRole(viewer: Viewer, userId: string, membership: Membership): Promise<void>
  takeRole(viewer: Viewer, userId: string, membership: Membership): Promise<void>
  endSessionsOf(viewer: Viewer, userId: string): Promise<number>
}

/** Use cases of this area, called by its routes. */
export interface AccountDesk extends SignInDesk, OwnDesk, PeopleDesk {}

type AuthFor = ReturnType<typeof authByOrigin>

/** What needs the outside provider is refused with `provider.absent` where there is none. */
function present(provider: Provider | null): Provider {
  if (provider === null) throw new DomainError('provider.absent')
  return provider
}

function signInDesk(tools: DeskTools, authFor: AuthFor): SignInDesk {
  const { observatory: obs, origin, settings } = tools
  const provider = settings.oidc ? createProvider(settings.oidc) : null
  const outside = authByOrigin(tools, provider)
  const of = (request: AccountRequest) => authFor(request.origin)
  return {
    providerName: settings.oidc?.name ?? null,
    linkOrigin: (asked) => portalOrigin(origin, asked),
    viewerOf: (headers) => viewerOf(obs, authFor(origin), headers),
    signIn: (request, given) => signInByPassword(obs, of(request), request, given),
    signInByCode: (request, code) => signInByCode(obs, of(request), request, code),
    signOut: (request, back) => signOut(obs, of(request), provider, request, back),
    startProvider: async (request, back) => startProvider(present(provider), outside, request, back),
    finishProvider: async (request, address) => {
      present(provider)
      return finishProvider(obs, outside(request.origin), request, address)
    },
    passkeyQuestion: (request) => passkeyQuestion(of(request), request),
    signInByPasskey: (request, given) => signInByPasskey(obs, of(request), request, given),
    requestReset: (request, email, compose) => requestReset(obs, of(request), request, email, compose),
    checkReset: (request, token) => checkReset(obs, of(request), token),
    resetPassword: (request, token, password) => resetPassword(obs, of(request), token, password),
  }
}

function ownDesk({ observatory: obs }: DeskTools, authFor: AuthFor): OwnDesk {
  const of = (request: AccountRequest) => authFor(request.origin)
  return {
    own: (viewer, request) => ownAccount(obs, of(request), viewer, request),
    rename: (viewer, name) => rename(obs, viewer, name),
    changePassword: (viewer, request, given) => changePassword(obs, of(request), viewer, request, given),
    endSession: (viewer, id) => endSession(obs, viewer, id),
    endOtherSessions: (viewer, request) => endOtherSessions(obs, of(request), viewer, request),
    startTwoFactor: (viewer, request, password) => startTwoFactor(obs, of(request), viewer, request, password),
    confirmTwoFactor: (viewer, request, code) => confirmTwoFactor(obs, of(request), viewer, request, code),
    stopTwoFactor: (viewer, request, password) => stopTwoFactor(obs, of(request), viewer, request, password),
    newPasskeyQuestion: (viewer, request) => newPasskeyQuestion(obs, of(request), viewer, request),
    addPasskey: (viewer, request, given) => addPasskey(obs, of(request), viewer, request, given),
    removePasskey: (viewer, request, id) => removePasskey(obs, of(request), viewer, request, id),
  }
}

function peopleDesk({ observatory: obs }: DeskTools): PeopleDesk {
  return {
    invitations: (viewer) => invitationsView(obs, viewer),
    invite: (viewer, given, compose) => invite(obs, viewer, given, compose),
    revokeInvitation: (viewer, id) => revokeInvitation(obs, viewer, id),
    shownInvitation: (viewer, token) => shownInvitation(obs, viewer, token),
    acceptInvitation: (viewer, token, given) => acceptInvitation(obs, viewer, token, given),
    people: (viewer) => people(obs, viewer),
    giveRole: (viewer, userId, membership) => giveRole(obs, viewer, userId, membership),
    takeRole: (viewer, userId, membership) => takeRole(obs, viewer, userId, membership),
    endSessionsOf: (viewer, userId) => endSessionsOf(obs, viewer, userId),
  }
}

export function createAccountDesk(tools: DeskTools): AccountDesk {
  const authFor = authByOrigin(tools, null)
  return { ...signInDesk(tools, authFor), ...ownDesk(tools, authFor), ...peopleDesk(tools) }
}
