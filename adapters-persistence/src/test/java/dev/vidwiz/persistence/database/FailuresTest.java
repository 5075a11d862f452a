package dev.vidwiz.persistence.database;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addUser;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a statement that a database refuses. */
final class FailuresTest {

  private static TestDatabase database;
  private static Path file;
  private static Storage sqlite;
  private static Storage postgres;

  @BeforeAll
  static void open(@TempDir Path folder) {
    file = folder.resolve("vidwiz.db");
    sqlite = JdbiStorage.open(new DatabaseSettings.Sqlite(file));
    database = TestPostgres.createDatabase();
    postgres = JdbiStorage.open(database.settings(false));
  }

  @AfterAll
  static void close() {
    sqlite.close();
    postgres.close();
    database.close();
  }

  static Stream<Storage> storages() {
    return Stream.of(sqlite, postgres);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("storages")
  void hides_bound_values(Storage storage) {
    String token = "a-very-secret-token";
    long ann = addUser(storage, false).id();
    long eve = addUser(storage, false).id();
    assertThat(storage.users().storeLongTermTokenIfNone(ann, token)).isTrue();

    StorageException failure =
        catchThrowableOfType(
            StorageException.class, () -> storage.users().storeLongTermTokenIfNone(eve, token));

    assertThat(failure).hasCauseInstanceOf(SQLException.class);
    assertThat(trace(failure)).doesNotContain(token);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("storages")
  void hides_documents(Storage storage) {
    VideoId videoId = addVideo(storage).videoId();

    StorageException failure =
        catchThrowableOfType(
            StorageException.class,
            () -> storage.videos().storeMetadata(videoId, new JsonText("{secret"), null, NOW));

    assertThat(failure.isTemporary()).isFalse();
    assertThat(trace(failure)).doesNotContain("{secret");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("storages")
  void rolls_back_the_transaction_and_works_again(Storage storage) {
    VideoId videoId = newVideoId();

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          storage.videos().ensure(videoId, null, NOW);
                          storage.notes().insert(noteWithoutVideo());
                        }));

    assertThat(storage.videos().find(videoId)).isEmpty();
    storage.transactions().inTransaction(() -> storage.videos().ensure(videoId, null, NOW));
    assertThat(storage.videos().find(videoId)).isPresent();
  }

  @Test
  void are_temporary_while_another_process_keeps_the_file_locked() throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      other.createStatement().execute("BEGIN IMMEDIATE");

      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> sqlite.videos().ensure(newVideoId(), null, NOW))
          .returns(true, StorageException::isTemporary);
      other.createStatement().execute("ROLLBACK");
    }

    assertThat(sqlite.videos().ensure(newVideoId(), null, NOW)).isNotNull();
  }

  private static NewNote noteWithoutVideo() {
    return new NewNote(1, newVideoId(), new Timestamp("0:01"), null, NOW);
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
