/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const accountPaths = {
  signIn: { fr: '/fr/connexion', en: '/en/sign-in' },
  signInCode: { fr: '/fr/connexion/code', en: '/en/sign-in/code' },
  passwordForgotten: { fr: '/fr/mot-de-passe-oublie', en: '/en/forgotten-password' },
  passwordNew: { fr: '/fr/nouveau-mot-de-passe/:token', en: '/en/new-password/:token' },
  invitation: { fr: '/fr/invitation/:token', en: '/en/invitation/:token' },
  account: { fr: '/fr/compte', en: '/en/account' },
  twoFactor: { fr: '/fr/compte/seconde-etape', en: '/en/account/second-step' },
  invitations: { fr: '/fr/invitations', en: '/en/invitations' },
}

/** Actions that are no pages. */
export const accountActions = {
  signOut: { fr: '/fr/deconnexion', en: '/en/sign-out' },
  provider: { fr: '/fr/connexion/fournisseur', en: '/en/sign-in/provider' },
  rename: { fr: '/fr/compte/nom', en: '/en/account/name' },
  password: { fr: '/fr/compte/mot-de-passe', en: '/en/account/password' },
  endSession: { fr: '/fr/compte/sessions/:id/fermer', en: '/en/account/sessions/:id/end' },
  endOthers: { fr: '/fr/compte/sessions/autres', en: '/en/account/sessions/others' },
  confirmTwoFactor: { fr: '/fr/compte/seconde-etape/confirmer', en: '/en/account/second-step/confirm' },
  stopTwoFactor: { fr: '/fr/compte/seconde-etape/retirer', en: '/en/account/second-step/remove' },
  removePasskey: { fr: '/fr/compte/cles/:id/retirer', en: '/en/account/passkeys/:id/remove' },
  revokeInvitation: { fr: '/fr/invitations/:id/retirer', en: '/en/invitations/:id/withdraw' },
}

/** Addresses that scripts and the outside provider use; they have no language. */
export const plainAccountPaths = {
  providerBack: '/api/auth/callback/oidc',
  passkeyOptions: '/api/auth/passkey/options',
  passkeySignIn: '/api/auth/passkey/sign-in',
  passkeyNew: '/api/auth/passkey/new',
  passkeyAdd: '/api/auth/passkey/add',
}
