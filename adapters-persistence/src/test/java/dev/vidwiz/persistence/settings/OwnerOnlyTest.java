package dev.vidwiz.persistence.settings;

import static dev.vidwiz.application.storage.Samples.addVideo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.persistence.JdbiStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerOnlyTest {

  @Test
  void nobody_else_can_read_a_new_database(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("new/data");
    try (Storage storage = JdbiStorage.open(new DatabaseSettings.Sqlite(data.resolve("v.db")))) {
      addVideo(storage);

      assertThat(rights(folder.resolve("new"))).isEqualTo("rwx------");
      assertThat(rights(data)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        List<Path> all = files.toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all).allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
      }
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
