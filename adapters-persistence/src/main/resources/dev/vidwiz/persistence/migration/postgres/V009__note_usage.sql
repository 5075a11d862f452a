-- How many notes a user has, and the bytes of their texts in UTF-8. Triggers keep it, whoever writes.
CREATE TABLE note_usage (
  user_id bigint NOT NULL PRIMARY KEY,
  notes bigint NOT NULL,
  bytes bigint NOT NULL
);

-- For a statement and not for each row: a restore inserts all notes of a user in one transaction, and a row that one
-- transaction changes a hundred thousand times takes longer each time.
CREATE FUNCTION add_note_usage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO note_usage AS used (user_id, notes, bytes)
  SELECT user_id, count(*), COALESCE(sum(octet_length(text)), 0) FROM added
  GROUP BY user_id ORDER BY user_id
  ON CONFLICT (user_id) DO UPDATE
  SET notes = used.notes + EXCLUDED.notes, bytes = used.bytes + EXCLUDED.bytes;
  RETURN NULL;
END $$;

CREATE FUNCTION change_note_usage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE note_usage
  SET bytes = bytes + COALESCE(octet_length(NEW.text), 0) - COALESCE(octet_length(OLD.text), 0)
  WHERE user_id = NEW.user_id;
  RETURN NULL;
END $$;

CREATE FUNCTION delete_note_usage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE note_usage
  SET notes = notes - 1, bytes = bytes - COALESCE(octet_length(OLD.text), 0)
  WHERE user_id = OLD.user_id;
  RETURN NULL;
END $$;

CREATE TRIGGER usage_added AFTER INSERT ON notes REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_note_usage();

CREATE TRIGGER usage_changed AFTER UPDATE OF text ON notes
  FOR EACH ROW WHEN (octet_length(OLD.text) IS DISTINCT FROM octet_length(NEW.text))
  EXECUTE FUNCTION change_note_usage();

CREATE TRIGGER usage_deleted AFTER DELETE ON notes
  FOR EACH ROW EXECUTE FUNCTION delete_note_usage();

-- Which conversations of guests are old.
CREATE INDEX conversations_of_guests ON conversations (updated_at, id) WHERE user_id IS NULL;

-- Last, as the triggers keep servers from writing until the end of this migration.
INSERT INTO note_usage (user_id, notes, bytes)
SELECT user_id, count(*), COALESCE(sum(octet_length(text)), 0) FROM notes GROUP BY user_id;
