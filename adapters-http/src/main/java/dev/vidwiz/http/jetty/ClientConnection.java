package dev.vidwiz.http.jetty;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Tells whether the other end of a request's connection is still there. While a handler runs, Jetty
 * does not read from an HTTP/1.1 connection, so nothing tells it of a client that hangs up; only a
 * read does. What the read may find instead is the beginning of a pipelined request: it is put
 * back, and from then on nobody can see behind it. To be used by the request's thread, once the
 * body has been read whole or when there is none.
 */
public final class ClientConnection {

  private final EndPoint endPoint;
  private final Connection connection;
  private boolean hidden;

  private ClientConnection(Connection connection) {
    this.connection = connection;
    this.endPoint = connection.getEndPoint();
    this.hidden = !(connection instanceof Connection.UpgradeTo);
  }

  /** Returns the connection of a request. */
  public static ClientConnection of(Context ctx) {
    return new ClientConnection(
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection());
  }

  /** Breaks the connection off, so that nobody takes the answer for a whole one. */
  public void close() {
    endPoint.close();
  }

  /** Returns false when the client has certainly gone; one that only stopped sending counts so. */
  public boolean isOpen() {
    if (hidden) {
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
      hidden = true;
      reader.onUpgradeTo(next);
    }
    return true;
  }
}
