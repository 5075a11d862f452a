-- When periodic jobs of operators and servers have last succeeded, for alerts about those that do not run any more.
CREATE TABLE last_runs (
  job text NOT NULL PRIMARY KEY,
  finished_at timestamptz NOT NULL
);

-- All jobs of a video, for operators, newest first. In a large table, "vidwiz migrate" builds the index.
DO $$ BEGIN
  IF (SELECT count(*) FROM (SELECT 1 FROM tasks LIMIT 100001) AS counted) <= 100000 THEN
    CREATE INDEX tasks_of_video ON tasks (video_id, created_at, id);
  END IF;
  IF (SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 100001) AS counted) <= 100000 THEN
    CREATE INDEX outbox_of_video ON outbox (video_id, created_at, id);
  END IF;
END $$;
