-- Where a running job stands, for those who wait for it; its state itself is the queue's.
CREATE TABLE job_progress (
  job uuid PRIMARY KEY,
  territory text NOT NULL,
  step text NOT NULL,
  progress double precision NOT NULL CHECK (progress BETWEEN 0 AND 1),
  updated_at timestamptz NOT NULL
);
