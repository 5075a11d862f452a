-- What a search looks through: the videos of which a user has a note, each once. Triggers keep them, whoever
-- writes. All columns but the first are the video's. Without numbers of its own, the table has the rows of a user
-- in one place.
CREATE TABLE noted_videos (
  user_id INTEGER NOT NULL,
  video_id TEXT NOT NULL,
  title_folded TEXT,
  created_at TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (user_id, video_id)
) WITHOUT ROWID;

CREATE INDEX noted_videos_by_video ON noted_videos (video_id);

CREATE TRIGGER videos_changed AFTER UPDATE OF title_folded ON videos
WHEN OLD.title_folded IS NOT NEW.title_folded
BEGIN
  UPDATE noted_videos SET title_folded = NEW.title_folded WHERE video_id = NEW.video_id;
END;

CREATE TRIGGER notes_added AFTER INSERT ON notes
WHEN NOT EXISTS (
  SELECT 1 FROM noted_videos WHERE user_id = NEW.user_id AND video_id = NEW.video_id
)
BEGIN
  INSERT INTO noted_videos (user_id, video_id, title_folded, created_at, id)
  SELECT NEW.user_id, video_id, title_folded, created_at, id
  FROM videos WHERE video_id = NEW.video_id;
END;

CREATE TRIGGER notes_deleted AFTER DELETE ON notes
WHEN NOT EXISTS (
  SELECT 1 FROM notes WHERE user_id = OLD.user_id AND video_id = OLD.video_id
)
BEGIN
  DELETE FROM noted_videos WHERE user_id = OLD.user_id AND video_id = OLD.video_id;
END;

INSERT INTO noted_videos (user_id, video_id, title_folded, created_at, id)
SELECT user_id, video_id, title_folded, created_at, id
FROM (SELECT DISTINCT user_id, video_id FROM notes) AS noted JOIN videos USING (video_id)
ORDER BY user_id, video_id;
