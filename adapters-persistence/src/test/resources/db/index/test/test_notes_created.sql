CREATE INDEX CONCURRENTLY test_notes_created ON notes (created_at)
