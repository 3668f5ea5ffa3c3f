-- Surveys. territory_id is the code of the root territory (département, county) and the distribution key, so that an EPCI, a territory
-- and their département are compared within one shard.
CREATE TABLE survey (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('elicitation', 'satisfaction')),
  grid text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  field_start date NOT NULL,
  field_end date NOT NULL CHECK (field_end >= field_start),
  source_fr text NOT NULL,
  source_en text NOT NULL,
  synthetic boolean NOT NULL,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, code)
);

-- Dates are those of the field, kept on the survey: a day per respondent would help to tell who answered.
CREATE TABLE respondent (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  number integer NOT NULL,
  zone text NOT NULL,
  stratum text NOT NULL,
  design_weight double precision NOT NULL CHECK (design_weight >= 0),
  sex text,
  age text,
  family text,
  activity text,
  digital text,
  PRIMARY KEY (territory_id, survey_id, number),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- A service someone needed in the last 12 months: used (and perhaps drawn for questions, with its probability) or given up.
CREATE TABLE service_need (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  service text NOT NULL REFERENCES service (code),
  drawn boolean NOT NULL,
  draw_probability double precision CHECK (draw_probability > 0 AND draw_probability <= 1),
  gave_up_for text,
  PRIMARY KEY (territory_id, survey_id, respondent, service),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

CREATE TABLE rating (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  service text NOT NULL,
  item text NOT NULL,
  score smallint NOT NULL CHECK (score BETWEEN 0 AND 10),
  PRIMARY KEY (territory_id, survey_id, respondent, service, item),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Free citations of the first survey, coded to sub-criteria.
CREATE TABLE citation (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  respondent integer NOT NULL,
  item text NOT NULL,
  PRIMARY KEY (territory_id, survey_id, respondent, item),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- Population totals that the weights must reproduce.
CREATE TABLE margin (
  territory_id text NOT NULL,
  survey_id uuid NOT NULL,
  variable text NOT NULL,
  category text NOT NULL,
  total double precision NOT NULL CHECK (total >= 0),
  source text NOT NULL,
  PRIMARY KEY (territory_id, survey_id, variable, category),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

-- A weighting is frozen once made: estimates name the one they used.
CREATE TABLE weighting (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  method text NOT NULL,
  made_at timestamptz NOT NULL,
  diagnostics jsonb NOT NULL,
  PRIMARY KEY (territory_id, id),
  FOREIGN KEY (territory_id, survey_id) REFERENCES survey (territory_id, id)
);

CREATE TABLE weight (
  territory_id text NOT NULL,
  weighting_id uuid NOT NULL,
  respondent integer NOT NULL,
  weight double precision NOT NULL,
  PRIMARY KEY (territory_id, weighting_id, respondent),
  FOREIGN KEY (territory_id, weighting_id) REFERENCES weighting (territory_id, id)
);
