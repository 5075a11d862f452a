-- Jobs that are handed out can be told from those that wait, and jobs can be cancelled.
ALTER TABLE outbox ADD COLUMN started_at timestamptz;
ALTER TABLE outbox DROP CONSTRAINT outbox_status_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_status_check
  CHECK (status IN ('waiting', 'leased', 'dead', 'cancelled'));

-- The same job waits, or is under way, once.
DROP INDEX outbox_same;
CREATE UNIQUE INDEX outbox_same ON outbox (kind, video_id, COALESCE(note_id, 0))
  WHERE status IN ('waiting', 'leased');

DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (kind, available_at, id)
  WHERE status IN ('waiting', 'leased');

-- What operators look at, newest first.
CREATE INDEX outbox_listed ON outbox (kind, status, created_at, id);
CREATE INDEX tasks_listed ON tasks (task_type, status, created_at, id);
