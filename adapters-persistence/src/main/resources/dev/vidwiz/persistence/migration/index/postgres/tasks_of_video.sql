CREATE INDEX CONCURRENTLY tasks_of_video ON tasks (video_id, created_at, id)
