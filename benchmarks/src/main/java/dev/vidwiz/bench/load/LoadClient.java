package dev.vidwiz.bench.load;

import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** One client of the load: runs a dialogue with the server over a persistent connection. */
final class LoadClient implements AutoCloseable {

  private static final int SHOWN_CHARACTERS = 160;

  private final int port;
  private final Selector selector;
  private final Dialogue dialogue;
  private Connection connection;
  private Round round = new Round(0);
  private long began;

  LoadClient(int port, Selector selector, Dialogue dialogue) throws IOException {
    this.port = port;
    this.selector = selector;
    this.dialogue = dialogue;
    this.connection = connect();
  }

  /** Sends requests until the round ends. */
  void join(Round newRound) {
    round = newRound;
    begin();
  }

  /** Reads the available bytes, and sends the next request after a complete response. */
  void receive(ByteBuffer in) {
    try {
      if (connection.receive(in)) {
        react(connection.response());
      }
    } catch (IOException e) {
      round.failed("connection lost: " + e.getMessage());
      reconnect();
      begin();
    }
  }

  private void react(Response response) throws IOException {
    byte[] next = null;
    if (!dialogue.isExpected(response)) {
      round.failed(describe(response));
    } else {
      next = dialogue.goOn(response);
      if (next == null) {
        round.succeeded(System.nanoTime() - began);
      }
    }
    if (next == null) {
      begin();
    } else {
      connection.send(next);
    }
  }

  private void begin() {
    if (!round.begin()) {
      return;
    }
    began = System.nanoTime();
    try {
      connection.send(dialogue.begin());
    } catch (IOException ignored) {
      // Reading fails, too, and handles the failure.
    }
  }

  private void reconnect() {
    try {
      connection.close();
      connection = connect();
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not respond any more", e);
    }
  }

  private Connection connect() throws IOException {
    Connection opened = Connection.open(port);
    opened.channel().configureBlocking(false);
    opened.channel().register(selector, SelectionKey.OP_READ, this);
    return opened;
  }

  private static String describe(Response response) {
    String text = response.text();
    return "status %d: %s"
        .formatted(response.status(), text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS)));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
