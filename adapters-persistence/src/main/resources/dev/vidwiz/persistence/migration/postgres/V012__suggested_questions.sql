-- The questions that a summary suggests, a JSON array of texts.
ALTER TABLE videos ADD COLUMN suggested_questions json;
