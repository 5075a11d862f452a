package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bootstrap.metrics.Scrape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thousands of open streams and waiting workers on one server. */
class ManyWaitersTest extends OnOwnServer {

  private static final int STREAMS = 2_000;
  private static final int POLLERS_OF_A_TYPE = 1_000;
  private static final int GROUP = 100;
  private static final int NEW_VIDEOS = 5;

  private final List<HeldRequest> open = new ArrayList<>();

  @AfterEach
  void closeAll() {
    open.forEach(HeldRequest::close);
  }

  @Test
  void a_change_reaches_every_stream_and_a_new_task_one_worker() throws Exception {
    Api user = server.api().newUser();
    String watched = newVideoId();
    server.admin().post("/v2/internal/videos/" + watched + "/metadata", "{\"metadata\": {}}");
    List<HeldRequest> workers = hold(2 * POLLERS_OF_A_TYPE, ManyWaitersTest::poll);
    BlockingQueue<HeldRequest> answered = new ArrayBlockingQueue<>(workers.size());
    workers.forEach(worker -> worker.whenAnswered(() -> answered.add(worker)));
    List<HeldRequest> streams =
        hold(STREAMS, number -> user.hold("/v2/videos/" + watched + "/stream"));
    streams.forEach(stream -> assertThat(stream.next()).contains("\"snapshot\""));

    server
        .admin()
        .post("/v2/internal/videos/" + watched + "/summary", "{\"summary\": \"In short.\"}")
        .expect(200);
    streams.forEach(stream -> assertThat(stream.next()).contains("\"update\"", "In short."));

    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < NEW_VIDEOS; i++) {
      user.note(newVideoId(), "note").expect(201);
      tasks.add(next(answered).next());
      tasks.add(next(answered).next());
    }
    user.get("/v2/users/me").expect(200);
    assertThat(tasks).doesNotHaveDuplicates().allMatch(task -> task.contains("\"task_id\""));

    server
        .admin()
        .post("/v2/internal/videos/" + watched + "/transcript", "{\"transcript\": []}")
        .expect(200);
    for (HeldRequest stream : streams) {
      assertThat(stream.next()).contains("\"update\"");
      assertThat(stream.next()).contains("\"done\"");
      assertThat(stream.hasEnded()).isTrue();
    }

    server.program().terminate();
    List<Integer> statuses = new ArrayList<>();
    for (HeldRequest worker : workers) {
      statuses.add(worker.status().get(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS));
    }
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(2 * NEW_VIDEOS);
    assertThat(statuses).filteredOn(status -> status == 204).hasSize(workers.size() - tasks.size());
    assertThat(server.program().exitStatus()).isZero();
  }

  /**
   * Polls. After each group, waits until all workers wait, so that not all start at the same time.
   */
  private static HeldRequest poll(int number) {
    String type = number % 2 == 0 ? "transcript" : "metadata";
    HeldRequest worker = server.admin().hold("/v2/internal/tasks?timeout=60&type=" + type);
    if ((number + 1) % GROUP == 0) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
      while (Math.rint(waiting()) != number + 1) {
        assertThat(System.nanoTime()).isLessThan(end);
      }
    }
    return worker;
  }

  private static double waiting() {
    Scrape scrape = Scrape.of(server.admin().get("/v2/internal/metrics").text());
    return scrape.value("vidwiz_task_waiting_workers");
  }

  private List<HeldRequest> hold(int count, IntFunction<HeldRequest> opening) {
    List<HeldRequest> held = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      HeldRequest request = opening.apply(i);
      open.add(request);
      held.add(request);
    }
    return held;
  }

  private static HeldRequest next(BlockingQueue<HeldRequest> answered) throws Exception {
    HeldRequest worker = answered.poll(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertThat(worker).as("a worker that got a task").isNotNull();
    return worker;
  }
}
