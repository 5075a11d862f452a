package dev.vidwiz.persistence.signal;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresListener;
import dev.vidwiz.persistence.postgres.PostgresNotifier;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Signals to this server's listeners and, by NOTIFY, to those of other servers, both after the
 * commit.
 */
public final class PostgresSignals implements Signals, AutoCloseable {

  private static final String CHANNEL = "vidwiz_signals";

  private final JdbiTransactions transactions;
  private final LocalSignals local;
  private final PostgresNotifier notifier;
  private final PostgresListener listener;

  /** Identifies this server's own notifications, which are ignored. */
  private final String origin = UUID.randomUUID().toString();

  /**
   * Sends signals after the commit of the given transactions, and listens to other servers.
   *
   * @throws dev.vidwiz.application.storage.StorageException when the server cannot be reached
   */
  public PostgresSignals(DatabaseSettings.OnServer settings, JdbiTransactions transactions) {
    this.transactions = transactions;
    this.local = new LocalSignals(transactions);
    this.listener =
        new PostgresListener(
            settings, CHANNEL, this::receive, () -> local.deliver(new Signal.Missed()));
    this.notifier = new PostgresNotifier(transactions, CHANNEL, origin + " ");
  }

  @Override
  public void publish(Signal signal) {
    transactions.afterCommit(() -> notifier.send(SignalText.write(signal)));
    local.publish(signal);
  }

  @Override
  public void subscribe(Consumer<Signal> listener) {
    local.subscribe(listener);
  }

  @Override
  public boolean reachAllServers() {
    return true;
  }

  /** Sends the published signals to the other servers and stops listening. */
  @Override
  public void close() {
    notifier.close();
    listener.close();
  }

  /** Delivers the signals of another server's notification, one per line. */
  private void receive(String payload) {
    int blank = payload.indexOf(' ');
    if (blank < 0 || !payload.substring(0, blank).equals(origin)) {
      payload
          .substring(blank + 1)
          .lines()
          .forEach(line -> SignalText.read(line).ifPresent(local::deliver));
    }
  }
}
