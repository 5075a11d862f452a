package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import dev.vidwiz.youtube.FakeYouTube;
import dev.vidwiz.youtube.PageBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In-flight work of a server that is killed or stopped. */
class LostServerTest {

  private static final String NOTE = "The singer promises that he is never going to give you up.";
  private static final String SUMMARY = "What the singer never does, in so many words. ".repeat(6);
  private static final String CAPTIONS =
      """
      {"events": [{"tStartMs": 42000, "dDurationMs": 2000, "segs": [{"utf8": "Never gonna"}]}]}
      """;

  /** The number of jobs that the AI worker does at the same time. */
  private static final int HELD = 4;

  private static final int VIDEOS = 12;

  @TempDir Path folder;

  private final AtomicInteger notesAsked = new AtomicInteger();
  private final CountDownLatch allHeld = new CountDownLatch(HELD);
  private final FakeLlmServer llm = FakeLlmServer.start(this::write);
  private final FakeYouTube youTube = new FakeYouTube();
  private ServerDatabase database;
  private List<String> videos;

  @BeforeEach
  void prepare() {
    database = ServerDatabase.Kind.POSTGRESQL.create(folder);
    videos = Stream.generate(OnBothDatabases::newVideoId).limit(VIDEOS).toList();
    youTube
        .answers(FakeYouTube.WATCH, PageBuilder.playable().track("en").html())
        .answers(FakeYouTube.CAPTIONS, CAPTIONS);
  }

  @AfterEach
  void close() throws Exception {
    database.close();
    youTube.close();
    llm.close();
  }

  @Test
  void work_of_a_killed_server_is_done_by_others_after_its_leases_expire() throws Exception {
    try (Server dying = start()) {
      Api user = dying.api().newUser();
      keepBusy(dying, user);
      List<Server> others = Crowd.of(2, number -> start());
      try (Server second = others.get(0);
          Server third = others.get(1)) {
        Crowd.of(VIDEOS, n -> user.at(n % 2 == 0 ? second : third).note(videos.get(n), ""));
        dying.program().kill();

        awaitCount("SELECT count(*) FROM tasks WHERE status = 'pending'", 0);
        awaitCount("SELECT count(*) FROM outbox", HELD);
        expireLeases();
        assertAllDoneOnce(VIDEOS + HELD);
      }
    }
  }

  @Test
  void work_of_a_stopped_server_is_given_back_without_a_counted_attempt() throws Exception {
    try (Server stopping = start()) {
      keepBusy(stopping, stopping.api().newUser());

      stopping.program().terminate();
      assertThat(stopping.program().exitStatus()).isZero();
    }
    assertThat(database.query("SELECT status, retry_count FROM tasks WHERE status <> 'completed'"))
        .containsExactly("pending 0");
    assertThat(
            database.query(
                """
                SELECT count(*), max(attempts), max(available_at) <= now() FROM outbox
                WHERE kind = 'ai_note'\
                """))
        .containsExactly(HELD + " 0 t");

    try (Server next = start()) {
      assertThat(next.port()).isPositive();
      assertAllDoneOnce(HELD);
    }
  }

  /**
   * Keeps a single server busy: it fetches a transcript that never arrives, and all jobs of its AI
   * worker wait for the model.
   */
  private void keepBusy(Server server, Api user) throws InterruptedException {
    // A worker that has just started fetches one video before it claims others.
    user.chat(OnBothDatabases.newVideoId());
    awaitCount("SELECT count(*) FROM tasks WHERE status = 'completed'", 2);
    youTube.stalls(FakeYouTube.CAPTIONS);
    String video = OnBothDatabases.newVideoId();
    for (int i = 0; i < HELD; i++) {
      user.note(video, "").expect(201);
    }
    server.admin().transcript(video, "hello").expect(200);
    assertThat(allHeld.await(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    awaitCount("SELECT count(*) FROM tasks WHERE status = 'completed'", 3);
    awaitCaptionsAskedFor(video);
    youTube.answers(FakeYouTube.CAPTIONS, CAPTIONS);
  }

  private void awaitCaptionsAskedFor(String video) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    while (youTube.requests().stream()
        .noneMatch(
            request ->
                request.target().startsWith(FakeYouTube.CAPTIONS)
                    && request.target().contains(video))) {
      assertThat(System.nanoTime()).as("captions of " + video).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Makes the leases expire; those of AI jobs last two minutes. */
  private void expireLeases() {
    assertThat(database.query("SELECT max(available_at) < now() + interval '121 s' FROM outbox"))
        .containsExactly("t");
    database.update("UPDATE outbox SET available_at = now()");
    database.update(
        "UPDATE tasks SET started_at = now() - interval '1 hour' WHERE status = 'in_progress'");
  }

  /** The first answers never arrive. */
  private FakeReply write(FakeLlmServer.Request request) {
    boolean summary = request.body().contains("Summarize");
    if (!summary && notesAsked.incrementAndGet() <= HELD) {
      return FakeReply.nothing().open(allHeld).silence();
    }
    return FakeReply.json(
        """
        {"choices": [{"message": {"content": "%s"}, "finish_reason": "stop"}]}\
        """
            .formatted(summary ? SUMMARY : NOTE));
  }

  private void assertAllDoneOnce(int notes) {
    // In this order, because a completed task creates jobs.
    awaitCount("SELECT count(*) FROM tasks WHERE status <> 'completed'", 0);
    awaitCount("SELECT count(*) FROM outbox", 0);
    assertThat(database.query("SELECT text, generated_by_ai, count(*) FROM notes GROUP BY 1, 2"))
        .containsExactly(NOTE + " t " + notes);
    assertThat(database.query("SELECT count(*) FROM videos WHERE summary IS NULL"))
        .containsExactly("0");
    assertThat(
            database.query("SELECT 1 FROM tasks GROUP BY task_type, video_id HAVING count(*) > 1"))
        .isEmpty();
  }

  private void awaitCount(String query, int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    List<String> found = database.query(query);
    while (!found.equals(List.of(String.valueOf(count)))) {
      assertThat(System.nanoTime()).as(query + ": " + found).isLessThan(end);
      found = database.query(query);
    }
  }

  private Server start() {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("WORKERS", "builtin");
    settings.put("AI_NOTES_DEFAULT", "true");
    settings.put("YOUTUBE_BASE_URL", youTube.url().toString());
    settings.put("OPENROUTER_BASE_URL", llm.baseUrl().toString());
    return Server.start(folder, settings);
  }
}
