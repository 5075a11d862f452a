package dev.vidwiz.bench.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection from any address of this machine. For one virtual thread. */
final class HostileSocket implements AutoCloseable {

  private static final int RECEIVE_BUFFER = 4 << 10;

  private final Socket socket = new Socket();

  private HostileSocket() {}

  /** Connects from an address in 127.0.0.0/8. */
  static HostileSocket open(String from, int port) throws IOException {
    HostileSocket hostile = new HostileSocket();
    try {
      hostile.socket.setReceiveBufferSize(RECEIVE_BUFFER);
      hostile.socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      hostile.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return hostile;
    } catch (IOException e) {
      hostile.close();
      throw e;
    }
  }

  /** Sends the head of a request with JSON. */
  void sendHead(String target, String header, int length) throws IOException {
    send(
        """
        %s HTTP/1.1\r
        Host: bench\r
        %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(target, header, length)
            .getBytes(StandardCharsets.US_ASCII));
  }

  void send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Waits until the server ends the connection, or answers. */
  void awaitAnswer() throws IOException {
    socket.getInputStream().read();
  }

  /** Reads {@code size} bytes, then waits until the server ends the connection. */
  void readSlowly(int size) throws IOException {
    InputStream in = socket.getInputStream();
    in.readNBytes(size);
    while (in.read() >= 0) {
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the attack has ended", e);
    }
  }

  /** Sends bytes one at a time, until the server ends the connection. */
  void sendSlowly(byte[] bytes) throws IOException {
    for (byte each : bytes) {
      send(new byte[] {each});
      pause();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
