package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest {

  private static final int WRITERS = 16;
  private static final int NOTES_BEFORE_THE_CRASH = 400;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void acknowledged_notes_and_their_tasks_survive_a_crash(ServerDatabase.Kind kind)
      throws Exception {
    try (ServerDatabase database = kind.create(folder)) {
      crash(database);
    }
  }

  private void crash(ServerDatabase database) throws Exception {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    Api user;
    JsonNode claimed;
    try (Server server = Server.start(folder, database.settings())) {
      user = server.api().newUser();
      String first = OnBothDatabases.newVideoId();
      user.note(first, "note").expect(201);
      acknowledged.add(first);
      claimed = server.admin().poll("transcript", 1).expect(200);
      killUnderLoad(server, user, acknowledged);
    }
    expireLeases(database);

    try (Server server = Server.start(folder, database.settings())) {
      Api again = user.at(server);
      for (String video : acknowledged) {
        assertThat(again.get("/v2/videos/" + video + "/notes").expect(200)).hasSize(1);
      }
      claimAll(server.admin(), "metadata", acknowledged);
      Map<String, JsonNode> transcripts = claimAll(server.admin(), "transcript", acknowledged);
      JsonNode secondAttempt = transcripts.get(videoOf(claimed));
      assertThat(secondAttempt.get("task_id")).isEqualTo(claimed.get("task_id"));
      assertThat(secondAttempt.get("retry_count").intValue()).isEqualTo(2);
    }
  }

  private static void killUnderLoad(Server server, Api user, Queue<String> acknowledged)
      throws Exception {
    CountDownLatch enough = new CountDownLatch(NOTES_BEFORE_THE_CRASH);
    Thread killer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    assertThat(enough.await(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  } finally {
                    server.program().kill();
                  }
                });
    Crowd.of(WRITERS, number -> writeUntilItFails(user, acknowledged, enough));
    killer.join();
    assertThat(acknowledged).hasSizeGreaterThan(NOTES_BEFORE_THE_CRASH);
  }

  private static int writeUntilItFails(
      Api user, Queue<String> acknowledged, CountDownLatch enough) {
    try {
      while (true) {
        String video = OnBothDatabases.newVideoId();
        user.note(video, "note").expect(201);
        acknowledged.add(video);
        enough.countDown();
      }
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  /** Makes the leases of the tasks expire. */
  private static void expireLeases(ServerDatabase database) {
    assertThat(
            database.update(
                """
                UPDATE tasks SET started_at = '2020-01-01 00:00:00'
                WHERE status = 'in_progress'\
                """))
        .isEqualTo(1);
  }

  /** Claims tasks until there was one for each video. */
  private static Map<String, JsonNode> claimAll(Api admin, String type, Collection<String> videos) {
    Map<String, JsonNode> tasks = new HashMap<>();
    while (!tasks.keySet().containsAll(videos)) {
      JsonNode task = admin.poll(type, 30).expect(200);
      tasks.put(videoOf(task), task);
    }
    return tasks;
  }

  private static String videoOf(JsonNode task) {
    return task.get("task_details").get("video_id").textValue();
  }
}
