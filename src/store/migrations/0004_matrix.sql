-- Published matrices: all cells of a zone under one rule, or none; replaced in one transaction by the main job.
CREATE TABLE matrix (
  territory_id text NOT NULL,
  id uuid NOT NULL,
  weighting_id uuid NOT NULL,
  zone text NOT NULL,
  against text NOT NULL,
  rule text NOT NULL,
  made_at timestamptz NOT NULL,
  expected_wrong double precision NOT NULL,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, weighting_id, zone, against, rule),
  FOREIGN KEY (territory_id, weighting_id) REFERENCES weighting (territory_id, id)
);

CREATE TABLE matrix_cell (
  territory_id text NOT NULL,
  matrix_id uuid NOT NULL,
  service text NOT NULL,
  item text NOT NULL,
  status text NOT NULL CHECK (status IN ('ok', 'thin', 'suppressed', 'notApplicable', 'oneUnit', 'noData')),
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
  level text CHECK (level IN ('rethink', 'watch', 'fineTune', 'maintain')),
  sureness text CHECK (sureness IN ('established', 'likely', 'uncertain')),
  probability double precision CHECK (probability BETWEEN 0 AND 1),
  side text CHECK (side IN ('scoreLow', 'scoreHigh', 'below', 'notBelow')),
  giving_up double precision,
  PRIMARY KEY (territory_id, matrix_id, service, item),
  FOREIGN KEY (territory_id, matrix_id) REFERENCES matrix (territory_id, id)
);
