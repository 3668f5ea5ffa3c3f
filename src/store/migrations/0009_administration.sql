-- Messages that the observatory owes: sent through an SMTP server where one is configured, else they wait here until an administrator hands them over.
CREATE TABLE message (
  id uuid PRIMARY KEY,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  kind text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  queued_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'withdrawn')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz,
  sent_at timestamptz,
  failure text
);
CREATE INDEX message_state ON message (state, queued_at);

-- What one contact costs by a channel. A cost without its year, its source and what it includes says nothing, so all three are asked for.
CREATE TABLE channel_cost (
  service text NOT NULL REFERENCES service (code),
  country text NOT NULL CHECK (country IN ('FR', 'GB')),
  channel text NOT NULL,
  amount double precision NOT NULL CHECK (amount >= 0),
  currency text NOT NULL CHECK (currency IN ('EUR', 'GBP')),
  year integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  includes text NOT NULL,
  source text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (service, country, channel)
);

-- Versions of the grid: drafted, then published and never changed again, since surveys name the version they were made with.
CREATE TABLE grid_version (
  code text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('draft', 'published')),
  content jsonb NOT NULL,
  based_on text REFERENCES grid_version (code),
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  published_by_name text,
  version integer NOT NULL DEFAULT 1
);

-- Who asked for a run of the main job.
CREATE TABLE job_request (
  job uuid PRIMARY KEY,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL
);

-- Backups made: what, when and by whom, never the content.
CREATE TABLE backup_made (
  id uuid PRIMARY KEY,
  made_at timestamptz NOT NULL,
  made_by_name text,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  row_count bigint NOT NULL CHECK (row_count >= 0),
  checksum text NOT NULL,
  encrypted boolean NOT NULL
);

-- Two people may edit the same thing: the second is told.
ALTER TABLE organisation ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE organisation ADD COLUMN active boolean NOT NULL DEFAULT true;
ALTER TABLE service_competence ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE procedure ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE zone ADD COLUMN version integer NOT NULL DEFAULT 1;
