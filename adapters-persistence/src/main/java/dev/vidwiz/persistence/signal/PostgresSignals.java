package dev.vidwiz.persistence.signal;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Signals to this server's listeners and, by NOTIFY, to those of other servers, both after the
 * commit.
 */
public final class PostgresSignals implements Signals, AutoCloseable {

  static final String CHANNEL = "vidwiz_signals";

  private final JdbiTransactions transactions;
  private final LocalSignals local;
  private final PostgresNotifier others;

  /** Tells this server's notifications, which its listeners need not hear twice, from others'. */
  private final String origin = UUID.randomUUID().toString();

  /** Sends signals with the given transactions. */
  public PostgresSignals(JdbiTransactions transactions) {
    this.transactions = transactions;
    this.local = new LocalSignals(transactions);
    this.others = new PostgresNotifier(transactions, CHANNEL, origin + " ");
  }

  @Override
  public void publish(Signal signal) {
    transactions.afterCommit(() -> others.send(SignalText.write(signal)));
    local.publish(signal);
  }

  @Override
  public void subscribe(Consumer<Signal> listener) {
    local.subscribe(listener);
  }

  /** Sends to the other servers from now on. */
  public void start() {
    others.start();
  }

  /** Sends to the other servers what was published until now. */
  @Override
  public void close() {
    others.close();
  }

  /** Tells this server's listeners what another server notified: a signal in each line. */
  void receive(String payload) {
    int blank = payload.indexOf(' ');
    if (blank < 0 || !payload.substring(0, blank).equals(origin)) {
      payload
          .substring(blank + 1)
          .lines()
          .forEach(line -> SignalText.read(line).ifPresent(local::deliver));
    }
  }

  /** Tells this server's listeners that notifications may have been lost. */
  void reconnected() {
    local.deliver(new Signal.Missed());
  }
}
