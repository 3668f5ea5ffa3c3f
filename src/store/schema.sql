-- The schema as all migrations leave it, written by npm run schema from pg_catalog. To read and to review; never edited, never run.
-- The job queue's own schema (pgboss) is in migrations/0001_jobs.sql.

CREATE TABLE answer_sheet (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  content jsonb NOT NULL,
  CONSTRAINT answer_sheet_pkey PRIMARY KEY (territory_id, survey_id, id),
  CONSTRAINT answer_sheet_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT answer_sheet_mode_check CHECK ((mode = ANY (ARRAY['web'::text, 'paper'::text, 'file'::text])))
);

CREATE TABLE audit_entry (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id text,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  organisation text,
  details jsonb NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at);

CREATE TABLE auth_account (
  id text NOT NULL,
  accountId text NOT NULL,
  providerId text NOT NULL,
  userId text NOT NULL,
  accessToken text,
  refreshToken text,
  idToken text,
  accessTokenExpiresAt timestamp with time zone,
  refreshTokenExpiresAt timestamp with time zone,
  scope text,
  password text,
  createdAt timestamp with time zone NOT NULL,
  updatedAt timestamp with time zone NOT NULL,
  CONSTRAINT auth_account_pkey PRIMARY KEY (id),
  CONSTRAINT auth_account_providerId_accountId_key UNIQUE ("providerId", "accountId"),
  CONSTRAINT auth_account_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_account_user ON public.auth_account USING btree ("userId");

CREATE TABLE auth_passkey (
  id text NOT NULL,
  name text,
  publicKey text NOT NULL,
  userId text NOT NULL,
  credentialID text NOT NULL,
  counter integer NOT NULL,
  deviceType text NOT NULL,
  backedUp boolean NOT NULL,
  transports text,
  createdAt timestamp with time zone,
  aaguid text,
  CONSTRAINT auth_passkey_pkey PRIMARY KEY (id),
  CONSTRAINT auth_passkey_credentialID_key UNIQUE ("credentialID"),
  CONSTRAINT auth_passkey_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_passkey_user ON public.auth_passkey USING btree ("userId");

CREATE TABLE auth_rate_limit (
  id text NOT NULL,
  key text NOT NULL,
  count integer NOT NULL,
  lastRequest bigint NOT NULL,
  CONSTRAINT auth_rate_limit_pkey PRIMARY KEY (id),
  CONSTRAINT auth_rate_limit_key_key UNIQUE (key)
);

CREATE TABLE auth_session (
  id text NOT NULL,
  expiresAt timestamp with time zone NOT NULL,
  token text NOT NULL,
  createdAt timestamp with time zone NOT NULL,
  updatedAt timestamp with time zone NOT NULL,
  ipAddress text,
  userAgent text,
  userId text NOT NULL,
  CONSTRAINT auth_session_pkey PRIMARY KEY (id),
  CONSTRAINT auth_session_token_key UNIQUE (token),
  CONSTRAINT auth_session_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_session_user ON public.auth_session USING btree ("userId");

CREATE TABLE auth_two_factor (
  id text NOT NULL,
  secret text NOT NULL,
  backupCodes text NOT NULL,
  userId text NOT NULL,
  verified boolean,
  failedVerificationCount integer,
  lockedUntil timestamp with time zone,
  CONSTRAINT auth_two_factor_pkey PRIMARY KEY (id),
  CONSTRAINT auth_two_factor_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_two_factor_secret ON public.auth_two_factor USING btree (secret);
CREATE INDEX auth_two_factor_user ON public.auth_two_factor USING btree ("userId");

CREATE TABLE auth_user (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  emailVerified boolean NOT NULL,
  image text,
  createdAt timestamp with time zone NOT NULL,
  updatedAt timestamp with time zone NOT NULL,
  twoFactorEnabled boolean,
  CONSTRAINT auth_user_pkey PRIMARY KEY (id),
  CONSTRAINT auth_user_email_key UNIQUE (email)
);

CREATE TABLE auth_verification (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expiresAt timestamp with time zone NOT NULL,
  createdAt timestamp with time zone NOT NULL,
  updatedAt timestamp with time zone NOT NULL,
  CONSTRAINT auth_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verification_identifier ON public.auth_verification USING btree (identifier);

CREATE TABLE backup_made (
  id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by_name text,
  bytes bigint NOT NULL,
  row_count bigint NOT NULL,
  checksum text NOT NULL,
  encrypted boolean NOT NULL,
  CONSTRAINT backup_made_pkey PRIMARY KEY (id),
  CONSTRAINT backup_made_bytes_check CHECK ((bytes >= 0)),
  CONSTRAINT backup_made_row_count_check CHECK ((row_count >= 0))
);

CREATE TABLE channel_cost (
  service text NOT NULL,
  country text NOT NULL,
  channel text NOT NULL,
  amount double precision NOT NULL,
  currency text NOT NULL,
  year integer NOT NULL,
  includes text NOT NULL,
  source text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT channel_cost_pkey PRIMARY KEY (service, country, channel),
  CONSTRAINT channel_cost_service_fkey FOREIGN KEY (service) REFERENCES service(code),
  CONSTRAINT channel_cost_amount_check CHECK ((amount >= (0)::double precision)),
  CONSTRAINT channel_cost_country_check CHECK ((country = ANY (ARRAY['FR'::text, 'GB'::text]))),
  CONSTRAINT channel_cost_currency_check CHECK ((currency = ANY (ARRAY['EUR'::text, 'GBP'::text]))),
  CONSTRAINT channel_cost_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);

CREATE TABLE citation (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  item text NOT NULL,
  CONSTRAINT citation_pkey PRIMARY KEY (territory_id, survey_id, respondent, item),
  CONSTRAINT citation_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
);

CREATE TABLE classification (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  zone text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  origin text NOT NULL,
  based_on uuid,
  state text NOT NULL,
  synthetic boolean NOT NULL,
  record jsonb NOT NULL,
  evidence jsonb NOT NULL,
  checksum text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by_name text,
  published_at timestamp with time zone,
  published_by_name text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT classification_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT classification_territory_id_number_key UNIQUE (territory_id, number),
  CONSTRAINT classification_number_check CHECK ((number > 0)),
  CONSTRAINT classification_origin_check CHECK ((origin = ANY (ARRAY['build'::text, 'merge'::text, 'refresh'::text]))),
  CONSTRAINT classification_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text])))
);

CREATE TABLE column_name (
  code text NOT NULL,
  table_code text NOT NULL,
  table_name text NOT NULL,
  label text NOT NULL,
  import_id uuid,
  CONSTRAINT column_name_pkey PRIMARY KEY (code)
);

CREATE TABLE contribution (
  id uuid NOT NULL,
  place text,
  kind text NOT NULL,
  organisation text NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  author_email text,
  sent_at timestamp with time zone NOT NULL,
  place_version integer,
  content jsonb NOT NULL,
  text text,
  state text NOT NULL,
  reviewed_by text,
  reviewed_by_name text,
  reviewed_at timestamp with time zone,
  reason text,
  CONSTRAINT contribution_pkey PRIMARY KEY (id),
  CONSTRAINT contribution_kind_check CHECK ((kind = ANY (ARRAY['missingPlace'::text, 'wrongHours'::text, 'wrongData'::text, 'closed'::text, 'note'::text, 'photo'::text]))),
  CONSTRAINT contribution_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX contribution_organisation ON public.contribution USING btree (organisation, sent_at);
CREATE INDEX contribution_waiting ON public.contribution USING btree (sent_at) WHERE (state = 'waiting'::text);

CREATE TABLE customer_profile (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  organisation text NOT NULL,
  name text NOT NULL,
  service text,
  period text NOT NULL,
  base text NOT NULL,
  counts double precision[] NOT NULL,
  records integer NOT NULL,
  placed integer NOT NULL,
  unplaced integer NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT customer_profile_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT customer_profile_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  CONSTRAINT customer_profile_service_fkey FOREIGN KEY (service) REFERENCES service(code),
  CONSTRAINT customer_profile_territory_id_classification_id_fkey FOREIGN KEY (territory_id, classification_id) REFERENCES classification(territory_id, id),
  CONSTRAINT customer_profile_base_check CHECK ((base = ANY (ARRAY['people'::text, 'households'::text])))
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

CREATE TABLE factsheet_note (
  territory_id text NOT NULL,
  zone text NOT NULL,
  item text NOT NULL,
  language text NOT NULL,
  text text NOT NULL,
  issued jsonb NOT NULL,
  written_at timestamp with time zone NOT NULL,
  written_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT factsheet_note_pkey PRIMARY KEY (territory_id, zone, item, language),
  CONSTRAINT factsheet_note_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
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

CREATE TABLE golden_model (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  model jsonb NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT golden_model_pkey PRIMARY KEY (territory_id, classification_id, level),
  CONSTRAINT golden_model_territory_id_classification_id_fkey FOREIGN KEY (territory_id, classification_id) REFERENCES classification(territory_id, id)
);

CREATE TABLE grid_version (
  code text NOT NULL,
  state text NOT NULL,
  content jsonb NOT NULL,
  based_on text,
  created_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  published_by_name text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT grid_version_pkey PRIMARY KEY (code),
  CONSTRAINT grid_version_based_on_fkey FOREIGN KEY (based_on) REFERENCES grid_version(code),
  CONSTRAINT grid_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);

CREATE TABLE group_match (
  id uuid NOT NULL,
  left_territory text NOT NULL,
  left_id uuid NOT NULL,
  left_level smallint NOT NULL,
  right_territory text NOT NULL,
  right_id uuid NOT NULL,
  right_level smallint NOT NULL,
  scaling text NOT NULL,
  content jsonb NOT NULL,
  published boolean NOT NULL DEFAULT false,
  made_at timestamp with time zone NOT NULL,
  made_by_name text,
  CONSTRAINT group_match_pkey PRIMARY KEY (id),
  CONSTRAINT group_match_scaling_check CHECK ((scaling = ANY (ARRAY['within'::text, 'pooled'::text])))
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
  CONSTRAINT import_change_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE import_mapping (
  header_checksum text NOT NULL,
  kind text NOT NULL,
  mapping jsonb NOT NULL,
  remembered_at timestamp with time zone NOT NULL,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (header_checksum)
);

CREATE TABLE importance (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  service text NOT NULL,
  criterion text NOT NULL,
  CONSTRAINT importance_pkey PRIMARY KEY (territory_id, survey_id, respondent, service, criterion),
  CONSTRAINT importance_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
);

CREATE TABLE invitation (
  id uuid NOT NULL,
  email text NOT NULL,
  organisation text NOT NULL,
  role text NOT NULL,
  token_hash text NOT NULL,
  invited_by text NOT NULL,
  invited_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_token_hash_key UNIQUE (token_hash),
  CONSTRAINT invitation_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  CONSTRAINT invitation_role_check CHECK ((role = ANY (ARRAY['analyst'::text, 'partnerManager'::text, 'officer'::text, 'referent'::text, 'coordinator'::text, 'moderator'::text, 'administrator'::text])))
);
CREATE INDEX invitation_email ON public.invitation USING btree (email);

CREATE TABLE job_progress (
  job uuid NOT NULL,
  territory text NOT NULL,
  step text NOT NULL,
  progress double precision NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT job_progress_pkey PRIMARY KEY (job),
  CONSTRAINT job_progress_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)))
);

CREATE TABLE job_request (
  job uuid NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  CONSTRAINT job_request_pkey PRIMARY KEY (job)
);

CREATE TABLE margin (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  variable text NOT NULL,
  category text NOT NULL,
  total double precision NOT NULL,
  source text NOT NULL,
  reference_date text,
  brought_at timestamp with time zone,
  brought_by_name text,
  scaled_from double precision,
  CONSTRAINT margin_pkey PRIMARY KEY (territory_id, survey_id, variable, category),
  CONSTRAINT margin_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT margin_scaled_from_check CHECK ((scaled_from > (0)::double precision)),
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
  importance double precision,
  importance_se double precision,
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

CREATE TABLE membership (
  user_id text NOT NULL,
  organisation text NOT NULL,
  role text NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (user_id, organisation, role),
  CONSTRAINT membership_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE,
  CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['analyst'::text, 'partnerManager'::text, 'officer'::text, 'referent'::text, 'coordinator'::text, 'moderator'::text, 'administrator'::text])))
);
CREATE INDEX membership_organisation ON public.membership USING btree (organisation);

