-- Surveys from their plan to their publication. A survey made before this release is published; one in the field is open and changes no figure.
ALTER TABLE survey ADD COLUMN state text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'open', 'closed', 'published'));
-- What is asked: how many services at most, how many sub-criteria, whether importance; null for a survey that came as rows.
ALTER TABLE survey ADD COLUMN questionnaire jsonb;
-- What was planned: respondents, expected design effect, quotas.
ALTER TABLE survey ADD COLUMN plan jsonb;
-- How its weights are to be made, and the frozen version in force; null: raking on all margins, and the latest.
ALTER TABLE survey ADD COLUMN weighting_settings jsonb;
ALTER TABLE survey ADD COLUMN weighting_id uuid;
ALTER TABLE survey ADD COLUMN version integer NOT NULL DEFAULT 1;

-- How somebody answered (web, paper, file), and through which channel they used a service and would rather use it.
ALTER TABLE respondent ADD COLUMN mode text CHECK (mode IN ('web', 'paper', 'file'));
ALTER TABLE service_need ADD COLUMN channel_used text;
ALTER TABLE service_need ADD COLUMN channel_preferred text;

-- The criteria of a service that somebody counts among the three that matter most.
CREATE TABLE importance (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  service text NOT NULL,
  criterion text NOT NULL,
  PRIMARY KEY (territory_id, survey_id, respondent, service, criterion),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- A whole answer while the field is open. Its id is drawn at random and says no time; nothing leads from a code or a draft to it. Closing the
-- survey shuffles all of them into the tables of answers and empties this one.
CREATE TABLE answer_sheet (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('web', 'paper', 'file')),
  content jsonb NOT NULL,
  PRIMARY KEY (territory_id, survey_id, id),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Sheets received by day: the only date that is kept.
CREATE TABLE survey_day (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  day date NOT NULL,
  mode text NOT NULL CHECK (mode IN ('web', 'paper', 'file')),
  sheets integer NOT NULL CHECK (sheets >= 0),
  PRIMARY KEY (territory_id, survey_id, day, mode),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- An unfinished answer, found by a keyed hash of its code and sealed with that code: who holds the database can read neither.
CREATE TABLE survey_draft (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  key text NOT NULL,
  sealed bytea NOT NULL,
  saved_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, survey_id, key),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Codes sent to a drawn sample, as keyed hashes. `begun` is set when a code is first used, never when an answer arrives.
CREATE TABLE survey_code (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  key text NOT NULL,
  begun boolean NOT NULL DEFAULT false,
  PRIMARY KEY (territory_id, survey_id, key),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Paper forms by the number printed on them, keyed twice. What was typed goes when both agree; the number stays, so that no form enters twice.
CREATE TABLE paper_form (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('once', 'differs', 'done')),
  first jsonb,
  first_by text,
  second jsonb,
  second_by text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, survey_id, number),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- What people wrote, cut from who wrote it; shown once a moderator has read it, in the moderator's wording where a name had to go.
CREATE TABLE verbatim (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  id uuid NOT NULL,
  service text,
  item text,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  original text NOT NULL,
  shown text,
  state text NOT NULL CHECK (state IN ('waiting', 'published', 'refused')),
  moderated_by_name text,
  moderated_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, survey_id, id),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Free citations of a first survey as they were said; an analyst codes each to sub-criteria, which makes rows of `citation`.
CREATE TABLE statement (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  number integer NOT NULL,
  text text NOT NULL,
  items text[] NOT NULL DEFAULT '{}',
  coded boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, survey_id, respondent, number),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Weightings are versions: numbered within the survey, named, with what they were made from.
ALTER TABLE weighting ADD COLUMN number integer;
ALTER TABLE weighting ADD COLUMN name text;
ALTER TABLE weighting ADD COLUMN settings jsonb;
ALTER TABLE weighting ADD COLUMN made_by_name text;

-- An analyst's words on a factsheet, per language. Figures in it are bound: the text holds what they are, not how much.
CREATE TABLE factsheet_note (
  territory_id text NOT NULL,
  zone text NOT NULL,
  item text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  text text NOT NULL,
  issued jsonb NOT NULL,
  written_at timestamptz NOT NULL,
  written_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, zone, item, language)
);

-- How the columns of a survey tool's export map to the questionnaire, remembered by the head of the file.
CREATE TABLE sheet_mapping (
  id uuid PRIMARY KEY,
  signature text NOT NULL UNIQUE,
  name text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- The second rule needs what people find important; the share of those asked who count the criterion among the three that matter most, with its
-- standard error, and the zone's share of the measured indicator where there is one.
ALTER TABLE matrix_cell ADD COLUMN importance double precision;
ALTER TABLE matrix_cell ADD COLUMN importance_se double precision;
ALTER TABLE matrix_cell ADD COLUMN everywhere boolean;
