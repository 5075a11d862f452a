package dev.vidwiz.bootstrap.endtoend;

import java.util.UUID;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that run on each kind of database. */
@ParameterizedClass
@EnumSource(ServerDatabase.Kind.class)
abstract class OnBothDatabases {

  static ServerDatabase database;
  static Server server;

  @Parameter ServerDatabase.Kind kind;

  /** Returns a new video id. */
  static String newVideoId() {
    return UUID.randomUUID().toString().substring(0, 11);
  }
}
