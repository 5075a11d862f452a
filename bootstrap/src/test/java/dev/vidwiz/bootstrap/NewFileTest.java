package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  @TempDir Path folder;

  @Test
  void gets_its_name_when_it_is_complete_and_is_readable_by_its_owner_only() throws IOException {
    Path file = folder.resolve("new");

    NewFile.write(
        file,
        part -> {
          assertThat(file).doesNotExist();
          assertThat(part).isEmptyFile().hasParent(folder);
          write(part, "half");
          assertThat(permissions(part)).isEqualTo("rw-------");
        });

    assertThat(file).hasContent("half");
    assertThat(permissions(file)).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void leaves_nothing_when_it_cannot_be_written() {
    assertThatExceptionOfType(CannotRun.class)
        .isThrownBy(
            () ->
                NewFile.write(
                    folder.resolve("new"),
                    part -> {
                      write(part, "half");
                      write(Path.of(part + "-wal"), "half");
                      throw new UncheckedIOException(new IOException("No space left on device"));
                    }))
        .withMessageContaining("No space left on device")
        .returns(ExitStatus.CANNOT_CREATE, CannotRun::status);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void does_not_replace_a_file_that_was_created_meanwhile() {
    Path file = folder.resolve("new");

    assertThatExceptionOfType(CannotRun.class)
        .isThrownBy(() -> NewFile.write(file, part -> write(file, "another's")))
        .withMessageContaining("not overwritten");

    assertThat(file).hasContent("another's");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
