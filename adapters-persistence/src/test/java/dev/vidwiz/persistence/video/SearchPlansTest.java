package dev.vidwiz.persistence.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
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

/** A search reads the videos of its user only, when there are many others. */
final class SearchPlansTest {

  private static PlannedDatabases databases;

  @BeforeAll
  static void open(@TempDir Path folder) {
    databases = PlannedDatabases.filled(folder, SearchPlansTest::fill);
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
  void counts_by_the_indexes_of_notes_and_videos(PlannedDatabase database) {
    VideoSearch search = new VideoSearch(7, "", 1, 10, Sort.TITLE_ASC);

    assertReadsLittle(database.plan(SearchSql.count(search), Map.of("userId", 7L)));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void pages_by_the_indexes_of_notes_and_videos(PlannedDatabase database) {
    for (Sort sort : Sort.values()) {
      VideoSearch search = new VideoSearch(7, "java", 1, 10, sort);
      Map<String, ?> arguments =
          Map.of("userId", 7L, "pattern", "%java%", "limit", 10, "offset", 0L);

      assertReadsLittle(database.plan(SearchSql.page(search), arguments));
    }
  }

  private static void assertReadsLittle(String plan) {
    assertThat(plan)
        .contains("notes_of_user")
        .doesNotContain("Seq Scan", "SCAN videos", "SCAN notes");
  }

  private static void fill(PlannedDatabase database) {
    database.fill(
        100_000,
        """
        INSERT INTO videos (video_id, title, title_folded, created_at, updated_at)
        SELECT 'video' || i, 'Title ' || i, 'title ' || i, <time>, <time>
        """);
    database.fill(
        100_000,
        """
        INSERT INTO notes (user_id, video_id, "timestamp", text, created_at, updated_at)
        SELECT i % 1000 + 1, 'video' || i, '0:01', 'text', <time>, <time>
        """);
  }
}
