package dev.vidwiz.persistence.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Claims go on where the last one ended, and do not wait for the disk. */
final class PostgresTaskQueueTest {

  private static final Instant LATER = NOW.plusSeconds(1);

  @Test
  void finds_tasks_that_another_server_has_put_back() {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage one = JdbiStorage.open(database.settings(false));
        Storage two = JdbiStorage.open(database.settings(false))) {
      schedule(one.tasks(), NOW);
      schedule(one.tasks(), LATER);
      Task older = claim(one.tasks());
      claim(one.tasks());

      assertThat(two.tasks().updateIfUnchanged(older, older.failed("no network", LATER))).isTrue();

      assertThat(claim(one.tasks()).id()).isEqualTo(older.id());
    }
  }

  @Test
  void finds_tasks_that_another_server_has_scheduled_with_an_earlier_clock() {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage one = JdbiStorage.open(database.settings(false));
        Storage two = JdbiStorage.open(database.settings(false))) {
      schedule(one.tasks(), LATER);
      claim(one.tasks());

      schedule(two.tasks(), NOW);

      assertThat(claim(one.tasks()).availableAt()).isEqualTo(NOW);
    }
  }

  @Test
  void does_not_wait_for_a_result_to_join_a_task_in_progress() throws SQLException {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false));
        Connection result = database.connect()) {
      database.execute(
          "ALTER ROLE CURRENT_USER IN DATABASE %s SET lock_timeout = '2s'"
              .formatted(result.getCatalog()));
      try (Storage joining = JdbiStorage.open(database.settings(false))) {
        Requester guest = new Requester.Guest(new AddressPrefix("203.0.113.7"));
        storage.tasks().schedule(TaskType.METADATA, newVideoId(), guest, NOW, NOW);
        Task task = claim(storage.tasks());
        result.setAutoCommit(false);
        result.createStatement().execute("UPDATE tasks SET status = 'completed'");

        assertThat(
                joining
                    .tasks()
                    .schedule(TaskType.METADATA, task.videoId(), new Requester.User(7), NOW, NOW))
            .isFalse();
      }
    }
  }

  @Test
  void does_not_change_how_a_transaction_commits() {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false));
        PostgresConnections connections = new PostgresConnections(database.settings(false))) {
      schedule(storage.tasks(), NOW);
      JdbiTransactions transactions = new JdbiTransactions(connections);
      PostgresTaskQueue tasks = new PostgresTaskQueue(transactions);

      String commit =
          transactions.inTransaction(
              () -> {
                transactions.write(handle -> handle.execute("SET LOCAL synchronous_commit = on"));
                claim(tasks);
                return transactions.read(
                    handle ->
                        handle.createQuery("SHOW synchronous_commit").mapTo(String.class).one());
              });

      assertThat(commit).isEqualTo("on");
    }
  }

  private static void schedule(TaskQueue tasks, Instant now) {
    assertThat(tasks.schedule(TaskType.METADATA, newVideoId(), new Requester.Nobody(), now, NOW))
        .isTrue();
  }

  private static Task claim(TaskQueue tasks) {
    return tasks.claim(TaskType.METADATA, null, LATER).orElseThrow();
  }
}
