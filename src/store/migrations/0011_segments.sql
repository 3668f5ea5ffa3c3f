-- Classifications: areas put into groups, at one or more nested levels. Built from variables of datasets, merged from another, refreshed with new data.
-- `record` is all that a re-run needs (settings, variables with their scaling, checksums of the data, method); `evidence` is what was measured while building.
CREATE TABLE classification (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  -- The zone whose areas are classified: the territory itself or a part of it.
  zone text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('build', 'merge', 'refresh')),
  based_on uuid,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  synthetic boolean NOT NULL,
  record jsonb NOT NULL,
  evidence jsonb NOT NULL,
  checksum text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by_name text,
  published_at timestamptz,
  published_by_name text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, number)
);

-- Its groups: level 1 is the coarsest; `parent` is the number of the group above. Centroids lie in the transformed and scaled space.
CREATE TABLE segment (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
  number smallint NOT NULL CHECK (number >= 0),
  letter text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  parent smallint,
  areas integer NOT NULL,
  people double precision NOT NULL,
  households double precision NOT NULL,
  centroid double precision[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, classification_id, level, number),
  FOREIGN KEY (territory_id, classification_id) REFERENCES classification (territory_id, id)
);

-- Which group an area is in, by level (the first is the coarsest), and at the finest level how far it is from its group and how clearly apart from the next.
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
  PRIMARY KEY (territory_id, classification_id, zone),
  FOREIGN KEY (territory_id, classification_id) REFERENCES classification (territory_id, id)
);

-- What an analyst wrote over the sentences of a portrait, with the figures each sentence was written on: when they move, it is stale.
CREATE TABLE portrait_text (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  segment smallint NOT NULL,
  part text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  text text NOT NULL,
  figures jsonb NOT NULL,
  written_at timestamptz NOT NULL,
  written_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, classification_id, level, segment, part, language),
  FOREIGN KEY (territory_id, classification_id) REFERENCES classification (territory_id, id)
);

-- The picture an analyst chose; without words for those who do not see it, it is not kept.
CREATE TABLE portrait_picture (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  segment smallint NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  content bytea NOT NULL,
  alt_fr text NOT NULL CHECK (alt_fr <> ''),
  alt_en text NOT NULL CHECK (alt_en <> ''),
  credit text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, classification_id, level, segment),
  FOREIGN KEY (territory_id, classification_id) REFERENCES classification (territory_id, id)
);

-- The golden questions of a classification and the classifier that turns their answers into probabilities. Answers themselves are stored nowhere.
CREATE TABLE golden_model (
  territory_id text NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  model jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (territory_id, classification_id, level),
  FOREIGN KEY (territory_id, classification_id) REFERENCES classification (territory_id, id)
);

-- Two classifications compared group by group, in variables that both sides have.
CREATE TABLE group_match (
  id uuid PRIMARY KEY,
  left_territory text NOT NULL,
  left_id uuid NOT NULL,
  left_level smallint NOT NULL,
  right_territory text NOT NULL,
  right_id uuid NOT NULL,
  right_level smallint NOT NULL,
  scaling text NOT NULL CHECK (scaling IN ('within', 'pooled')),
  content jsonb NOT NULL,
  published boolean NOT NULL DEFAULT false,
  made_at timestamptz NOT NULL,
  made_by_name text
);

-- A partner's customers by group: only the counts are kept, the records they came from never are.
CREATE TABLE customer_profile (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  classification_id uuid NOT NULL,
  level smallint NOT NULL,
  organisation text NOT NULL REFERENCES organisation (code),
  name text NOT NULL,
  service text REFERENCES service (code),
  period text NOT NULL,
  base text NOT NULL CHECK (base IN ('people', 'households')),
  counts double precision[] NOT NULL,
  -- Records read, placed in a group, and those that no area was found for.
  records integer NOT NULL,
  placed integer NOT NULL,
  unplaced integer NOT NULL,
  made_at timestamptz NOT NULL,
  made_by_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (territory_id, id),
  FOREIGN KEY (territory_id, classification_id) REFERENCES classification (territory_id, id)
);

-- A classification on its way: the variables an analyst chose and why others were left out, what was measured to choose the number of groups by, and how far its work has come.
CREATE TABLE segment_build (
  id uuid PRIMARY KEY,
  territory text NOT NULL,
  dataset text NOT NULL,
  -- Codes of measures, and those left out with their reasons.
  choice jsonb NOT NULL,
  transform text NOT NULL CHECK (transform IN ('asinh', 'none')),
  scale text NOT NULL CHECK (scale IN ('range', 'z', 'none')),
  seed integer NOT NULL,
  candidates jsonb NOT NULL,
  -- What is asked for the groups, from when it was asked.
  wish jsonb,
  work text CHECK (work IN ('measuring', 'building')),
  job uuid,
  progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  fault jsonb,
  -- The classification that came of it.
  number integer,
  made_at timestamptz NOT NULL,
  made_by_name text NOT NULL
);
