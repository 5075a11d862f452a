-- Periodic work that one of the servers does for all: when it was last begun, and what it found.
CREATE TABLE rounds (
  work TEXT NOT NULL PRIMARY KEY,
  begun_at TEXT NOT NULL,
  result TEXT
);
