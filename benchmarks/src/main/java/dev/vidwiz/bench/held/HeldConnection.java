package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** A connection with one held request, which is sent again after each response. */
final class HeldConnection {

  private final Connection connection;
  private final byte[] request;
  private final Listener listener;

  HeldConnection(Connection connection, byte[] request, Listener listener) {
    this.connection = connection;
    this.request = request;
    this.listener = listener;
  }

  void receive(SelectionKey key, ByteBuffer in) {
    try {
      boolean complete = connection.receive(in);
      listener.received(connection.response(), complete);
      if (complete) {
        connection.send(request);
      }
    } catch (IOException e) {
      key.cancel();
      listener.lost(e);
    }
  }
}
