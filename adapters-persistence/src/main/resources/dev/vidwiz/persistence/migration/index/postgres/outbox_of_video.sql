CREATE INDEX CONCURRENTLY outbox_of_video ON outbox (video_id, created_at, id)
