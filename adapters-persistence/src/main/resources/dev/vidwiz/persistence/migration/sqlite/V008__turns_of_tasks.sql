-- The requester of a task, and its turn: low turns come first, and tasks of users before those of guests. A task that
-- waits for its available_at has no turn, nor has one of an older server: they get one when they are available. The
-- claim_id is random, of the last claim.
ALTER TABLE tasks ADD COLUMN requested_by TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN for_guest INTEGER NOT NULL DEFAULT FALSE CHECK (for_guest IN (0, 1));
ALTER TABLE tasks ADD COLUMN turn INTEGER;
ALTER TABLE tasks ADD COLUMN claim_id TEXT;

-- Tasks that can be claimed, in the order of claims. Servers of older versions claim by tasks_pending.
CREATE INDEX tasks_turns ON tasks (task_type, for_guest, turn, id)
  WHERE status = 'pending' AND turn IS NOT NULL;

-- The same of each requester.
CREATE INDEX tasks_requested ON tasks (task_type, requested_by, turn, id)
  WHERE status = 'pending' AND turn IS NOT NULL;

-- Tasks without a turn, in the order in which they become available.
CREATE INDEX tasks_delayed ON tasks (task_type, available_at, id)
  WHERE status = 'pending' AND turn IS NULL;
