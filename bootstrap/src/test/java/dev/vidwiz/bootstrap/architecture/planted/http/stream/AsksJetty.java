package dev.vidwiz.bootstrap.architecture.planted.http.stream;

import org.eclipse.jetty.server.Server;

/** Against a server that is known outside of its package. */
public final class AsksJetty {
  public boolean isRunning(Server server) {
    return server.isRunning();
  }
}
