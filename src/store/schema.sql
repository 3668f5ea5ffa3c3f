-- The schema as all migrations leave it, written by npm run schema from pg_catalog. To read and to review; never edited, never run.
-- The job queue's own schema (pgboss) is in migrations/0001_jobs.sql.

CREATE TABLE citation (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  item text NOT NULL,
  CONSTRAINT citation_pkey PRIMARY KEY (territory_id, survey_id, respondent, item),
  CONSTRAINT citation_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
);

CREATE TABLE data_version (
  scope text NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT data_version_pkey PRIMARY KEY (scope)
);

CREATE TABLE dataset (
  code text NOT NULL,
  kind text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  source text NOT NULL,
  licence text,
  reference_date text,
  import_id uuid,
  CONSTRAINT dataset_pkey PRIMARY KEY (code)
);

CREATE TABLE facility_count (
  territory_id text NOT NULL,
  dataset text NOT NULL,
  zone text NOT NULL,
  type text NOT NULL,
  facilities integer NOT NULL,
  import_id uuid,
  CONSTRAINT facility_count_pkey PRIMARY KEY (territory_id, dataset, zone, type),
  CONSTRAINT facility_count_facilities_check CHECK ((facilities >= 0))
);

CREATE TABLE geography_edition (
  code text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  valid_from date NOT NULL,
  source text NOT NULL,
  licence text NOT NULL,
  CONSTRAINT geography_edition_pkey PRIMARY KEY (code)
);

CREATE TABLE import (
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  checksum text NOT NULL,
  bytes bigint NOT NULL,
  source text,
  licence text,
  reference_date text,
  imported_at timestamp with time zone NOT NULL,
  imported_by text,
  imported_by_name text,
  record_count integer NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  missing_values integer NOT NULL,
  report jsonb NOT NULL,
  undone_at timestamp with time zone,
  undone_by_name text,
  CONSTRAINT import_pkey PRIMARY KEY (id),
  CONSTRAINT import_bytes_check CHECK ((bytes >= 0))
);
CREATE INDEX import_at ON public.import USING btree (imported_at);

CREATE TABLE import_change (
  import_id uuid NOT NULL,
  relation text NOT NULL,
  key jsonb NOT NULL,
  before jsonb NOT NULL,
  CONSTRAINT import_change_pkey PRIMARY KEY (import_id, relation, key),
  CONSTRAINT import_change_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id)
);

CREATE TABLE import_mapping (
  header_checksum text NOT NULL,
  kind text NOT NULL,
  mapping jsonb NOT NULL,
  remembered_at timestamp with time zone NOT NULL,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (header_checksum)
);

CREATE TABLE job_progress (
  job uuid NOT NULL,
  territory text NOT NULL,
  step text NOT NULL,
  progress double precision NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT job_progress_pkey PRIMARY KEY (job),
  CONSTRAINT job_progress_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)))
);

CREATE TABLE margin (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  variable text NOT NULL,
  category text NOT NULL,
  total double precision NOT NULL,
  source text NOT NULL,
  CONSTRAINT margin_pkey PRIMARY KEY (territory_id, survey_id, variable, category),
  CONSTRAINT margin_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT margin_total_check CHECK ((total >= (0)::double precision))
);

CREATE TABLE matrix (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  weighting_id uuid NOT NULL,
  zone text NOT NULL,
  against text NOT NULL,
  rule text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  expected_wrong double precision NOT NULL,
  CONSTRAINT matrix_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT matrix_territory_id_weighting_id_zone_against_rule_key UNIQUE (territory_id, weighting_id, zone, against, rule),
  CONSTRAINT matrix_territory_id_weighting_id_fkey FOREIGN KEY (territory_id, weighting_id) REFERENCES weighting(territory_id, id)
);

