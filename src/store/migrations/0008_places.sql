-- What was done to a place and by whom: fields before and after, so that every value can be traced and put back. Rows outlive the accounts they name.
CREATE TABLE place_change (
  id uuid PRIMARY KEY,
  place text NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  actor_id text,
  actor_name text NOT NULL,
  organisation text,
  kind text NOT NULL CHECK (kind IN ('created', 'edited', 'merged', 'unmerged', 'closed', 'reopened', 'imported', 'contribution')),
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  note text,
  accepted_by_name text,
  contribution_id uuid
);
CREATE INDEX place_change_place ON place_change (place, version);

-- The lists to keep in order ask for places by organisation, and for duplicates by service and position.
CREATE INDEX place_organisation ON place (organisation);
CREATE INDEX place_position ON place (lat, lon);

-- What partners and officers signal, until somebody reviews it. `content` holds proposed fields.
CREATE TABLE contribution (
  id uuid PRIMARY KEY,
  place text,
  kind text NOT NULL CHECK (kind IN ('missingPlace', 'wrongHours', 'wrongData', 'closed', 'note', 'photo')),
  organisation text NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  author_email text,
  sent_at timestamptz NOT NULL,
  place_version integer,
  content jsonb NOT NULL,
  text text,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'withdrawn')),
  reviewed_by text,
  reviewed_by_name text,
  reviewed_at timestamptz,
  reason text
);
CREATE INDEX contribution_waiting ON contribution (sent_at) WHERE state = 'waiting';
CREATE INDEX contribution_organisation ON contribution (organisation, sent_at);

-- Photos come without the data their camera wrote into them; shown to everybody once accepted.
CREATE TABLE photo (
  id uuid PRIMARY KEY,
  contribution_id uuid NOT NULL REFERENCES contribution (id),
  place text NOT NULL,
  organisation text NOT NULL,
  accepted boolean NOT NULL,
  alt_fr text NOT NULL,
  alt_en text NOT NULL,
  type text NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  content bytea NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL
);
CREATE INDEX photo_place ON photo (place) WHERE accepted;
CREATE INDEX photo_contribution ON photo (contribution_id);

-- One organisation sees what its own people signalled; reviewers ('*') see all. Without an organisation, nothing.
ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution FORCE ROW LEVEL SECURITY;
CREATE POLICY contribution_organisation ON contribution
  USING (nullif(current_setting('app.organisation', true), '') IN (organisation, '*'))
  WITH CHECK (nullif(current_setting('app.organisation', true), '') IN (organisation, '*'));
ALTER TABLE photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE photo FORCE ROW LEVEL SECURITY;
CREATE POLICY photo_accepted ON photo FOR SELECT USING (accepted);
CREATE POLICY photo_organisation ON photo
  USING (nullif(current_setting('app.organisation', true), '') IN (organisation, '*'))
  WITH CHECK (nullif(current_setting('app.organisation', true), '') IN (organisation, '*'));
