package dev.vidwiz.persistence.signal;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Signals to this server's listeners and, by NOTIFY, to those of other servers. PostgreSQL sends a
 * notification when its transaction is committed, as is wanted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
public final class PostgresSignals implements Signals {

  static final String CHANNEL = "vidwiz_signals";

  private static final String NOTIFY = "SELECT pg_notify(:channel, :payload)";

  private final JdbiTransactions transactions;
  private final LocalSignals local;

  /** Tells this server's notifications, which its listeners need not hear twice, from others'. */
  private final String origin = UUID.randomUUID().toString();

  /** Sends signals with the given transactions. */
  public PostgresSignals(JdbiTransactions transactions) {
    this.transactions = transactions;
    this.local = new LocalSignals(transactions);
  }

  @Override
  public void publish(Signal signal) {
    String payload = origin + " " + SignalText.write(signal);
    transactions.write(
        handle ->
            handle
                .createQuery(NOTIFY)
                .bind("channel", CHANNEL)
                .bind("payload", payload)
                .mapTo(String.class)
                .one());
    local.publish(signal);
  }

  @Override
  public void subscribe(Consumer<Signal> listener) {
    local.subscribe(listener);
  }

  /** Tells this server's listeners what another server notified. */
  void receive(String payload) {
    int blank = payload.indexOf(' ');
    if (blank < 0 || !payload.substring(0, blank).equals(origin)) {
      SignalText.read(payload.substring(blank + 1)).ifPresent(local::deliver);
    }
  }

  /** Tells this server's listeners that notifications may have been lost. */
  void reconnected() {
    local.deliver(new Signal.Missed());
  }
}
