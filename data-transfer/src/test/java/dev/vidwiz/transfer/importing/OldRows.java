package dev.vidwiz.transfer.importing;

/** Rows of an old server, including unusual ones, that every kind of database can store. */
final class OldRows {

  private static final String USERS =
      """
      INSERT INTO users VALUES
        (1, 'ann@example.com', 'Ann', 'scrypt:…', 'g-1', 'https://pictures/1', 'token-1',
         '{"theme": "dark", "ai_notes_enabled": true}', '2024-05-06 07:08:09'),
        (2, ' Ann@Example.com', 'Not Ann', 'h', NULL, NULL, NULL, NULL, '2024-05-06 07:08:09.5'),
        (3, 'BOB@example.com', NULL, NULL, 'g-3', NULL, '', 'null', '2024-05-06 07:08:09.123456'),
        (4, 'no address', 'Eve', 'h', NULL, NULL, NULL, NULL, '2024-05-06 07:08:09'),
        (5, 'cy@example.com', ' ', 'h', NULL, NULL, NULL, '[1]', NULL);
      """;

  private static final String VIDEOS =
      """
      INSERT INTO videos VALUES
        (1, 'https://youtu.be/dQw4w9WgXcQ', 'From the address', '{"title": "x",  "a": 1.50}',
         TRUE, 'In short.', '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (2, 'dQw4w9WgXcQ', 'ÄRGER', 'null', TRUE, NULL,
         '2024-05-06 07:08:09', '2024-05-06 07:08:10'),
        (3, 'https://www.youtube.com/watch?v=9bZkp7q19f0', NULL, NULL, TRUE, '',
         '2024-05-06 07:08:09', NULL),
        (4, 'no video', NULL, NULL, NULL, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09');
      """;

  private static final String NOTES =
      """
      INSERT INTO notes VALUES
        (1, 1, 'dQw4w9WgXcQ', '1:23', ' as it is ', TRUE,
         '2024-05-06 07:08:09', '2024-05-06 07:08:10'),
        (2, 1, 'https://youtu.be/dQw4w9WgXcQ', '83', ' ', NULL,
         '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (3, 1, 'no video', '1:23', 'x', FALSE, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (4, 2, 'dQw4w9WgXcQ', '1:23', 'x', FALSE, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (5, 3, 'dQw4w9WgXcQ', 'soon', 'x', FALSE, '2024-05-06 07:08:09', '2024-05-06 07:08:09');
      """;

  private static final String CONVERSATIONS =
      """
      INSERT INTO conversations VALUES
        (1, 'dQw4w9WgXcQ', 1, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (2, 'dQw4w9WgXcQ', NULL, 'guest-2', '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (3, 'dQw4w9WgXcQ', NULL, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (4, '_________vid', 1, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (5, '-----------', 1, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (6, 'dQw4w9WgXcQ', 77, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09');
      """;

  private static final String MESSAGES =
      """
      INSERT INTO messages VALUES
        (1, 1, 'user', 'Why?', 'null', '2024-05-06 07:08:09'),
        (2, 1, 'ASSISTANT', 'Because.', '{"model": "m", "n": 1.0}', '2024-05-06 07:08:10'),
        (3, 3, 'user', 'x', NULL, '2024-05-06 07:08:09'),
        (4, 1, 'system', 'x', NULL, '2024-05-06 07:08:09'),
        (5, 2, 'assistant', NULL, '["x"]', '2024-05-06 07:08:09');
      """;

  private static final String TASKS =
      """
      INSERT INTO tasks VALUES
        (1, 'fetch_transcript', 'PENDING', '{"video_id": "dQw4w9WgXcQ"}', NULL, 0, NULL, NULL,
         '2024-05-06 07:08:11', '2024-05-06 07:08:11'),
        (2, 'fetch_transcript', 'IN_PROGRESS', '{"video_id": "dQw4w9WgXcQ", "k": "v"}', 'null', 2,
         '2024-05-06 07:08:10', NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:10'),
        (3, 'fetch_metadata', 'COMPLETED', '{"video_id": "dQw4w9WgXcQ"}',
         '{"error_message": "x", "retry_attempt": 1, "errors": ["odd"]}', 1,
         '2024-05-06 07:08:09', '2024-05-06 07:08:10', '2024-05-06 07:08:09', '2024-05-06 07:08:10'),
        (4, 'fetch_metadata', 'FAILED', '{"video_id": "https://youtu.be/dQw4w9WgXcQ"}', NULL, -1,
         NULL, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:10'),
        (5, 'fetch_metadata', 'PENDING', '{"video_id": "9bZkp7q19f0"}', NULL, NULL,
         NULL, NULL, '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (6, 'fetch_metadata', 'PENDING', '{}', NULL, 0, NULL, NULL, NULL, NULL),
        (7, 'make_coffee', 'PENDING', '{"video_id": "dQw4w9WgXcQ"}', NULL, 0, NULL, NULL,
         '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (8, 'fetch_metadata', 'CANCELLED', '{"video_id": "-----------"}', NULL, 0, NULL, NULL,
         '2024-05-06 07:08:09', '2024-05-06 07:08:09');
      """;

  /** The statements that insert the rows, in an order that foreign keys permit. */
  static final String[] ALL = {USERS, VIDEOS, NOTES, CONVERSATIONS, MESSAGES, TASKS};

  private OldRows() {}
}
