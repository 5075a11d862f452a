package dev.vidwiz.bootstrap.endtoend;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * Tests on each kind of database that can do with a server that others use, too: before them and
 * after them, never at the same time. It may hold whatever they left.
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
