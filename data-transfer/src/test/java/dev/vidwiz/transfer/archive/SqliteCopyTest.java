package dev.vidwiz.transfer.archive;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static dev.vidwiz.persistence.EmptyDatabase.Kind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a SQLite file. */
final class SqliteCopyTest {

  @TempDir Path folder;

  @Test
  void contains_every_row_and_has_the_same_archive_as_the_original() throws IOException {
    EmptyDatabase source = TestArchive.emptyWithTables(SQLITE, folder, "source.db");
    try (DatabaseSession session = DatabaseSession.open(source.settings())) {
      OddRows.write(session);
    }

    assertThat(SqliteCopy.write(sqlite(source), copy(), TestArchive.SILENT)).isEqualTo(24);

    assertThat(TestArchive.of(new DatabaseSettings.Sqlite(copy())).lines())
        .isEqualTo(TestArchive.of(source.settings()).lines());
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().contains("copy.db"))).hasSize(1);
    }
  }

  @Test
  void is_a_snapshot_while_others_write() throws Exception {
    EmptyDatabase source = TestArchive.emptyWithTables(SQLITE, folder, "source.db");
    try (Storage storage = JdbiStorage.open(source.settings())) {
      for (int i = 0; i < 2_000; i++) {
        storage.videos().ensure(newVideoId(), null, NOW);
      }
      AtomicBoolean enough = new AtomicBoolean();
      Thread writer = Thread.ofPlatform().start(() -> write(storage, enough));
      try {
        assertThat(SqliteCopy.write(sqlite(source), copy(), TestArchive.SILENT))
            .isGreaterThanOrEqualTo(2_000);
      } finally {
        enough.set(true);
        writer.join();
      }
    }

    try (DatabaseSession copy = DatabaseSession.open(new DatabaseSettings.Sqlite(copy()))) {
      assertThat(copy.count(Tables.TRANSCRIPTS)).isEqualTo(copy.count(Tables.VIDEOS) - 2_000);
    }
  }

  @Test
  void reports_a_target_that_cannot_be_written() {
    EmptyDatabase source = TestArchive.emptyWithTables(SQLITE, folder, "source.db");

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(
            () ->
                SqliteCopy.write(
                    sqlite(source), folder.resolve("no").resolve("folder.db"), TestArchive.SILENT))
        .withMessageContaining("cannot be copied");
  }

  private static void write(Storage storage, AtomicBoolean enough) {
    while (!enough.get()) {
      var videoId = newVideoId();
      storage
          .transactions()
          .inTransaction(
              () -> {
                storage.videos().ensure(videoId, null, NOW);
                storage.transcripts().put(videoId, new JsonText("[\"words\"]"));
                return videoId;
              });
    }
  }

  private Path copy() {
    return folder.resolve("copy.db");
  }

  private static DatabaseSettings.Sqlite sqlite(EmptyDatabase database) {
    return (DatabaseSettings.Sqlite) database.settings();
  }
}
