package dev.vidwiz.persistence.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.NotedVideos;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The videos that are searched follow notes and videos, whoever changes these. */
@ParameterizedClass
@EnumSource(EmptyDatabase.Kind.class)
final class NotedVideosTest {

  @Parameter EmptyDatabase.Kind kind;
  @TempDir Path folder;
  private EmptyDatabase empty;
  private Handle handle;

  @BeforeEach
  void fill() throws SQLException {
    empty = EmptyDatabase.create(kind, folder, "vidwiz.db");
    JdbiStorage.open(empty.settings()).close();
    handle = empty.connect();
    execute(
        """
        INSERT INTO videos (video_id, title, title_folded, created_at, updated_at) VALUES
          ('aaaaaaaaaaa', 'T', 't', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
          ('bbbbbbbbbbb', NULL, NULL, '2026-01-02 00:00:00', '2026-01-02 00:00:00'),
          ('ccccccccccc', NULL, NULL, '2026-01-03 00:00:00', '2026-01-03 00:00:00')
        """);
    execute(
        """
        INSERT INTO notes (user_id, video_id, "timestamp", created_at, updated_at) VALUES
          (1, 'aaaaaaaaaaa', '0:01', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
          (1, 'aaaaaaaaaaa', '0:02', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
          (1, 'bbbbbbbbbbb', '0:03', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
          (2, 'bbbbbbbbbbb', '0:04', '2026-01-01 00:00:00', '2026-01-01 00:00:00')
        """);
    assertRows(3);
  }

  @AfterEach
  void close() {
    handle.close();
    empty.close();
  }

  @Test
  void are_removed_with_the_last_note() throws SQLException {
    execute("DELETE FROM notes WHERE \"timestamp\" IN ('0:01', '0:03')");
    assertRows(2);

    execute("DELETE FROM notes");
    assertRows(0);
  }

  @Test
  void have_the_current_title_of_the_video() throws SQLException {
    execute("UPDATE videos SET title = 'New', title_folded = 'new'");
    assertRows(3);

    execute("UPDATE videos SET title = NULL, title_folded = NULL");
    assertRows(3);
  }

  /** What a key of PostgreSQL can hold is about 2,700 bytes. */
  @Test
  void can_have_titles_longer_than_an_index_allows() throws SQLException {
    String rare =
        IntStream.range(0x10400, 0x20000)
            .filter(Character::isDefined)
            .map(Character::toLowerCase)
            .distinct()
            .limit(2_000)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    execute("UPDATE videos SET title = '%s', title_folded = '%1$s'".formatted(rare));
    execute(
        "INSERT INTO notes (user_id, video_id, \"timestamp\", created_at, updated_at)"
            + " SELECT 3, video_id, '0:05', created_at, updated_at FROM videos");

    assertRows(6);
    try (var storage = JdbiStorage.open(empty.settings())) {
      String found = rare.substring(0, 500);
      assertThat(storage.videos().search(new VideoSearch(3, found, 1, 10, Sort.TITLE_ASC)).total())
          .isEqualTo(3);
    }
  }

  private void execute(String sql) {
    handle.execute(sql);
  }

  private void assertRows(int rows) throws SQLException {
    assertThat(NotedVideos.differences(handle.getConnection())).isEmpty();
    assertThat(handle.createQuery("SELECT count(*) FROM noted_videos").mapTo(Integer.class).one())
        .isEqualTo(rows);
  }
}
