package dev.vidwiz.persistence.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.PlannedDatabase;
import dev.vidwiz.persistence.PlannedDatabases;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody's notes are read but those that are asked for, when there are many. */
final class NotePlansTest {

  private static PlannedDatabases databases;

  @BeforeAll
  static void open(@TempDir Path folder) {
    databases = PlannedDatabases.filled(folder, NotePlansTest::fill);
  }

  @AfterAll
  static void close() {
    databases.close();
  }

  static Stream<PlannedDatabase> databases() {
    return databases.stream();
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void lists_notes_by_the_index_of_users_notes(PlannedDatabase database) {
    String plan =
        database.plan(JdbiNotes.FIND_BY_USER_AND_VIDEO, Map.of("userId", 7L, "videoId", "video7"));

    assertThat(plan).contains("notes_of_user").doesNotContain("Seq Scan", "SCAN", "TEMP B-TREE");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void lists_blank_notes_by_their_index(PlannedDatabase database) {
    String plan = database.plan(JdbiNotes.FIND_BLANK_OF_AI_USERS, Map.of("videoId", "video7"));

    assertThat(plan).contains("notes_blank").doesNotContain("Seq Scan", "SCAN", "TEMP B-TREE");
  }

  private static void fill(PlannedDatabase database) {
    database.fill(
        10_000,
        "INSERT INTO users (email, profile_data, created_at)"
            + " SELECT 'u' || i || '@example.com', '{\"ai_notes_enabled\": true}', <time>");
    database.fill(
        10_000,
        "INSERT INTO videos (video_id, created_at, updated_at) SELECT 'video' || i, <time>,"
            + " <time>");
    database.fill(
        100_000,
        """
        INSERT INTO notes (user_id, video_id, "timestamp", text, created_at, updated_at)
        SELECT i % 1000 + 1, 'video' || (i % 10000 + 1), '0:01',
               CASE i % 3 WHEN 0 THEN NULL ELSE 'text' END, <time>, <time>
        """);
  }
}
