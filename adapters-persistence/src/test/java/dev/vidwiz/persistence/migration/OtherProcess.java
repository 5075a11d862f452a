package dev.vidwiz.persistence.migration;

import static dev.vidwiz.application.storage.Samples.NOW;

import dev.vidwiz.application.Storage;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;

/** A program of its own that opens a SQLite file and writes to it. */
final class OtherProcess {

  static final VideoId VIDEO_ID = new VideoId("dQw4w9WgXcQ");

  private OtherProcess() {}

  public static void main(String[] arguments) {
    try (Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(Path.of(arguments[0])))) {
      storage.videos().ensure(VIDEO_ID, null, NOW);
    }
  }
}
