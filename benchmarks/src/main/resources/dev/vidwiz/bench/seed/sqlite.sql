-- Rows are identified by numbers: video n has the id KnownUser.videoId(n). The first user is the known user.

INSERT INTO users (email, name, profile_data, created_at)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :users)
SELECT
  'user' || n || '@example.com',
  'User Number ' || n,
  '{"ai_notes_enabled": false}',
  strftime('%Y-%m-%d %H:%M:%f000', 'now', '-400 days', '+' || n || ' seconds')
FROM numbers;

INSERT INTO videos
  (video_id, title, title_folded, video_metadata, transcript_available, summary, created_at, updated_at)
WITH RECURSIVE
  numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :videos),
  ids (n, video_id, created_at) AS (
    SELECT
      n,
      printf('v%010x', (n * 654435761713) & 1099511627775),
      strftime('%Y-%m-%d %H:%M:%f000', 'now', '-399 days', '+' || (34000000 * n / :videos) || ' seconds')
    FROM numbers),
  titles (n, video_id, created_at, title) AS (
    SELECT n, video_id, created_at,
      CASE WHEN n BETWEEN 2 AND 501 THEN 'Lecture ' || (n - 2) || ' on databases and systems'
      ELSE trim(substr('Understanding Introducing   A history of  How to draw   Cooking with  The art of    Why we need   Learning from ',
                       1 + 14 * (n % 8), 14))
        || ' '
        || trim(substr('mountain weather    small compilers     gothic cathedrals   sourdough bread     the electric guitar deep sea creatures  patient gardeners   ',
                       1 + 20 * (n / 8 % 7), 20))
        || ', part ' || (1 + n / 56)
      END
    FROM ids)
SELECT
  video_id,
  title,
  lower(title),
  CASE WHEN n <= :complete THEN json_object(
    'title', title,
    'description', 'What this is about, who made it and where to read on. ' || substr(:prose, 1, 200 + n % 200),
    'channel', 'Channel ' || (n % 1000),
    'channel_url', 'https://www.youtube.com/channel/UC' || video_id || video_id,
    'duration', 60 + n % 7000,
    'view_count', n % 9973 * 1009,
    'upload_date', substr(created_at, 1, 10),
    'thumbnail', 'https://i.ytimg.com/vi/' || video_id || '/maxresdefault.jpg') END,
  n <= :complete,
  CASE WHEN n <= :complete AND n % 2 = 0 THEN substr(:prose, 1, 250 + n % 150) END,
  created_at,
  created_at
FROM titles;

-- Notes of the known user: ten on the first video, one on each of the next five hundred.
INSERT INTO notes (user_id, video_id, "timestamp", text, created_at, updated_at)
WITH RECURSIVE
  numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 510),
  times (n, created_at) AS (
    SELECT n, strftime('%Y-%m-%d %H:%M:%f000', 'now', '-390 days', '+' || n || ' minutes') FROM numbers)
SELECT
  1,
  printf('v%010x', (CASE WHEN n <= 10 THEN 1 ELSE n - 9 END * 654435761713) & 1099511627775),
  printf('%d:%02d', n % 10, n * 7 % 60),
  substr(:prose, 1 + n % 50, 100),
  created_at,
  created_at
FROM times;

-- Notes of the other users: each user writes ten on a video.
INSERT INTO notes (user_id, video_id, "timestamp", text, generated_by_ai, created_at, updated_at)
WITH RECURSIVE
  numbers (n) AS (SELECT 511 WHERE :notes > 510 UNION ALL SELECT n + 1 FROM numbers WHERE n < :notes),
  times (n, created_at) AS (
    SELECT n,
      strftime('%Y-%m-%d %H:%M:%f000', 'now', '-389 days', '+' || (33600000.0 * n / :notes) || ' seconds')
    FROM numbers)
SELECT
  2 + n / 10 * 7 % (:users - 1),
  printf('v%010x', ((1 + n / 10 * 13 % :videos) * 654435761713) & 1099511627775),
  printf('%d:%02d', n % 100, n * 7 % 60),
  CASE WHEN n % 50 > 0 THEN substr(:prose, 1 + n % 50, 20 + n % 6 * 31) END,
  n % 5 = 1,
  created_at,
  created_at
FROM times;

INSERT INTO tasks (task_type, video_id, status, task_details, available_at, created_at, updated_at)
WITH RECURSIVE numbers (n) AS (
  SELECT :complete + 1 WHERE :complete < :videos UNION ALL SELECT n + 1 FROM numbers WHERE n < :videos)
SELECT
  type.column1,
  video_id,
  'pending',
  json_object('video_id', video_id),
  created_at,
  created_at,
  created_at
FROM numbers
JOIN videos ON videos.video_id = printf('v%010x', (n * 654435761713) & 1099511627775)
CROSS JOIN (VALUES ('fetch_metadata'), ('fetch_transcript')) AS type;
