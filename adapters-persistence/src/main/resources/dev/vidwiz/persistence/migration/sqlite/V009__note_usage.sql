-- json_valid(NULL) is 0 in SQLite before 3.41, so the sqlite3 program of such a version reports a NULL as a damaged
-- row, and its dump of the file cannot be read again. The new text of the constraints changes no row, so it is
-- written into the schema, as https://sqlite.org/lang_altertable.html describes for such changes. RESET makes this
-- connection read the schema again, and so does the CREATE TABLE below, which raises its version, with the others.
PRAGMA writable_schema = ON;

UPDATE sqlite_master
SET sql = replace(
  sql,
  'profile_data TEXT CHECK (json_valid(profile_data))',
  'profile_data TEXT CHECK (profile_data IS NULL OR json_valid(profile_data))')
WHERE type = 'table' AND name = 'users';

UPDATE sqlite_master
SET sql = replace(
  sql,
  'video_metadata TEXT CHECK (json_valid(video_metadata))',
  'video_metadata TEXT CHECK (video_metadata IS NULL OR json_valid(video_metadata))')
WHERE type = 'table' AND name = 'videos';

UPDATE sqlite_master
SET sql = replace(
  sql,
  'metadata TEXT CHECK (json_valid(metadata))',
  'metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata))')
WHERE type = 'table' AND name = 'messages';

PRAGMA writable_schema = RESET;

-- How many notes a user has, and the bytes of their texts in UTF-8. Triggers keep it, whoever writes.
CREATE TABLE note_usage (
  user_id INTEGER NOT NULL PRIMARY KEY,
  notes INTEGER NOT NULL,
  bytes INTEGER NOT NULL
);

CREATE TRIGGER note_usage_added AFTER INSERT ON notes
BEGIN
  INSERT INTO note_usage (user_id, notes, bytes)
  VALUES (NEW.user_id, 1, COALESCE(length(CAST(NEW.text AS BLOB)), 0))
  ON CONFLICT (user_id) DO UPDATE SET notes = notes + 1, bytes = bytes + excluded.bytes;
END;

CREATE TRIGGER note_usage_changed AFTER UPDATE OF text ON notes
BEGIN
  UPDATE note_usage
  SET bytes = bytes + COALESCE(length(CAST(NEW.text AS BLOB)), 0)
    - COALESCE(length(CAST(OLD.text AS BLOB)), 0)
  WHERE user_id = NEW.user_id;
END;

CREATE TRIGGER note_usage_deleted AFTER DELETE ON notes
BEGIN
  UPDATE note_usage
  SET notes = notes - 1, bytes = bytes - COALESCE(length(CAST(OLD.text AS BLOB)), 0)
  WHERE user_id = OLD.user_id;
END;

INSERT INTO note_usage (user_id, notes, bytes)
SELECT user_id, count(*), COALESCE(sum(length(CAST(text AS BLOB))), 0) FROM notes GROUP BY user_id;

-- Which conversations of guests are old.
CREATE INDEX conversations_of_guests ON conversations (updated_at, id) WHERE user_id IS NULL;