CREATE TABLE message (
  id uuid NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  kind text NOT NULL,
  language text NOT NULL,
  queued_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp with time zone,
  sent_at timestamp with time zone,
  failure text,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_attempts_check CHECK ((attempts >= 0)),
  CONSTRAINT message_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'withdrawn'::text])))
);
CREATE INDEX message_state ON public.message USING btree (state, queued_at);

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
  version integer NOT NULL DEFAULT 1,
  active boolean NOT NULL DEFAULT true,
  CONSTRAINT organisation_pkey PRIMARY KEY (code),
  CONSTRAINT organisation_country_check CHECK ((country = ANY (ARRAY['FR'::text, 'GB'::text])))
);

CREATE TABLE paper_form (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  number integer NOT NULL,
  state text NOT NULL,
  first jsonb,
  first_by text,
  first_by_name text,
  second jsonb,
  second_by text,
  second_by_name text,
  fields integer,
  differences integer,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT paper_form_pkey PRIMARY KEY (territory_id, survey_id, number),
  CONSTRAINT paper_form_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT paper_form_number_check CHECK ((number > 0)),
  CONSTRAINT paper_form_state_check CHECK ((state = ANY (ARRAY['once'::text, 'differs'::text, 'done'::text])))
);

CREATE TABLE photo (
  id uuid NOT NULL,
  contribution_id uuid NOT NULL,
  place text NOT NULL,
  organisation text NOT NULL,
  accepted boolean NOT NULL,
  alt_fr text NOT NULL,
  alt_en text NOT NULL,
  type text NOT NULL,
  content bytea NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  CONSTRAINT photo_pkey PRIMARY KEY (id),
  CONSTRAINT photo_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES contribution(id),
  CONSTRAINT photo_type_check CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])))
);
CREATE INDEX photo_contribution ON public.photo USING btree (contribution_id);
CREATE INDEX photo_place ON public.photo USING btree (place) WHERE accepted;

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
  brought jsonb,
  CONSTRAINT place_pkey PRIMARY KEY (code),
  CONSTRAINT place_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  CONSTRAINT place_position_check CHECK (("position" = ANY (ARRAY['exact'::text, 'postcode'::text, 'town'::text, 'unknown'::text])))
);
CREATE INDEX place_organisation ON public.place USING btree (organisation);
CREATE INDEX place_position ON public.place USING btree (lat, lon);
CREATE INDEX place_zone ON public.place USING btree (zone);

