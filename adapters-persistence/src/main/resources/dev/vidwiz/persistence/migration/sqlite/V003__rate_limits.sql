-- How many calls clients have left, where servers share that. SQLite serves one server, which counts in memory.
CREATE TABLE rate_limits (
  id TEXT NOT NULL PRIMARY KEY,
  state BLOB,
  expires_at INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX rate_limits_by_expiry ON rate_limits (expires_at);