CREATE TABLE matrix_cell (
  territory_id text NOT NULL,
  matrix_id uuid NOT NULL,
  service text NOT NULL,
  item text NOT NULL,
  status text NOT NULL,
  n integer,
  effective_n double precision,
  score double precision,
  se double precision,
  lower double precision,
  upper double precision,
  against_score double precision,
  deviation double precision,
  deviation_se double precision,
  deviation_lower double precision,
  deviation_upper double precision,
  below_p double precision,
  below_adjusted double precision,
  level text,
  sureness text,
  probability double precision,
  side text,
  giving_up double precision,
  CONSTRAINT matrix_cell_pkey PRIMARY KEY (territory_id, matrix_id, service, item),
  CONSTRAINT matrix_cell_territory_id_matrix_id_fkey FOREIGN KEY (territory_id, matrix_id) REFERENCES matrix(territory_id, id),
  CONSTRAINT matrix_cell_level_check CHECK ((level = ANY (ARRAY['rethink'::text, 'watch'::text, 'fineTune'::text, 'maintain'::text]))),
  CONSTRAINT matrix_cell_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
  CONSTRAINT matrix_cell_side_check CHECK ((side = ANY (ARRAY['scoreLow'::text, 'scoreHigh'::text, 'below'::text, 'notBelow'::text]))),
  CONSTRAINT matrix_cell_status_check CHECK ((status = ANY (ARRAY['ok'::text, 'thin'::text, 'suppressed'::text, 'notApplicable'::text, 'oneUnit'::text, 'noData'::text]))),
  CONSTRAINT matrix_cell_sureness_check CHECK ((sureness = ANY (ARRAY['established'::text, 'likely'::text, 'uncertain'::text])))
);

CREATE TABLE measure (
  dataset text NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  label_fr text NOT NULL,
  label_en text NOT NULL,
  unit text NOT NULL,
  denominator text,
  import_id uuid,
  CONSTRAINT measure_pkey PRIMARY KEY (dataset, "position"),
  CONSTRAINT measure_dataset_code_key UNIQUE (dataset, code),
  CONSTRAINT measure_dataset_fkey FOREIGN KEY (dataset) REFERENCES dataset(code),
  CONSTRAINT measure_unit_check CHECK ((unit = ANY (ARRAY['people'::text, 'households'::text, 'count'::text, 'percent'::text, 'euros'::text, 'ratio'::text, 'perKm2'::text, 'unknown'::text])))
);

CREATE TABLE measure_value (
  territory_id text NOT NULL,
  dataset text NOT NULL,
  zone text NOT NULL,
  figures double precision[] NOT NULL,
  import_id uuid,
  CONSTRAINT measure_value_pkey PRIMARY KEY (territory_id, dataset, zone)
);

CREATE TABLE migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE organisation (
  code text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  country text NOT NULL,
  zone text NOT NULL,
  url text,
  CONSTRAINT organisation_pkey PRIMARY KEY (code),
  CONSTRAINT organisation_country_check CHECK ((country = ANY (ARRAY['FR'::text, 'GB'::text])))
);

CREATE TABLE place (
  code text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  zone text,
  root text,
  lon double precision,
  lat double precision,
  organisation text,
  opening_hours text,
  phone text,
  email text,
  step_free boolean,
  parking boolean,
  synthetic boolean NOT NULL,
  position text NOT NULL DEFAULT 'exact'::text,
  address text,
  postcode text,
  town text,
  url text,
  kind text,
  source text,
  source_code text,
  checked_on date,
  closed_on date,
  merged_into text,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamp with time zone,
  import_id uuid,
  CONSTRAINT place_pkey PRIMARY KEY (code),
  CONSTRAINT place_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  CONSTRAINT place_position_check CHECK (("position" = ANY (ARRAY['exact'::text, 'postcode'::text, 'town'::text, 'unknown'::text])))
);
CREATE INDEX place_zone ON public.place USING btree (zone);

CREATE TABLE place_service (
  place text NOT NULL,
  service text NOT NULL,
  CONSTRAINT place_service_pkey PRIMARY KEY (place, service),
  CONSTRAINT place_service_place_fkey FOREIGN KEY (place) REFERENCES place(code),
  CONSTRAINT place_service_service_fkey FOREIGN KEY (service) REFERENCES service(code)
);
CREATE INDEX place_service_service ON public.place_service USING btree (service);

