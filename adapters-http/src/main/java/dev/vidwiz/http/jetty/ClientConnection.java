package dev.vidwiz.http.jetty;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Checks whether the client of a request is still connected. While a handler runs, Jetty does not
 * read from an HTTP/1.1 connection, so only a read here can detect a disconnect. The read may
 * return the first byte of a pipelined request. That byte is given back to Jetty, and disconnects
 * can no longer be detected. Used by the request's thread, after it has read the whole body.
 */
public final class ClientConnection {

  private final EndPoint endPoint;
  private final Connection connection;
  private boolean pipelined;

  private ClientConnection(Connection connection) {
    this.connection = connection;
    this.endPoint = connection.getEndPoint();
    this.pipelined = !(connection instanceof Connection.UpgradeTo);
  }

  /** Returns the connection of a request. */
  public static ClientConnection of(Context ctx) {
    return new ClientConnection(
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection());
  }

  /**
   * Closes the connection, so that the client does not take a partial response for a complete one.
   */
  public void close() {
    endPoint.close();
  }

  /** Returns false when the client has certainly disconnected, or closed its sending side. */
  public boolean isOpen() {
    if (pipelined) {
      return endPoint.isOpen();
    }
    ByteBuffer next = BufferUtil.allocate(1);
    try {
      if (endPoint.fill(next) < 0) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    if (next.hasRemaining() && connection instanceof Connection.UpgradeTo reader) {
      pipelined = true;
      reader.onUpgradeTo(next);
    }
    return true;
  }
}
