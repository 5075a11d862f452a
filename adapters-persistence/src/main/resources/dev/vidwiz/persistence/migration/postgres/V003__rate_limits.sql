-- How many calls clients have left. A row is one bucket and goes when it would be full again. Nothing is lost with
-- these rows but a few minutes of counting, so they are not written to the log of the database.
CREATE UNLOGGED TABLE rate_limits (
  id text NOT NULL PRIMARY KEY,
  state bytea, -- of the library that counts
  expires_at bigint NOT NULL DEFAULT 0 -- microseconds since 1970
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

CREATE INDEX rate_limits_by_expiry ON rate_limits (expires_at);