CREATE TABLE place_change (
  id uuid NOT NULL,
  place text NOT NULL,
  version integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id text,
  actor_name text NOT NULL,
  organisation text,
  kind text NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  note text,
  accepted_by_name text,
  contribution_id uuid,
  CONSTRAINT place_change_pkey PRIMARY KEY (id),
  CONSTRAINT place_change_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'edited'::text, 'merged'::text, 'unmerged'::text, 'closed'::text, 'reopened'::text, 'imported'::text, 'contribution'::text])))
);
CREATE INDEX place_change_place ON public.place_change USING btree (place, version);

CREATE TABLE place_service (
  place text NOT NULL,
  service text NOT NULL,
  import_id uuid,
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

CREATE TABLE portrait_picture (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  segment smallint NOT NULL,
  media_type text NOT NULL,
  content bytea NOT NULL,
  alt_fr text NOT NULL,
  alt_en text NOT NULL,
  credit text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT portrait_picture_pkey PRIMARY KEY (territory_id, classification_id, level, segment),
  CONSTRAINT portrait_picture_territory_id_classification_id_fkey FOREIGN KEY (territory_id, classification_id) REFERENCES classification(territory_id, id),
  CONSTRAINT portrait_picture_alt_en_check CHECK ((alt_en <> ''::text)),
  CONSTRAINT portrait_picture_alt_fr_check CHECK ((alt_fr <> ''::text)),
  CONSTRAINT portrait_picture_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text])))
);

