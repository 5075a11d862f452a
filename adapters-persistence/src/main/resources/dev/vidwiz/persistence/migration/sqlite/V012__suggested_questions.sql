-- The questions that a summary suggests, a JSON array of texts.
ALTER TABLE videos ADD COLUMN suggested_questions TEXT
  CHECK (suggested_questions IS NULL OR json_valid(suggested_questions));
