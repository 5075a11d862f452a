package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bootstrap.settings.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

  private static final int AT_ONCE = 8;

  @TempDir Path folder;

  @Test
  void are_long_and_differ() {
    Path data = folder.resolve("not/there/yet");
    new LocalSecrets(data).make();
    assertThat(new LocalSecrets(data).read().values())
        .containsOnlyKeys("SECRET_KEY", "ADMIN_TOKEN");
    assertThat(new LocalSecrets(data).read().values().values())
        .doesNotHaveDuplicates()
        .allMatch(secret -> secret.matches("[0-9a-f]{64}"));
  }

  @Test
  void can_be_read_by_their_owner_alone() throws Exception {
    new LocalSecrets(folder).make();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.env"))))
        .isEqualTo("rw-------");
  }

  @Test
  void are_not_made_again() {
    new LocalSecrets(folder).make();
    Source made = new LocalSecrets(folder).read();
    new LocalSecrets(folder).make();
    assertThat(new LocalSecrets(folder).read()).isEqualTo(made);
  }

  @RepeatedTest(50)
  void are_the_same_for_all_who_make_them_at_once() throws Exception {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    Callable<Source> server =
        () -> {
          start.await();
          LocalSecrets secrets = new LocalSecrets(folder);
          secrets.make();
          return secrets.read();
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Source>> seen =
          Stream.generate(() -> threads.submit(server)).limit(AT_ONCE).toList();
      for (Future<Source> source : seen) {
        assertThat(source.get()).isEqualTo(seen.getFirst().get());
        assertThat(source.get().values()).hasSize(2);
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("secrets.env"));
    }
  }
}
