-- What partners bring: one row per file taken in, and what it changed, so that every figure names its source and the last import can be undone.
CREATE TABLE import (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  file_name text NOT NULL,
  checksum text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  source text,
  licence text,
  reference_date text,
  imported_at timestamptz NOT NULL,
  imported_by text,
  imported_by_name text,
  record_count integer NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  missing_values integer NOT NULL,
  report jsonb NOT NULL,
  undone_at timestamptz,
  undone_by_name text
);
CREATE INDEX import_at ON import (imported_at);

-- Rows as they were before an import changed them. Rows it added carry its id themselves.
CREATE TABLE import_change (
  import_id uuid NOT NULL REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  relation text NOT NULL,
  key jsonb NOT NULL,
  before jsonb NOT NULL,
  PRIMARY KEY (import_id, relation, key)
);

-- How the columns of a file of one's own were understood, kept under its header so that the next such file needs no questions.
CREATE TABLE import_mapping (
  header_checksum text PRIMARY KEY,
  kind text NOT NULL,
  mapping jsonb NOT NULL,
  remembered_at timestamptz NOT NULL
);

-- A file brought through the portal, in pieces, from its arrival to its import; deleted afterwards.
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  brought_by text,
  brought_by_name text,
  brought_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('receiving', 'reading', 'previewed', 'importing', 'imported', 'refused', 'failed')),
  kind text,
  options jsonb NOT NULL,
  preview jsonb,
  progress double precision NOT NULL DEFAULT 0,
  failure text
);
CREATE TABLE upload_piece (
  upload_id uuid NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
  number integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (upload_id, number)
);

ALTER TABLE zone DROP CONSTRAINT zone_level_check;
ALTER TABLE zone ADD CONSTRAINT zone_level_check CHECK (level IN
  ('country', 'department', 'territory', 'arrondissement', 'epci', 'commune', 'ward', 'msoa', 'lsoa', 'iris', 'smallArea', 'outputArea'));
ALTER TABLE zone ALTER COLUMN lon DROP NOT NULL;
ALTER TABLE zone ALTER COLUMN lat DROP NOT NULL;
ALTER TABLE zone ADD COLUMN import_id uuid;
ALTER TABLE zone_parent ADD COLUMN import_id uuid;
ALTER TABLE zone_parent DROP CONSTRAINT zone_parent_hierarchy_check;
ALTER TABLE zone_parent ADD CONSTRAINT zone_parent_hierarchy_check CHECK (hierarchy IN
  ('administrative', 'intercommunal', 'territories', 'statistical', 'electoral'));

-- Outlines: `rings` holds the outer rings for drawing, `polygons` the whole multipolygon with its holes, in degrees (WGS 84). `derived`: dissolved
-- from the zones inside.
ALTER TABLE zone_shape ADD COLUMN polygons jsonb;
ALTER TABLE zone_shape ADD COLUMN derived boolean NOT NULL DEFAULT false;
ALTER TABLE zone_shape ADD COLUMN import_id uuid;

-- A former code and what it became: communes merge.
CREATE TABLE zone_succession (
  former text NOT NULL,
  current text NOT NULL,
  source text NOT NULL,
  import_id uuid,
  PRIMARY KEY (former, current)
);

-- A table of figures by zone, and its columns. The values lie in `measure_value`, an array per zone in the order of the columns, NULL where the
-- source withholds or lacks one.
CREATE TABLE dataset (
  code text PRIMARY KEY,
  kind text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  source text NOT NULL,
  licence text,
  reference_date text,
  import_id uuid
);
CREATE TABLE measure (
  dataset text NOT NULL REFERENCES dataset (code),
  position integer NOT NULL,
  code text NOT NULL,
  label_fr text NOT NULL,
  label_en text NOT NULL,
  unit text NOT NULL CHECK (unit IN ('people', 'households', 'count', 'percent', 'euros', 'ratio', 'perKm2', 'unknown')),
  denominator text,
  import_id uuid,
  PRIMARY KEY (dataset, position),
  UNIQUE (dataset, code)
);
CREATE TABLE measure_value (
  territory_id text NOT NULL,
  dataset text NOT NULL,
  zone text NOT NULL,
  figures double precision[] NOT NULL,
  import_id uuid,
  PRIMARY KEY (territory_id, dataset, zone)
);

