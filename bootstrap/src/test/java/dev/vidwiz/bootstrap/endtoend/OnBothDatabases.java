package dev.vidwiz.bootstrap.endtoend;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that run on each kind of database, with one server for all tests of a class. */
@ParameterizedClass
@EnumSource(ServerDatabase.Kind.class)
abstract class OnBothDatabases {

  /** The working folder of the server. */
  static Path folder;

  static ServerDatabase database;
  static Server server;

  @Parameter ServerDatabase.Kind kind;

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

  /** Returns the id of a video that no other test knows. */
  static String newVideoId() {
    return UUID.randomUUID().toString().substring(0, 11);
  }
}
