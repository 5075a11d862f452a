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

  private static final int SERVERS = 8;

  @TempDir Path folder;

  @Test
  void are_long_and_differ() {
    Path data = folder.resolve("not/there/yet");
    new LocalSecrets(data).create();
    assertThat(new LocalSecrets(data).read().values())
        .containsOnlyKeys("SECRET_KEY", "ADMIN_TOKEN");
    assertThat(new LocalSecrets(data).read().values().values())
        .doesNotHaveDuplicates()
        .allMatch(secret -> secret.matches("[0-9a-f]{64}"));
  }

  @Test
  void only_their_owner_can_read_them() throws Exception {
    new LocalSecrets(folder).create();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.env"))))
        .isEqualTo("rw-------");
  }

  @Test
  void are_not_generated_again() {
    new LocalSecrets(folder).create();
    Source made = new LocalSecrets(folder).read();
    new LocalSecrets(folder).create();
    assertThat(new LocalSecrets(folder).read()).isEqualTo(made);
  }

  @RepeatedTest(50)
  void are_the_same_for_servers_that_start_at_the_same_time() throws Exception {
    CyclicBarrier start = new CyclicBarrier(SERVERS);
    Callable<Source> server =
        () -> {
          start.await();
          LocalSecrets secrets = new LocalSecrets(folder);
          secrets.create();
          return secrets.read();
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(SERVERS)) {
      List<Future<Source>> seen =
          Stream.generate(() -> threads.submit(server)).limit(SERVERS).toList();
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
