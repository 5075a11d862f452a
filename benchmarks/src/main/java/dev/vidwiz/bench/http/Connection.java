package dev.vidwiz.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A persistent connection, with one request at a time. For one thread. */
public final class Connection implements AutoCloseable {

  private final SocketChannel channel;
  private final ResponseReader reader = new ResponseReader();

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  /** Connects to a port of this machine. */
  public static Connection open(int port) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new Connection(channel);
  }

  /** Returns the channel, for registration with a selector. */
  public SocketChannel channel() {
    return channel;
  }

  /** Returns the last response. */
  public Response response() {
    return reader.response();
  }

  /** Sends a request, which must fit into the buffer of the socket. */
  public void send(byte[] request) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /**
   * Reads the available bytes.
   *
   * @param in an empty buffer for the bytes
   * @return whether a response is complete
   * @throws EOFException when the server has closed the connection
   */
  public boolean receive(ByteBuffer in) throws IOException {
    in.clear();
    if (channel.read(in) < 0) {
      throw new EOFException("the server has closed the connection");
    }
    return reader.read(in.flip());
  }

  /** Sends a request and waits for its response. */
  public Response call(byte[] request) throws IOException {
    send(request);
    return await();
  }

  /** Waits for the response to the last request. */
  public Response await() throws IOException {
    ByteBuffer in = ByteBuffer.allocate(16 << 10);
    while (!receive(in)) {}
    return response();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
