package dev.vidwiz.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Old rows are removed a batch at a time. */
final class BatchesTest {

  private static final String REMOVE =
      "DELETE FROM old WHERE id IN (SELECT id FROM old WHERE id <= :newest ORDER BY id LIMIT"
          + " :limit)";

  private static final int ROWS = 2 * Batches.ROWS + 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void removes_all_that_are_old(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "old.db");
        Connections connections = connections(database)) {
      JdbiTransactions transactions = filled(connections);

      assertThat(Batches.remove(transactions, REMOVE, update -> update.bind("newest", ROWS - 1)))
          .isEqualTo(ROWS - 1);
      assertThat(count(transactions)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_removed_stays_removed_when_a_later_batch_fails(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "old.db");
        Connections connections = connections(database)) {
      JdbiTransactions transactions = filled(connections);
      execute(transactions, "CREATE TABLE held (id BIGINT REFERENCES old (id))");
      execute(transactions, "INSERT INTO held VALUES (" + (Batches.ROWS + 1) + ")");

      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(
              () -> Batches.remove(transactions, REMOVE, update -> update.bind("newest", ROWS)));

      assertThat(count(transactions)).isEqualTo(ROWS - Batches.ROWS);
    }
  }

  private static JdbiTransactions filled(Connections connections) {
    JdbiTransactions transactions = new JdbiTransactions(connections);
    execute(transactions, "CREATE TABLE old (id BIGINT PRIMARY KEY)");
    execute(
        transactions,
        """
        INSERT INTO old
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        SELECT i FROM n
        """
            .formatted(ROWS));
    return transactions;
  }

  private static void execute(JdbiTransactions transactions, String sql) {
    transactions.update(sql, update -> {});
  }

  private static Connections connections(EmptyDatabase database) {
    return switch (database.settings()) {
      case DatabaseSettings.Sqlite(Path file) -> new SqliteConnections(file);
      case DatabaseSettings.OnServer server -> new PostgresConnections(server);
    };
  }

  private static int count(JdbiTransactions transactions) {
    return transactions.read(
        handle -> handle.createQuery("SELECT count(*) FROM old").mapTo(Integer.class).one());
  }
}
