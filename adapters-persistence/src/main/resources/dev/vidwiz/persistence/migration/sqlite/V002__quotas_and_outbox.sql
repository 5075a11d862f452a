-- How often each subject, a user, a guest or an address, has used what is limited by the day.
CREATE TABLE quotas (
  subject TEXT NOT NULL,
  day TEXT NOT NULL, -- YYYY-MM-DD
  used INTEGER NOT NULL,
  PRIMARY KEY (subject, day)
);

CREATE INDEX quotas_by_day ON quotas (day);

-- Jobs of the AI. A row leaves when its job is done; a lease is an available_at in the future.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  video_id TEXT NOT NULL,
  note_id INTEGER,
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  errors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(errors)),
  available_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

-- The same job waits once.
CREATE UNIQUE INDEX outbox_same ON outbox (kind, video_id, COALESCE(note_id, 0))
  WHERE status = 'waiting';

CREATE INDEX outbox_waiting ON outbox (kind, available_at, id) WHERE status = 'waiting';