-- People by sex, age and activity; an empty category means all. A row per zone and combination.
CREATE TABLE population_count (
  territory_id text NOT NULL,
  dataset text NOT NULL,
  zone text NOT NULL,
  sex text NOT NULL,
  age text NOT NULL,
  activity text NOT NULL,
  people double precision NOT NULL CHECK (people >= 0),
  import_id uuid,
  PRIMARY KEY (territory_id, dataset, zone, sex, age, activity)
);

-- Facilities by type (INSEE, BPE): zones not listed have none of a type that the file counts elsewhere.
CREATE TABLE facility_count (
  territory_id text NOT NULL,
  dataset text NOT NULL,
  zone text NOT NULL,
  type text NOT NULL,
  facilities integer NOT NULL CHECK (facilities >= 0),
  import_id uuid,
  PRIMARY KEY (territory_id, dataset, zone, type)
);

-- Postcodes: in France one covers up to 33 communes, so it gives a mix (share of its inhabitants); in England one point.
CREATE TABLE postcode (
  postcode text NOT NULL,
  zone text NOT NULL,
  share double precision CHECK (share BETWEEN 0 AND 1),
  lon double precision,
  lat double precision,
  import_id uuid,
  PRIMARY KEY (postcode, zone)
);
CREATE INDEX postcode_zone ON postcode (zone);

-- A place keeps where its data come from, how exact its position is, and a version that tells two editors apart.
ALTER TABLE place ALTER COLUMN lon DROP NOT NULL;
ALTER TABLE place ALTER COLUMN lat DROP NOT NULL;
ALTER TABLE place ALTER COLUMN zone DROP NOT NULL;
ALTER TABLE place ALTER COLUMN root DROP NOT NULL;
ALTER TABLE place ALTER COLUMN organisation DROP NOT NULL;
ALTER TABLE place ALTER COLUMN opening_hours DROP NOT NULL;
ALTER TABLE place ADD COLUMN position text NOT NULL DEFAULT 'exact' CHECK (position IN ('exact', 'postcode', 'town', 'unknown'));
ALTER TABLE place ADD COLUMN address text;
ALTER TABLE place ADD COLUMN postcode text;
ALTER TABLE place ADD COLUMN town text;
ALTER TABLE place ADD COLUMN url text;
ALTER TABLE place ADD COLUMN kind text;
ALTER TABLE place ADD COLUMN source text;
ALTER TABLE place ADD COLUMN source_code text;
ALTER TABLE place ADD COLUMN checked_on date;
ALTER TABLE place ADD COLUMN closed_on date;
ALTER TABLE place ADD COLUMN merged_into text;
ALTER TABLE place ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE place ADD COLUMN updated_at timestamptz;
ALTER TABLE place ADD COLUMN import_id uuid;

-- One row that counts changes: whatever alters a page raises it, in the transaction that does.
CREATE TABLE data_version (
  scope text PRIMARY KEY,
  version bigint NOT NULL
);
INSERT INTO data_version (scope, version) VALUES ('observatory', 0), ('places', 0), ('zones', 0);

-- What the observatory keeps about itself, such as the key that signs its sessions.
CREATE TABLE setting (
  name text PRIMARY KEY,
  value jsonb NOT NULL
);

-- Names of the columns of tables of figures, from the metadata files that come with them.
CREATE TABLE column_name (
  code text PRIMARY KEY,
  table_code text NOT NULL,
  table_name text NOT NULL,
  label text NOT NULL,
  import_id uuid
);

-- What the source of an imported place said last: a later file changes only what its source changed, and leaves what people corrected.
ALTER TABLE place ADD COLUMN brought jsonb;
ALTER TABLE place_service ADD COLUMN import_id uuid;

-- Answers that a partner brings as a file are kept as a survey of their own, beside the one in force; its id is the import's.
ALTER TABLE survey DROP CONSTRAINT survey_kind_check;
ALTER TABLE survey ADD CONSTRAINT survey_kind_check CHECK (kind IN ('elicitation', 'satisfaction', 'brought'));
ALTER TABLE respondent ADD COLUMN cluster text;