CREATE TABLE portrait_text (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  segment smallint NOT NULL,
  part text NOT NULL,
  language text NOT NULL,
  text text NOT NULL,
  figures jsonb NOT NULL,
  written_at timestamp with time zone NOT NULL,
  written_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT portrait_text_pkey PRIMARY KEY (territory_id, classification_id, level, segment, part, language),
  CONSTRAINT portrait_text_territory_id_classification_id_fkey FOREIGN KEY (territory_id, classification_id) REFERENCES classification(territory_id, id),
  CONSTRAINT portrait_text_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
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
  version integer NOT NULL DEFAULT 1,
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
  cluster text,
  mode text,
  CONSTRAINT respondent_pkey PRIMARY KEY (territory_id, survey_id, number),
  CONSTRAINT respondent_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT respondent_design_weight_check CHECK ((design_weight >= (0)::double precision)),
  CONSTRAINT respondent_mode_check CHECK ((mode = ANY (ARRAY['web'::text, 'paper'::text, 'file'::text])))
);

CREATE TABLE segment (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  number smallint NOT NULL,
  letter text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  parent smallint,
  areas integer NOT NULL,
  people double precision NOT NULL,
  households double precision NOT NULL,
  centroid double precision[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT segment_pkey PRIMARY KEY (territory_id, classification_id, level, number),
  CONSTRAINT segment_territory_id_classification_id_fkey FOREIGN KEY (territory_id, classification_id) REFERENCES classification(territory_id, id),
  CONSTRAINT segment_level_check CHECK (((level >= 1) AND (level <= 3))),
  CONSTRAINT segment_number_check CHECK ((number >= 0))
);

CREATE TABLE segment_area (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  zone text NOT NULL,
  segments smallint[] NOT NULL,
  distance double precision NOT NULL,
  second smallint,
  separation double precision,
  people double precision NOT NULL,
  households double precision NOT NULL,
  CONSTRAINT segment_area_pkey PRIMARY KEY (territory_id, classification_id, zone),
  CONSTRAINT segment_area_territory_id_classification_id_fkey FOREIGN KEY (territory_id, classification_id) REFERENCES classification(territory_id, id)
);

CREATE TABLE segment_build (
  id uuid NOT NULL,
  territory text NOT NULL,
  dataset text NOT NULL,
  choice jsonb NOT NULL,
  transform text NOT NULL,
  scale text NOT NULL,
  seed integer NOT NULL,
  candidates jsonb NOT NULL,
  wish jsonb,
  work text,
  job uuid,
  progress double precision NOT NULL DEFAULT 0,
  fault jsonb,
  number integer,
  made_at timestamp with time zone NOT NULL,
  made_by_name text NOT NULL,
  CONSTRAINT segment_build_pkey PRIMARY KEY (id),
  CONSTRAINT segment_build_progress_check CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  CONSTRAINT segment_build_scale_check CHECK ((scale = ANY (ARRAY['range'::text, 'z'::text, 'none'::text]))),
  CONSTRAINT segment_build_transform_check CHECK ((transform = ANY (ARRAY['asinh'::text, 'none'::text]))),
  CONSTRAINT segment_build_work_check CHECK ((work = ANY (ARRAY['measuring'::text, 'building'::text])))
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
  version integer NOT NULL DEFAULT 1,
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
  channel_used text,
  channel_preferred text,
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

CREATE TABLE sheet_file (
  id uuid NOT NULL,
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL DEFAULT 0,
  hash text,
  state text NOT NULL,
  mapping jsonb,
  options jsonb NOT NULL,
  report jsonb,
  brought_on date NOT NULL,
  brought_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT sheet_file_pkey PRIMARY KEY (id),
  CONSTRAINT sheet_file_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'checking'::text, 'ready'::text, 'faulty'::text, 'failed'::text, 'taking'::text, 'taken'::text])))
);

