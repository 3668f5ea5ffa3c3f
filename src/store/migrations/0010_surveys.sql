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
  first_by_name text,
  second jsonb,
  second_by text,
  second_by_name text,
  -- How many fields were keyed twice, and how many of them differed.
  fields integer,
  differences integer,
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
  reason text,
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
UPDATE weighting AS w SET number = counted.number
FROM (
  SELECT territory_id, id, row_number() OVER (PARTITION BY territory_id, survey_id ORDER BY made_at, id) AS number FROM weighting
) AS counted
WHERE counted.territory_id = w.territory_id AND counted.id = w.id;
ALTER TABLE weighting ALTER COLUMN number SET NOT NULL;
ALTER TABLE weighting ADD CONSTRAINT weighting_number_key UNIQUE (territory_id, survey_id, number);
ALTER TABLE weighting ADD COLUMN name text;
ALTER TABLE weighting ADD COLUMN settings jsonb;
ALTER TABLE weighting ADD COLUMN made_by_name text;

-- Where a margin comes from: of when its figures are, who brought it in which file (null: it came with the survey), and the total that its variable
-- had there before it was scaled to that of the others.
ALTER TABLE margin ADD COLUMN reference_date text;
ALTER TABLE margin ADD COLUMN brought_at timestamptz;
ALTER TABLE margin ADD COLUMN brought_by_name text;
ALTER TABLE margin ADD COLUMN scaled_from double precision CHECK (scaled_from > 0);

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

-- A file of answers from another survey tool, from its arrival until it is taken in or set aside: then its bytes go, and the line says what came of it.
CREATE TABLE sheet_file (
  id uuid PRIMARY KEY,
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL DEFAULT 0,
  hash text,
  state text NOT NULL CHECK (state IN ('receiving', 'checking', 'ready', 'faulty', 'failed', 'taking', 'taken')),
  mapping jsonb,
  options jsonb NOT NULL,
  report jsonb,
  brought_on date NOT NULL,
  brought_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE sheet_file_piece (
  file_id uuid NOT NULL REFERENCES sheet_file (id) ON DELETE CASCADE,
  number integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (file_id, number)
);

-- Answers already taken from files, as keyed hashes, so that an export that repeats last month's answers brings the new ones alone. Nothing leads from
-- them to a sheet.
CREATE TABLE sheet_source (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (territory_id, survey_id, key),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
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
-- standard error.
ALTER TABLE matrix_cell ADD COLUMN importance double precision;
ALTER TABLE matrix_cell ADD COLUMN importance_se double precision;
