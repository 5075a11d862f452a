package dev.vidwiz.persistence.postgres;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.NeedsPrograms;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.round.Round;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers behind a pooler, and on a database that gives few connections. */
final class PoolerTest {

  private static final int SERVERS = 3;

  @TempDir private Path folder;
  private TestDatabase database;

  @BeforeEach
  void create() {
    database = TestPostgres.createDatabase();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  @NeedsPrograms(TestPgBouncer.PROGRAM)
  void three_servers_start_at_once_on_an_empty_database(TestPgBouncer.Mode mode) throws Exception {
    boolean listen = mode == TestPgBouncer.Mode.SESSION;
    int connections = (TestDatabase.POOL_SIZE + 1) * (listen ? SERVERS : 1);
    try (TestPgBouncer pooler = TestPgBouncer.start(folder, database, mode, connections)) {
      List<Storage> storages = openAtOnce(pooler.settings(listen));
      try {
        // More often than the driver waits before it gives a statement a name.
        for (int i = 0; i < 10; i++) {
          VideoId video = newVideoId();
          for (Storage storage : storages) {
            storage.videos().ensure(video, null, NOW);
            assertThat(storage.videos().find(video)).isPresent();
          }
        }
        Duration pause = Duration.ofHours(1);
        assertThat(storages.stream().map(storage -> storage.rounds().begin(Round.LEASES, pause)))
            .containsOnlyOnce(true);
        assertThat(storages.stream().map(storage -> storage.metrics().backlog(pause)).distinct())
            .hasSize(1);
      } finally {
        storages.forEach(Storage::close);
      }
    }
  }

  @Test
  @NeedsPrograms(TestPgBouncer.PROGRAM)
  void notifications_that_a_pooler_loses_are_told_at_the_start() {
    try (TestPgBouncer pooler =
        TestPgBouncer.start(folder, database, TestPgBouncer.Mode.TRANSACTION, 5)) {
      assertThatExceptionOfType(UnsuitableDatabaseException.class)
          .isThrownBy(() -> JdbiStorage.open(pooler.settings(true)))
          .withMessageContaining("pooler")
          .satisfies(e -> assertThat(e.remedy()).contains("DB_LISTEN=false"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, TestDatabase.POOL_SIZE})
  void a_start_that_migrates_takes_one_connection_more_than_the_pool_has(int poolSize) {
    DatabaseSettings.Postgres all = database.settings(true);
    String name = all.jdbcUrl().substring(all.jdbcUrl().lastIndexOf('/') + 1);
    String user = name + "_user";
    database.execute(
        "CREATE ROLE %s LOGIN PASSWORD 'secret' CONNECTION LIMIT %d".formatted(user, poolSize + 1),
        "ALTER DATABASE %s OWNER TO %s".formatted(name, user));
    try (Storage storage =
        JdbiStorage.open(
            new DatabaseSettings.Postgres(all.jdbcUrl(), user, "secret", poolSize, true))) {
      assertThat(storage.videos().find(newVideoId())).isEmpty();
    } finally {
      database.execute(
          "ALTER DATABASE %s OWNER TO CURRENT_USER".formatted(name),
          "REASSIGN OWNED BY %s TO CURRENT_USER".formatted(user),
          "DROP OWNED BY " + user,
          "DROP ROLE " + user);
    }
  }

  private static List<Storage> openAtOnce(DatabaseSettings settings) throws Exception {
    Callable<Storage> opening = () -> JdbiStorage.open(settings);
    try (ExecutorService threads = Executors.newFixedThreadPool(SERVERS)) {
      List<Future<Storage>> futures = new ArrayList<>();
      for (int i = 0; i < SERVERS; i++) {
        futures.add(threads.submit(opening));
      }
      List<Storage> storages = new ArrayList<>();
      for (Future<Storage> future : futures) {
        storages.add(future.get(120, TimeUnit.SECONDS));
      }
      return storages;
    }
  }
}
