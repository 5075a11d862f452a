-- The requester of a video: '' for nobody, '*' for several and for all videos of older servers.
ALTER TABLE videos ADD COLUMN requested_by TEXT NOT NULL DEFAULT '*';
