package dev.vidwiz.persistence.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.OpenedStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.ConnectionUse;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the connections are used is seen while they are. */
final class ConnectionUseTest {

  @Test
  void in_sqlite_the_writer_and_the_readers_are_told_apart(@TempDir Path folder) {
    try (OpenedStorage sqlite =
        JdbiStorage.open(new DatabaseSettings.Sqlite(folder.resolve("vidwiz.db")))) {
      ConnectionUse busy = useWithinTransaction(sqlite, "sqlite-writer");

      assertThat(busy).isEqualTo(new ConnectionUse("sqlite-writer", 1, 0, 1, 0));
      assertThat(use(sqlite, "sqlite-writer"))
          .isEqualTo(new ConnectionUse("sqlite-writer", 0, 1, 1, 0));
      assertThat(use(sqlite, "sqlite-readers").active()).isZero();
      assertThat(use(sqlite, "sqlite-readers").limit()).isEqualTo(4);
    }
  }

  @Test
  void postgres_reports_the_pool() {
    try (TestDatabase database = TestPostgres.createDatabase();
        OpenedStorage postgres = JdbiStorage.open(database.settings(false))) {
      ConnectionUse idle = use(postgres, "postgresql");
      ConnectionUse busy = useWithinTransaction(postgres, "postgresql");

      assertThat(idle.active()).isZero();
      assertThat(idle.limit()).isEqualTo(TestDatabase.POOL_SIZE);
      assertThat(busy.active()).isEqualTo(1);
      assertThat(busy.waiting()).isZero();
    }
  }

  private static ConnectionUse useWithinTransaction(OpenedStorage storage, String pool) {
    return storage.transactions().inTransaction(() -> use(storage, pool));
  }

  private static ConnectionUse use(OpenedStorage storage, String pool) {
    return storage.connections().stream()
        .filter(use -> use.pool().equals(pool))
        .findFirst()
        .orElseThrow();
  }
}
