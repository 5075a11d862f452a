package dev.vidwiz.bootstrap.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Tests on each kind of database that need a separate server. */
abstract class OnOwnServer extends OnBothDatabases {

  /** The working folder of the server. */
  static Path folder;

  @BeforeParameterizedClassInvocation
  static void start(ServerDatabase.Kind kind, @TempDir Path workingFolder) {
    folder = workingFolder;
    database = kind.create(folder);
    server = Server.start(folder, database.settings());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
    database.close();
  }
}
