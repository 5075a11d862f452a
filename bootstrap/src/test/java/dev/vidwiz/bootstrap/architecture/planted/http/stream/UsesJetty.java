package dev.vidwiz.bootstrap.architecture.planted.http.stream;

import org.eclipse.jetty.server.Server;

/** Violation: uses Jetty outside of its package. */
public final class UsesJetty {
  public boolean isRunning(Server server) {
    return server.isRunning();
  }
}
