-- Zones, organisations, services and places. Reference tables: small, read by every territory.
CREATE TABLE geography_edition (
  code text PRIMARY KEY,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  valid_from date NOT NULL,
  source text NOT NULL,
  licence text NOT NULL
);

CREATE TABLE zone (
  edition text NOT NULL REFERENCES geography_edition (code),
  code text NOT NULL,
  level text NOT NULL CHECK (level IN ('country', 'department', 'territory', 'epci', 'commune', 'smallArea')),
  name_fr text NOT NULL,
  name_en text NOT NULL,
  lon double precision NOT NULL,
  lat double precision NOT NULL,
  population integer CHECK (population >= 0),
  country text NOT NULL CHECK (country IN ('FR', 'GB')),
  root text,
  source text NOT NULL,
  PRIMARY KEY (edition, code)
);

-- Several hierarchies: an EPCI may cross a département's line, so a zone can have a parent in each.
CREATE TABLE zone_parent (
  edition text NOT NULL,
  child text NOT NULL,
  parent text NOT NULL,
  hierarchy text NOT NULL CHECK (hierarchy IN ('administrative', 'intercommunal', 'territories')),
  PRIMARY KEY (edition, hierarchy, child, parent),
  FOREIGN KEY (edition, child) REFERENCES zone (edition, code),
  FOREIGN KEY (edition, parent) REFERENCES zone (edition, code)
);

-- Cells drawn around centroids while no boundary is loaded; one ring list per zone, degrees.
CREATE TABLE zone_shape (
  edition text NOT NULL,
  code text NOT NULL,
  rings jsonb NOT NULL,
  schematic boolean NOT NULL,
  PRIMARY KEY (edition, code),
  FOREIGN KEY (edition, code) REFERENCES zone (edition, code)
);

CREATE TABLE organisation (
  code text PRIMARY KEY,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  country text NOT NULL CHECK (country IN ('FR', 'GB')),
  zone text NOT NULL,
  url text
);

CREATE TABLE service (
  code text PRIMARY KEY,
  position smallint NOT NULL UNIQUE
);

-- Who answers for a service on each side of the border, and by which channels.
CREATE TABLE service_competence (
  service text NOT NULL REFERENCES service (code),
  country text NOT NULL CHECK (country IN ('FR', 'GB')),
  competent text NOT NULL,
  channels jsonb NOT NULL,
  PRIMARY KEY (service, country)
);

CREATE TABLE procedure (
  code text PRIMARY KEY,
  service text NOT NULL REFERENCES service (code),
  country text NOT NULL CHECK (country IN ('FR', 'GB')),
  contact text NOT NULL REFERENCES organisation (code),
  content jsonb NOT NULL,
  channels jsonb NOT NULL,
  url text
);

CREATE TABLE place (
  code text PRIMARY KEY,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  zone text NOT NULL,
  root text NOT NULL,
  lon double precision NOT NULL,
  lat double precision NOT NULL,
  organisation text NOT NULL REFERENCES organisation (code),
  opening_hours text NOT NULL,
  phone text,
  email text,
  step_free boolean,
  parking boolean,
  synthetic boolean NOT NULL
);
CREATE INDEX place_zone ON place (zone);

CREATE TABLE place_service (
  place text NOT NULL REFERENCES place (code),
  service text NOT NULL REFERENCES service (code),
  PRIMARY KEY (place, service)
);
CREATE INDEX place_service_service ON place_service (service);