CREATE TABLE sheet_file_piece (
  file_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT sheet_file_piece_pkey PRIMARY KEY (file_id, number),
  CONSTRAINT sheet_file_piece_file_id_fkey FOREIGN KEY (file_id) REFERENCES sheet_file(id) ON DELETE CASCADE
);

CREATE TABLE sheet_mapping (
  id uuid NOT NULL,
  signature text NOT NULL,
  name text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT sheet_mapping_pkey PRIMARY KEY (id),
  CONSTRAINT sheet_mapping_signature_key UNIQUE (signature)
);

CREATE TABLE sheet_source (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  key text NOT NULL,
  CONSTRAINT sheet_source_pkey PRIMARY KEY (territory_id, survey_id, key),
  CONSTRAINT sheet_source_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
);

CREATE TABLE sign_in_attempt (
  key text NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (key),
  CONSTRAINT sign_in_attempt_failures_check CHECK ((failures >= 0))
);

CREATE TABLE statement (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  number integer NOT NULL,
  text text NOT NULL,
  items text[] NOT NULL DEFAULT '{}'::text[],
  coded boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT statement_pkey PRIMARY KEY (territory_id, survey_id, respondent, number),
  CONSTRAINT statement_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
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
  state text NOT NULL DEFAULT 'published'::text,
  questionnaire jsonb,
  plan jsonb,
  weighting_settings jsonb,
  weighting_id uuid,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT survey_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT survey_territory_id_code_key UNIQUE (territory_id, code),
  CONSTRAINT survey_check CHECK ((field_end >= field_start)),
  CONSTRAINT survey_kind_check CHECK ((kind = ANY (ARRAY['elicitation'::text, 'satisfaction'::text, 'brought'::text]))),
  CONSTRAINT survey_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'published'::text])))
);

