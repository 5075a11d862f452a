-- Who asked for a video: '' when nobody has, '*' for several requesters, and for all videos of older servers.
ALTER TABLE videos ADD COLUMN requested_by text NOT NULL DEFAULT '*';

-- Who asked for a task, and its place in the line: small turns come first, and those of users before those of
-- guests. A task that waits for its available_at has none, nor has one that an older server made: they get one when
-- they are due. The claim is a random name of the last time the task was handed out.
ALTER TABLE tasks ADD COLUMN requested_by text NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN for_guest boolean NOT NULL DEFAULT FALSE;
ALTER TABLE tasks ADD COLUMN turn bigint;
ALTER TABLE tasks ADD COLUMN claim_id text;

-- What can be claimed, in the order in which it is.
DROP INDEX tasks_pending;
CREATE INDEX tasks_pending ON tasks (task_type, for_guest, turn, id)
  WHERE status = 'pending' AND turn IS NOT NULL;

-- The same of each requester.
CREATE INDEX tasks_requested ON tasks (task_type, requested_by, turn, id)
  WHERE status = 'pending' AND turn IS NOT NULL;

-- What can be claimed later.
CREATE INDEX tasks_delayed ON tasks (task_type, available_at, id)
  WHERE status = 'pending' AND turn IS NULL;
