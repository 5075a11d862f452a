-- What a search looks through: the videos of which a user has a note, each once. Triggers keep them, whoever
-- writes. All columns but the first are the video's. The key's index holds them all, so that those of a user are
-- read from one place, however their rows came in between those of others.
CREATE TABLE noted_videos (
  user_id bigint NOT NULL,
  video_id text NOT NULL,
  title_folded text COLLATE "C", -- its first 600 characters: an index does not take much more
  created_at timestamptz NOT NULL,
  id bigint NOT NULL,
  PRIMARY KEY (user_id, video_id) INCLUDE (title_folded, created_at, id)
);

CREATE INDEX noted_videos_by_video ON noted_videos (video_id);

CREATE FUNCTION change_noted_videos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE noted_videos SET title_folded = left(NEW.title_folded, 600)
  WHERE video_id = NEW.video_id;
  RETURN NULL;
END $$;

CREATE TRIGGER videos_changed AFTER UPDATE OF title_folded ON videos
  FOR EACH ROW WHEN (OLD.title_folded IS DISTINCT FROM NEW.title_folded)
  EXECUTE FUNCTION change_noted_videos();

-- FOR SHARE: a title that is being written is waited for, and one that comes later waits for this row.
CREATE FUNCTION add_noted_video() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM noted_videos WHERE user_id = NEW.user_id AND video_id = NEW.video_id
  ) THEN
    INSERT INTO noted_videos (user_id, video_id, title_folded, created_at, id)
    SELECT NEW.user_id, video_id, left(title_folded, 600), created_at, id
    FROM videos WHERE video_id = NEW.video_id
    FOR SHARE
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- FOR UPDATE: waits for everybody who is adding or deleting a note of the video, and keeps others from it. Those
-- who add one are stopped by the foreign key of notes, whose trigger runs before theirs here: its name begins
-- with RI, and capitals come first.
CREATE FUNCTION delete_noted_video() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM videos WHERE video_id = OLD.video_id FOR UPDATE;
  DELETE FROM noted_videos
  WHERE user_id = OLD.user_id AND video_id = OLD.video_id
    AND NOT EXISTS (
      SELECT FROM notes WHERE user_id = OLD.user_id AND video_id = OLD.video_id
    );
  RETURN NULL;
END $$;

CREATE TRIGGER notes_added AFTER INSERT ON notes
  FOR EACH ROW EXECUTE FUNCTION add_noted_video();

CREATE TRIGGER notes_deleted AFTER DELETE ON notes
  FOR EACH ROW EXECUTE FUNCTION delete_noted_video();

-- Last, as the triggers keep servers from writing until the end of this migration.
INSERT INTO noted_videos (user_id, video_id, title_folded, created_at, id)
SELECT user_id, video_id, left(title_folded, 600), created_at, id
FROM (SELECT DISTINCT user_id, video_id FROM notes) AS noted JOIN videos USING (video_id)
ORDER BY user_id, video_id;
