package dev.vidwiz.http.task;

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
 * back, and from then on nobody can see behind it. To be used by the request's thread, and only for
 * requests whose body is not read.
 */
final class WorkerConnection {

  private final EndPoint endPoint;
  private final Connection connection;
  private boolean hidden;

  private WorkerConnection(Connection connection) {
    this.connection = connection;
    this.endPoint = connection.getEndPoint();
    this.hidden = !(connection instanceof Connection.UpgradeTo);
  }

  static WorkerConnection of(Context ctx) {
    return new WorkerConnection(
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection());
  }

  /** Returns false when the client has certainly gone; one that only stopped sending counts so. */
  boolean isOpen() {
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
