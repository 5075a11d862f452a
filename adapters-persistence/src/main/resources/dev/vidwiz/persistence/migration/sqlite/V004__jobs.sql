-- Jobs that are handed out can be told from those that wait, and jobs can be cancelled. SQLite
-- changes no constraint, so the table is made again.
CREATE TABLE new_outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  video_id TEXT NOT NULL,
  note_id INTEGER,
  status TEXT NOT NULL DEFAULT 'waiting'
    CHECK (status IN ('waiting', 'leased', 'dead', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  errors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(errors)),
  available_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  started_at TEXT
);

INSERT INTO new_outbox
  (id, kind, video_id, note_id, status, attempts, errors, available_at, created_at, updated_at)
SELECT id, kind, video_id, note_id, status, attempts, errors, available_at, created_at, updated_at
FROM outbox;

-- Ids of jobs that are gone are not used again.
DELETE FROM sqlite_sequence WHERE name = 'new_outbox';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'new_outbox', seq FROM sqlite_sequence WHERE name = 'outbox';

DROP TABLE outbox;
ALTER TABLE new_outbox RENAME TO outbox;

-- The same job waits, or is under way, once.
CREATE UNIQUE INDEX outbox_same ON outbox (kind, video_id, COALESCE(note_id, 0))
  WHERE status IN ('waiting', 'leased');

CREATE INDEX outbox_waiting ON outbox (kind, available_at, id)
  WHERE status IN ('waiting', 'leased');

-- What operators look at, newest first.
CREATE INDEX outbox_listed ON outbox (kind, status, created_at, id);
CREATE INDEX tasks_listed ON tasks (task_type, status, created_at, id);
