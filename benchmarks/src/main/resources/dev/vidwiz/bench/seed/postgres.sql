-- Rows are identified by numbers: video n has the id KnownUser.videoId(n). The first user is the known user.

INSERT INTO users (email, name, profile_data, created_at)
SELECT
  'user' || n || '@example.com',
  'User Number ' || n,
  '{"ai_notes_enabled": false}',
  now() - interval '400 days' + n * interval '1 second'
FROM generate_series(1, :users) AS n;

INSERT INTO videos
  (video_id, title, title_folded, video_metadata, transcript_available, summary, created_at, updated_at)
WITH ids AS (
  SELECT
    n,
    'v' || lpad(to_hex((n * 654435761713) & 1099511627775), 10, '0') AS video_id,
    now() - interval '399 days' + interval '34000000 seconds' * (n::float8 / :videos) AS created_at
  FROM generate_series(1, :videos) AS n),
titles AS (
  SELECT *,
    CASE WHEN n BETWEEN 2 AND 501 THEN 'Lecture ' || (n - 2) || ' on databases and systems'
    ELSE trim(substr('Understanding Introducing   A history of  How to draw   Cooking with  The art of    Why we need   Learning from ',
                     1 + 14 * (n % 8), 14))
      || ' '
      || trim(substr('mountain weather    small compilers     gothic cathedrals   sourdough bread     the electric guitar deep sea creatures  patient gardeners   ',
                     1 + 20 * (n / 8 % 7), 20))
      || ', part ' || (1 + n / 56)
    END AS title
  FROM ids)
SELECT
  video_id,
  title,
  lower(title),
  CASE WHEN n <= :complete THEN json_build_object(
    'title', title,
    'description', 'What this is about, who made it and where to read on. ' || substr(:prose, 1, 200 + n % 200),
    'channel', 'Channel ' || (n % 1000),
    'channel_url', 'https://www.youtube.com/channel/UC' || video_id || video_id,
    'duration', 60 + n % 7000,
    'view_count', n % 9973 * 1009,
    'upload_date', created_at::date,
    'thumbnail', 'https://i.ytimg.com/vi/' || video_id || '/maxresdefault.jpg') END,
  n <= :complete,
  CASE WHEN n <= :complete AND n % 2 = 0 THEN substr(:prose, 1, 250 + n % 150) END,
  created_at,
  created_at
FROM titles
ORDER BY n;

-- Notes of the known user: ten on the first video, one on each of the next five hundred.
INSERT INTO notes (user_id, video_id, "timestamp", text, created_at, updated_at)
SELECT
  1,
  'v' || lpad(to_hex((CASE WHEN n <= 10 THEN 1 ELSE n - 9 END * 654435761713) & 1099511627775), 10, '0'),
  n % 10 || ':' || lpad((n * 7 % 60)::text, 2, '0'),
  substr(:prose, 1 + n % 50, 100),
  now() - interval '390 days' + n * interval '1 minute',
  now() - interval '390 days' + n * interval '1 minute'
FROM generate_series(1, 510) AS n;

-- Notes of the other users: each user writes ten on a video.
INSERT INTO notes (user_id, video_id, "timestamp", text, generated_by_ai, created_at, updated_at)
SELECT
  2 + n / 10 * 7 % (:users - 1),
  'v' || lpad(to_hex(((1 + n / 10 * 13 % :videos) * 654435761713) & 1099511627775), 10, '0'),
  n % 100 || ':' || lpad((n * 7 % 60)::text, 2, '0'),
  CASE WHEN n % 50 > 0 THEN substr(:prose, 1 + n % 50, 20 + n % 6 * 31) END,
  n % 5 = 1,
  created_at,
  created_at
FROM (
  SELECT n, now() - interval '389 days' + interval '33600000 seconds' * (n::float8 / :notes) AS created_at
  FROM generate_series(511, :notes) AS n) AS times
ORDER BY n;

INSERT INTO tasks (task_type, video_id, status, task_details, available_at, created_at, updated_at)
SELECT
  type.code,
  video_id,
  'pending',
  jsonb_build_object('video_id', video_id),
  created_at,
  created_at,
  created_at
FROM generate_series(:complete + 1, :videos) AS n
JOIN videos ON videos.video_id = 'v' || lpad(to_hex((n * 654435761713) & 1099511627775), 10, '0')
CROSS JOIN (VALUES ('fetch_metadata'), ('fetch_transcript')) AS type (code)
ORDER BY videos.id;

-- The state after an autovacuum, so that none runs during the measurements.
VACUUM ANALYZE;