CREATE TABLE survey_code (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  key text NOT NULL,
  begun boolean NOT NULL DEFAULT false,
  CONSTRAINT survey_code_pkey PRIMARY KEY (territory_id, survey_id, key),
  CONSTRAINT survey_code_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
);

CREATE TABLE survey_day (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  day date NOT NULL,
  mode text NOT NULL,
  sheets integer NOT NULL,
  CONSTRAINT survey_day_pkey PRIMARY KEY (territory_id, survey_id, day, mode),
  CONSTRAINT survey_day_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT survey_day_mode_check CHECK ((mode = ANY (ARRAY['web'::text, 'paper'::text, 'file'::text]))),
  CONSTRAINT survey_day_sheets_check CHECK ((sheets >= 0))
);

CREATE TABLE survey_draft (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  key text NOT NULL,
  sealed bytea NOT NULL,
  saved_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT survey_draft_pkey PRIMARY KEY (territory_id, survey_id, key),
  CONSTRAINT survey_draft_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id)
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
  CONSTRAINT upload_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'reading'::text, 'previewed'::text, 'importing'::text, 'imported'::text, 'refused'::text, 'failed'::text])))
);

CREATE TABLE upload_piece (
  upload_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT upload_piece_pkey PRIMARY KEY (upload_id, number),
  CONSTRAINT upload_piece_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE
);

CREATE TABLE verbatim (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  id uuid NOT NULL,
  service text,
  item text,
  language text NOT NULL,
  original text NOT NULL,
  shown text,
  state text NOT NULL,
  reason text,
  moderated_by_name text,
  moderated_on date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT verbatim_pkey PRIMARY KEY (territory_id, survey_id, id),
  CONSTRAINT verbatim_territory_id_survey_id_fkey FOREIGN KEY (territory_id, survey_id) REFERENCES survey(territory_id, id),
  CONSTRAINT verbatim_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  CONSTRAINT verbatim_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'refused'::text])))
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
  number integer NOT NULL,
  name text,
  settings jsonb,
  made_by_name text,
  CONSTRAINT weighting_pkey PRIMARY KEY (territory_id, id),
  CONSTRAINT weighting_number_key UNIQUE (territory_id, survey_id, number),
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
  version integer NOT NULL DEFAULT 1,
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

ALTER TABLE contribution ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE photo ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY contribution_organisation ON contribution AS PERMISSIVE FOR ALL USING (((NULLIF(current_setting('app.organisation'::text, true), ''::text) = organisation) OR (NULLIF(current_setting('app.organisation'::text, true), ''::text) = '*'::text))) WITH CHECK (((NULLIF(current_setting('app.organisation'::text, true), ''::text) = organisation) OR (NULLIF(current_setting('app.organisation'::text, true), ''::text) = '*'::text)));
CREATE POLICY invitation_of_organisation ON invitation AS PERMISSIVE FOR ALL USING (((organisation = NULLIF(current_setting('app.organisation'::text, true), ''::text)) OR (current_setting('app.organisation'::text, true) = '*'::text))) WITH CHECK (((organisation = NULLIF(current_setting('app.organisation'::text, true), ''::text)) OR (current_setting('app.organisation'::text, true) = '*'::text)));
CREATE POLICY photo_accepted ON photo AS PERMISSIVE FOR SELECT USING (accepted);
CREATE POLICY photo_organisation ON photo AS PERMISSIVE FOR ALL USING (((NULLIF(current_setting('app.organisation'::text, true), ''::text) = organisation) OR (NULLIF(current_setting('app.organisation'::text, true), ''::text) = '*'::text))) WITH CHECK (((NULLIF(current_setting('app.organisation'::text, true), ''::text) = organisation) OR (NULLIF(current_setting('app.organisation'::text, true), ''::text) = '*'::text)));
