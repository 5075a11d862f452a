-- When periodic jobs of operators and servers have last succeeded, for alerts about those that do not run any more.
CREATE TABLE last_runs (
  job TEXT NOT NULL PRIMARY KEY,
  finished_at TEXT NOT NULL
);

-- All jobs of a video, for operators, newest first.
CREATE INDEX tasks_of_video ON tasks (video_id, created_at, id);
CREATE INDEX outbox_of_video ON outbox (video_id, created_at, id);
