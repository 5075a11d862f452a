package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** One request that is made again whenever it has been answered. */
final class Held {

  private final Connection connection;
  private final byte[] request;
  private final Listener listener;

  Held(Connection connection, byte[] request, Listener listener) {
    this.connection = connection;
    this.request = request;
    this.listener = listener;
  }

  void receive(SelectionKey key, ByteBuffer in) {
    try {
      boolean complete = connection.receive(in);
      listener.heard(connection.response(), complete);
      if (complete) {
        connection.send(request);
      }
    } catch (IOException e) {
      key.cancel();
      listener.lost(e);
    }
  }
}
