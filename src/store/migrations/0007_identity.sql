-- People: who they are (tables of better-auth, whose column names are its own: compileMigrations of 1.7.25 wrote them), what they may do and for whom
-- (membership), who was asked to join (invitation), and what was done (audit_entry, append only).
CREATE TABLE auth_user (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  image text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "twoFactorEnabled" boolean
);

CREATE TABLE auth_session (
  id text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  token text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE
);
CREATE INDEX auth_session_user ON auth_session ("userId");

CREATE TABLE auth_account (
  id text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  UNIQUE ("providerId", "accountId")
);
CREATE INDEX auth_account_user ON auth_account ("userId");

CREATE TABLE auth_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX auth_verification_identifier ON auth_verification (identifier);

CREATE TABLE auth_two_factor (
  id text PRIMARY KEY,
  secret text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
CREATE INDEX auth_two_factor_secret ON auth_two_factor (secret);
CREATE INDEX auth_two_factor_user ON auth_two_factor ("userId");

CREATE TABLE auth_passkey (
  id text PRIMARY KEY,
  name text,
  "publicKey" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  "credentialID" text NOT NULL UNIQUE,
  counter integer NOT NULL,
  "deviceType" text NOT NULL,
  "backedUp" boolean NOT NULL,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
CREATE INDEX auth_passkey_user ON auth_passkey ("userId");

CREATE TABLE auth_rate_limit (
  id text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  "lastRequest" bigint NOT NULL
);

-- Failed attempts by account or by network address, shared by every process: each further failure makes the next wait longer.
CREATE TABLE sign_in_attempt (
  key text PRIMARY KEY,
  failures integer NOT NULL CHECK (failures >= 0),
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);

CREATE TABLE membership (
  user_id text NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  organisation text NOT NULL REFERENCES organisation (code),
  role text NOT NULL CHECK (role IN ('analyst', 'partnerManager', 'officer', 'referent', 'coordinator', 'moderator', 'administrator')),
  since timestamptz NOT NULL,
  PRIMARY KEY (user_id, organisation, role)
);
CREATE INDEX membership_organisation ON membership (organisation);

-- An invitation is known by the hash of its token alone; it is accepted once, before it expires.
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  organisation text NOT NULL REFERENCES organisation (code),
  role text NOT NULL CHECK (role IN ('analyst', 'partnerManager', 'officer', 'referent', 'coordinator', 'moderator', 'administrator')),
  token_hash text NOT NULL UNIQUE,
  invited_by text NOT NULL,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX invitation_email ON invitation (email);
-- Seen by its own organisation; by every one with '*', which the observatory itself uses. Without the setting nothing is seen.
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_of_organisation ON invitation
  USING (organisation = nullif(current_setting('app.organisation', true), '') OR current_setting('app.organisation', true) = '*')
  WITH CHECK (organisation = nullif(current_setting('app.organisation', true), '') OR current_setting('app.organisation', true) = '*');

-- Who did what, kept for good: the serving role may add and read, nothing else (src/store/grants.ts).
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_id text,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  organisation text,
  details jsonb NOT NULL
);
CREATE INDEX audit_entry_at ON audit_entry (at);
