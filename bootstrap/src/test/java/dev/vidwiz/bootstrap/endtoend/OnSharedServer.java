package dev.vidwiz.bootstrap.endtoend;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * Tests on each kind of database that share a server with other classes, one class at a time. It
 * may contain data of earlier classes.
 */
@ExtendWith(SharedServers.Resolver.class)
abstract class OnSharedServer extends OnBothDatabases {

  @BeforeParameterizedClassInvocation
  static void start(ServerDatabase.Kind kind, SharedServers servers) {
    SharedServers.Shared shared = servers.of(kind);
    database = shared.database();
    server = shared.server();
  }
}
