package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends messages to the other servers on a separate thread. Messages that arrive while a
 * notification is sent share the next one. Messages are lost on failures. Thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
public final class PostgresNotifier implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresNotifier.class.getName());
  private static final FailureLog FAILURES = new FailureLog(PostgresNotifier.class);

  /** A notification has less than 8,000 bytes, and a message less than 40. */
  private static final int MAX_MESSAGES = 190;

  private static final int MAX_WAITING = 100_000;
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(5);
  private static final String END = "";

  /** Does not wait for the disk, because the transaction changes no data. */
  private static final String NOTIFY =
      "SELECT set_config('synchronous_commit', 'off', true), pg_notify(:channel, :payload)";

  private final JdbiTransactions transactions;
  private final String channel;
  private final String heading;
  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Thread thread;

  /** Sends to a channel. {@code heading} precedes the messages of each notification. */
  public PostgresNotifier(JdbiTransactions transactions, String channel, String heading) {
    this.transactions = transactions;
    this.channel = channel;
    this.heading = heading;
    this.thread = Thread.ofVirtual().name("postgres-notifier").start(this::sendUntilTheEnd);
  }

  /** Queues a message of one line. Does not block. */
  public void send(String message) {
    if (!waiting.offer(message)) {
      LOG.log(Level.DEBUG, "Too many signals wait to be sent to other servers");
    }
  }

  /** Sends the queued messages, with a timeout. */
  @Override
  public void close() {
    try {
      waiting.put(END);
      thread.join(CLOSING_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendUntilTheEnd() {
    List<String> messages = new ArrayList<>();
    try {
      while (true) {
        messages.add(waiting.take());
        waiting.drainTo(messages, MAX_MESSAGES - 1);
        boolean ended = messages.remove(END);
        notify(messages);
        if (ended) {
          return;
        }
        messages.clear();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void notify(List<String> messages) {
    if (messages.isEmpty()) {
      return;
    }
    try {
      transactions.write(
          handle ->
              handle
                  .createQuery(NOTIFY)
                  .bind("channel", channel)
                  .bind("payload", heading + String.join("\n", messages))
                  .mapToMap()
                  .one());
    } catch (StorageException e) {
      FAILURES.failed("Other servers could not be told of changes", e);
    }
  }
}
