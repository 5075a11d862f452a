package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps any number of requests open, one per connection, in a single thread, and sends each again
 * after its response. For use by one other thread.
 */
public final class Holder implements AutoCloseable {

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("holder").start(this::run);

  /** Starts without connections. */
  public Holder() throws IOException {}

  /**
   * Sends a request {@code count} times, each on a separate connection to a port of this machine.
   */
  public void hold(int count, int port, byte[] request, Listener listener) throws IOException {
    try {
      for (int i = 0; i < count; i++) {
        hold(port, request, listener);
      }
    } catch (IOException e) {
      throw new IOException(
          "no more than %d connections can be opened: %s. Raise ulimit -n, or open fewer"
              .formatted(connections.size(), e.getMessage()),
          e);
    }
  }

  private void hold(int port, byte[] request, Listener listener) throws IOException {
    Connection connection = Connection.open(port);
    connections.add(connection);
    connection.send(request);
    connection.channel().configureBlocking(false);
    connection
        .channel()
        .register(
            selector, SelectionKey.OP_READ, new HeldConnection(connection, request, listener));
    selector.wakeup();
  }

  private void run() {
    ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    try {
      while (selector.isOpen()) {
        selector.select(key -> ((HeldConnection) key.attachment()).receive(key, in));
      }
    } catch (ClosedSelectorException e) {
      // Closed by close().
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