CREATE TABLE population_count (
  territory_id text NOT NULL,
  dataset text NOT NULL,
  zone text NOT NULL,
  sex text NOT NULL,
  age text NOT NULL,
  activity text NOT NULL,
  people double precision NOT NULL,
  import_id uuid,
  CONSTRAINT population_count_pkey PRIMARY KEY (territory_id, dataset, zone, sex, age, activity),
  CONSTRAINT population_count_people_check CHECK ((people >= (0)::double precision))
);

CREATE TABLE postcode (
  postcode text NOT NULL,
  zone text NOT NULL,
  share double precision,
  lon double precision,
  lat double precision,
  import_id uuid,
  CONSTRAINT postcode_pkey PRIMARY KEY (postcode, zone),
  CONSTRAINT postcode_share_check CHECK (((share >= (0)::double precision) AND (share <= (1)::double precision)))
);
CREATE INDEX postcode_zone ON public.postcode USING btree (zone);

CREATE TABLE procedure (
  code text NOT NULL,
  service text NOT NULL,
  country text NOT NULL,
  contact text NOT NULL,
  content jsonb NOT NULL,
  channels jsonb NOT NULL,
  url text,
  CONSTRAINT procedure_pkey PRIMARY KEY (code),
  CONSTRAINT procedure_contact_fkey FOREIGN KEY (contact) REFERENCES organisation(code),
  CONSTRAINT procedure_service_fkey FOREIGN KEY (service) REFERENCES service(code),
  CONSTRAINT procedure_country_check CHECK ((country = ANY (ARRAY['FR'::text, 'GB'::text])))
);

CREATE TABLE rating (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  service text NOT NULL,
  item text NOT NULL,
  score smallint NOT NULL,
  CONSTRAINT rating_pkey PRIMARY KEY (territory_id, survey_id, respondent, service, item),
  CONSTRAINT rating_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT rating_score_check CHECK (((score >= 0) AND (score <= 10)))
);

CREATE TABLE respondent (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  number integer NOT NULL,
  zone text NOT NULL,
  stratum text NOT NULL,
  design_weight double precision NOT NULL,
  sex text,
  age text,
  family text,
  activity text,
  digital text,
  CONSTRAINT respondent_pkey PRIMARY KEY (territory_id, survey_id, number),
  CONSTRAINT respondent_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT respondent_design_weight_check CHECK ((design_weight >= (0)::double precision))
);

CREATE TABLE service (
  code text NOT NULL,
  position smallint NOT NULL,
  CONSTRAINT service_pkey PRIMARY KEY (code),
  CONSTRAINT service_position_key UNIQUE ("position")
);

CREATE TABLE service_competence (
  service text NOT NULL,
  country text NOT NULL,
  competent text NOT NULL,
  channels jsonb NOT NULL,
  CONSTRAINT service_competence_pkey PRIMARY KEY (service, country),
  CONSTRAINT service_competence_service_fkey FOREIGN KEY (service) REFERENCES service(code),
  CONSTRAINT service_competence_country_check CHECK ((country = ANY (ARRAY['FR'::text, 'GB'::text])))
);

CREATE TABLE service_need (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  service text NOT NULL,
  drawn boolean NOT NULL,
  draw_probability double precision,
  gave_up_for text,
  CONSTRAINT service_need_pkey PRIMARY KEY (territory_id, survey_id, respondent, service),
  CONSTRAINT service_need_service_fkey FOREIGN KEY (service) REFERENCES service(code),
  CONSTRAINT service_need_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT service_need_draw_probability_check CHECK (((draw_probability > (0)::double precision) AND (draw_probability <= (1)::double precision)))
);

CREATE TABLE setting (
  name text NOT NULL,
  value jsonb NOT NULL,
  CONSTRAINT setting_pkey PRIMARY KEY (name)
);

