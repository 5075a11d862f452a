-- One task of a type for a video at a time. By video first, so that the tasks of a new video, which are written
-- together, stand on one page of the index.
DROP INDEX tasks_active;
CREATE UNIQUE INDEX tasks_active ON tasks (video_id, task_type)
  WHERE status IN ('pending', 'in_progress');
