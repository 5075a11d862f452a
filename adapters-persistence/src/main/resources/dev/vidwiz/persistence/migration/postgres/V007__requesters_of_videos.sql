-- Separate from the columns of tasks, because a running server locks the two tables in both orders.
-- The requester of a video: '' for nobody, '*' for several and for all videos of older servers.
ALTER TABLE videos ADD COLUMN requested_by text NOT NULL DEFAULT '*';
