package dev.vidwiz.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Clients with a connection each, all in one thread with a selector, which leaves the cores to the
 * server. For one thread.
 */
public final class LoadGenerator implements AutoCloseable {

  private static final long MAX_SELECT_MILLIS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocateDirect(256 << 10);
  private final List<LoadClient> clients = new ArrayList<>();

  private LoadGenerator() throws IOException {
    this.selector = Selector.open();
  }

  /** Connects clients to a port of this machine. */
  public static LoadGenerator connect(int port, int clients, Supplier<Dialogue> dialogues)
      throws IOException {
    LoadGenerator generator = new LoadGenerator();
    try {
      for (int i = 0; i < clients; i++) {
        generator.clients.add(new LoadClient(port, generator.selector, dialogues.get()));
      }
      return generator;
    } catch (IOException e) {
      generator.close();
      throw e;
    }
  }

  /**
   * Lets the clients send requests up to the limit, and waits for the responses in progress.
   *
   * @throws IllegalStateException when the server does not respond
   */
  public Outcome run(Limit limit) throws IOException {
    Round round = new Round(limit.operations());
    long start = System.nanoTime();
    clients.forEach(client -> client.join(round));
    selectUntil(start + limit.time().toNanos(), round);
    round.stop();
    selectUntil(System.nanoTime() + TIMEOUT.toNanos(), round);
    if (round.underWay() > 0) {
      throw new IllegalStateException(
          "%d requests had no response for %s".formatted(round.underWay(), TIMEOUT));
    }
    round.outcome().lasted(Duration.ofNanos(System.nanoTime() - start));
    return round.outcome();
  }

  private void selectUntil(long end, Round round) throws IOException {
    for (long now = System.nanoTime(); now < end && round.underWay() > 0; now = System.nanoTime()) {
      long left = Duration.ofNanos(end - now).toMillis();
      selector.select(this::receive, Math.clamp(left, 1, MAX_SELECT_MILLIS));
    }
  }

  private void receive(SelectionKey key) {
    ((LoadClient) key.attachment()).receive(in);
  }

  @Override
  public void close() throws IOException {
    for (LoadClient client : clients) {
      client.close();
    }
    selector.close();
  }
}