CREATE TABLE survey (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  grid text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  field_start date NOT NULL,
  field_end date NOT NULL,
  source_fr text NOT NULL,
  source_en text NOT NULL,
  synthetic boolean NOT NULL,
  CONSTRAINT survey_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT survey_territory_id_code_key UNIQUE (territory_id, code),
  CONSTRAINT survey_check CHECK ((field_end >= field_start)),
  CONSTRAINT survey_kind_check CHECK ((kind = ANY (ARRAY['elicitation'::text, 'satisfaction'::text])))
);

CREATE TABLE upload (
  id uuid NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  brought_by text,
  brought_by_name text,
  brought_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  kind text,
  options jsonb NOT NULL,
  preview jsonb,
  progress double precision NOT NULL DEFAULT 0,
  failure text,
  CONSTRAINT upload_pkey PRIMARY KEY (id),
  CONSTRAINT upload_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'previewed'::text, 'importing'::text, 'imported'::text, 'refused'::text, 'failed'::text])))
);

CREATE TABLE upload_piece (
  upload_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT upload_piece_pkey PRIMARY KEY (upload_id, number),
  CONSTRAINT upload_piece_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE
);

CREATE TABLE weight (
  territory_id text NOT NULL,
  weighting_id uuid NOT NULL,
  respondent integer NOT NULL,
  weight double precision NOT NULL,
  CONSTRAINT weight_pkey PRIMARY KEY (territory_id, weighting_id, respondent),
  CONSTRAINT weight_territory_id_weighting_id_fkey FOREIGN KEY (territory_id, weighting_id) REFERENCES weighting(territory_id, id)
);

CREATE TABLE weighting (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  method text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  diagnostics jsonb NOT NULL,
  CONSTRAINT weighting_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT weighting_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
);

CREATE TABLE zone (
  edition text NOT NULL,
  code text NOT NULL,
  level text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  lon double precision,
  lat double precision,
  population integer,
  country text NOT NULL,
  root text,
  source text NOT NULL,
  import_id uuid,
  CONSTRAINT zone_pkey PRIMARY KEY (edition, code),
  CONSTRAINT zone_edition_fkey FOREIGN KEY (edition) REFERENCES geography_edition(code),
  CONSTRAINT zone_country_check CHECK ((country = ANY (ARRAY['FR'::text, 'GB'::text]))),
  CONSTRAINT zone_level_check CHECK ((level = ANY (ARRAY['country'::text, 'department'::text, 'territory'::text, 'arrondissement'::text, 'epci'::text, 'commune'::text, 'ward'::text, 'msoa'::text, 'lsoa'::text, 'iris'::text, 'smallArea'::text, 'outputArea'::text]))),
  CONSTRAINT zone_population_check CHECK ((population >= 0))
);

CREATE TABLE zone_parent (
  edition text NOT NULL,
  child text NOT NULL,
  parent text NOT NULL,
  hierarchy text NOT NULL,
  import_id uuid,
  CONSTRAINT zone_parent_pkey PRIMARY KEY (edition, hierarchy, child, parent),
  CONSTRAINT zone_parent_edition_child_fkey FOREIGN KEY (edition, child) REFERENCES zone(edition, code),
  CONSTRAINT zone_parent_edition_parent_fkey FOREIGN KEY (edition, parent) REFERENCES zone(edition, code),
  CONSTRAINT zone_parent_hierarchy_check CHECK ((hierarchy = ANY (ARRAY['administrative'::text, 'intercommunal'::text, 'territories'::text, 'statistical'::text, 'electoral'::text])))
);

CREATE TABLE zone_shape (
  edition text NOT NULL,
  code text NOT NULL,
  rings jsonb NOT NULL,
  schematic boolean NOT NULL,
  polygons jsonb,
  derived boolean NOT NULL DEFAULT false,
  import_id uuid,
  CONSTRAINT zone_shape_pkey PRIMARY KEY (edition, code),
  CONSTRAINT zone_shape_edition_code_fkey FOREIGN KEY (edition, code) REFERENCES zone(edition, code)
);

CREATE TABLE zone_succession (
  former text NOT NULL,
  current text NOT NULL,
  source text NOT NULL,
  import_id uuid,
  CONSTRAINT zone_succession_pkey PRIMARY KEY (former, current)
);
