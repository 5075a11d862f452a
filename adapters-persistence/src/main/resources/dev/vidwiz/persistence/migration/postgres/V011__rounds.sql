-- Periodic work that one of the servers does for all: when it was last begun, and what it found.
CREATE TABLE rounds (
  work text NOT NULL PRIMARY KEY,
  begun_at timestamptz NOT NULL,
  result text
);
