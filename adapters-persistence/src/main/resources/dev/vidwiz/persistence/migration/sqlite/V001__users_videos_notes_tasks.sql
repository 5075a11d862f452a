-- Times are TEXT in UTC, 'YYYY-MM-DD HH:MM:SS.ffffff'. Ids are never used twice.

CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL UNIQUE,
  name TEXT,
  password_hash TEXT,
  google_id TEXT UNIQUE,
  profile_image_url TEXT,
  long_term_token TEXT UNIQUE,
  profile_data TEXT CHECK (json_valid(profile_data)),
  created_at TEXT NOT NULL
);

CREATE TABLE videos (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  video_id TEXT NOT NULL UNIQUE,
  title TEXT,
  title_folded TEXT, -- the title without differences of letter case, to search and sort by
  video_metadata TEXT CHECK (json_valid(video_metadata)),
  transcript_available INTEGER NOT NULL DEFAULT FALSE CHECK (transcript_available IN (0, 1)),
  transcript_error TEXT,
  summary TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE transcripts (
  video_id TEXT NOT NULL PRIMARY KEY,
  transcript TEXT NOT NULL CHECK (json_valid(transcript))
);

CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL,
  video_id TEXT NOT NULL REFERENCES videos (video_id),
  "timestamp" TEXT NOT NULL,
  text TEXT,
  generated_by_ai INTEGER NOT NULL DEFAULT FALSE CHECK (generated_by_ai IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE INDEX notes_of_user ON notes (user_id, video_id, created_at, id);

CREATE INDEX notes_blank ON notes (video_id, created_at, id) WHERE text IS NULL;

CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  video_id TEXT NOT NULL REFERENCES videos (video_id),
  user_id INTEGER,
  guest_session_id TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  content TEXT NOT NULL,
  metadata TEXT CHECK (json_valid(metadata)),
  created_at TEXT NOT NULL
);

CREATE INDEX messages_of_conversation ON messages (conversation_id, created_at, id);

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_type TEXT NOT NULL,
  video_id TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('pending', 'in_progress', 'completed', 'failed', 'cancelled')),
  task_details TEXT NOT NULL CHECK (json_valid(task_details)),
  worker_details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(worker_details)),
  retry_count INTEGER NOT NULL DEFAULT 0,
  available_at TEXT NOT NULL,
  started_at TEXT,
  completed_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

-- One task of a type for a video at a time.
CREATE UNIQUE INDEX tasks_active ON tasks (task_type, video_id)
  WHERE status IN ('pending', 'in_progress');

-- What can be claimed, in the order in which it is.
CREATE INDEX tasks_pending ON tasks (task_type, available_at, id) WHERE status = 'pending';

-- Whose lease may have ended.
CREATE INDEX tasks_in_progress ON tasks (started_at, id) WHERE status = 'in_progress';

-- Which videos have to wait before their task is scheduled again.
CREATE INDEX tasks_failed ON tasks (task_type, video_id, completed_at) WHERE status = 'failed';

-- What is removed after a while.
CREATE INDEX tasks_ended ON tasks (status, completed_at) WHERE completed_at IS NOT NULL;
