package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers are restarted one after the other, while clients and workers keep sending requests.
 */
class RollingRestartTest {

  private static final int OF_EACH_KIND = 3;

  /** The number of requests that are answered before, between and after the restarts. */
  private static final int STEADY = 150;

  @TempDir Path folder;

  private final ServerDatabase database = ServerDatabase.Kind.POSTGRESQL.create(Path.of("unused"));
  private final List<Integer> ports = List.of(freePort(), freePort());
  private final List<Server> servers = new ArrayList<>();
  private final Semaphore answered = new Semaphore(0);
  private final AtomicInteger notes = new AtomicInteger();
  private final AtomicInteger results = new AtomicInteger();
  private volatile boolean over;
  private Api user;
  private String ready;
  private String pending;

  /** The request that one client repeats. */
  private interface Loop {
    void once(FailoverClient client) throws IOException;
  }

  @BeforeEach
  void start() {
    ports.forEach(port -> servers.add(start(port)));
    user = servers.getFirst().api().newUser();
    Api admin = servers.getFirst().admin();
    ready = OnBothDatabases.newVideoId();
    admin.transcript(ready, "hello").expect(200);
    String video = "/v2/internal/videos/" + ready;
    admin.post(video + "/metadata", "{\"metadata\": {\"title\": \"A title\"}}").expect(200);
    admin.post(video + "/summary", "{\"summary\": \"In short.\"}").expect(200);
    pending = OnBothDatabases.newVideoId();
    admin.post("/v2/internal/videos/" + pending + "/summary", "{\"summary\": \"So.\"}").expect(200);
  }

  @AfterEach
  void stop() {
    over = true;
    servers.forEach(Server::close);
    database.close();
  }

  @Test
  void no_request_fails() throws Exception {
    List<Future<?>> loops = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int i = 0; i < OF_EACH_KIND; i++) {
          loops.add(begin(clients, i, user, this::read));
          loops.add(begin(clients, i, user, this::write));
          loops.add(begin(clients, i, user, this::watch));
          loops.add(begin(clients, i, user, this::watchPending));
          loops.add(begin(clients, i, servers.getFirst().admin(), this::work));
        }
        restartEach(loops);
      } finally {
        over = true;
        complete(pending);
      }
    }

    for (Future<?> loop : loops) {
      loop.get();
    }
    assertThat(database.query("SELECT count(*) FROM notes")).containsExactly(notes.toString());
    assertThat(
            database.query(
                """
                SELECT status, retry_count, count(*) FROM tasks
                WHERE task_type = 'fetch_metadata' AND status <> 'pending'
                GROUP BY status, retry_count\
                """))
        .containsExactly("completed 1 " + results);
  }

  private void restartEach(List<Future<?>> loops) throws InterruptedException {
    awaitSteadyLoad(loops);
    for (int i = 0; i < servers.size(); i++) {
      servers.get(i).program().terminate();
      assertThat(servers.get(i).program().exitStatus()).isZero();
      servers.set(i, start(ports.get(i)));
      awaitSteadyLoad(loops);
    }
  }

  private void read(FailoverClient client) throws IOException {
    expect(200, client.get("/v2/videos/" + ready + "/notes"));
  }

  private void write(FailoverClient client) throws IOException {
    String path = "/v2/videos/" + OnBothDatabases.newVideoId() + "/notes";
    expect(201, client.post(path, "{\"timestamp\": \"0:42\", \"text\": \"note\"}"));
    notes.incrementAndGet();
  }

  private void watch(FailoverClient client) throws IOException {
    assertThat(expect(200, client.get("/v2/videos/" + ready + "/stream"))).contains("\"done\"");
  }

  /** Without a change, the stream ends when its server stops. */
  private void watchPending(FailoverClient client) throws IOException {
    assertThat(expect(200, client.get("/v2/videos/" + pending + "/stream"))).contains("snapshot");
  }

  private void work(FailoverClient client) throws IOException {
    FailoverClient.Answer answer = client.get("/v2/internal/tasks?type=metadata&timeout=1");
    if (answer.status() == 204) {
      return;
    }
    JsonNode task = Api.json(expect(200, answer));
    expect(
        200,
        client.post(
            "/v2/internal/tasks/" + task.get("task_id") + "/result",
            "{\"video_id\": %s, \"success\": true, \"metadata\": {}}"
                .formatted(task.get("task_details").get("video_id"))));
    results.incrementAndGet();
  }

  private Future<?> begin(ExecutorService clients, int first, Api caller, Loop loop) {
    return clients.submit(
        () -> {
          try (FailoverClient client =
              new FailoverClient(ports, first % ports.size(), caller.credentials())) {
            while (!over) {
              loop.once(client);
              answered.release();
            }
          }
          return null;
        });
  }

  private void awaitSteadyLoad(List<Future<?>> loops) throws InterruptedException {
    answered.drainPermits();
    boolean steady = answered.tryAcquire(STEADY, Program.TIMEOUT_SECONDS, TimeUnit.SECONDS);
    for (Future<?> loop : loops) {
      assertThat(loop)
          .as(() -> loop.state() == Future.State.FAILED ? loop.exceptionNow().toString() : "")
          .isNotDone();
    }
    assertThat(steady).isTrue();
  }

  private void complete(String video) {
    Api admin = servers.getFirst().admin();
    admin.transcript(video, "hello").expect(200);
    admin
        .post("/v2/internal/videos/" + video + "/metadata", "{\"metadata\": {\"title\": \"Now\"}}")
        .expect(200);
  }

  private Server start(int port) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORT", String.valueOf(port));
    return Server.start(folder, settings);
  }

  private static String expect(int status, FailoverClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
