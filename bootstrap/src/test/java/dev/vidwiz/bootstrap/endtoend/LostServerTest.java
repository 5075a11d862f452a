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

/** What becomes of the work of a server that dies, or stops, in the middle of it. */
class LostServerTest {

  private static final String NOTE = "The singer promises that he is never going to give you up.";
  private static final String SUMMARY = "What the singer never does, in so many words. ".repeat(6);
  private static final String CAPTIONS =
      """
      {"events": [{"tStartMs": 42000, "dDurationMs": 2000, "segs": [{"utf8": "Never gonna"}]}]}
      """;

  /** As many as the AI worker does at once. */
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
  void what_a_dead_server_was_doing_is_done_by_others_once_its_leases_have_ended()
      throws Exception {
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
        endLeases();
        assertAllDoneOnce(VIDEOS + HELD);
      }
    }
  }

  @Test
  void what_a_server_that_stops_was_doing_is_given_back_uncounted() throws Exception {
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
   * Keeps a server that is alone busy: it fetches a transcript that does not come, and its AI
   * worker does all it can at once, without end.
   */
  private void keepBusy(Server server, Api user) throws InterruptedException {
    // A worker that has just started tries one video before it takes on others.
    user.chat(OnBothDatabases.newVideoId());
    awaitCount("SELECT count(*) FROM tasks WHERE status = 'completed'", 2);
    youTube.stalls(FakeYouTube.CAPTIONS);
    String video = OnBothDatabases.newVideoId();
    for (int i = 0; i < HELD; i++) {
      user.note(video, "").expect(201);
    }
    server.admin().transcript(video, "hello").expect(200);
    assertThat(allHeld.await(Program.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    awaitCount("SELECT count(*) FROM tasks WHERE status = 'completed'", 3);
    awaitCaptionsAskedFor(video);
    youTube.answers(FakeYouTube.CAPTIONS, CAPTIONS);
  }

  private void awaitCaptionsAskedFor(String video) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
    while (youTube.requests().stream()
        .noneMatch(
            request ->
                request.target().startsWith(FakeYouTube.CAPTIONS)
                    && request.target().contains(video))) {
      assertThat(System.nanoTime()).as("captions of " + video).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Makes the time pass for which a server may be silent; two minutes it is for AI jobs. */
  private void endLeases() {
    assertThat(database.query("SELECT max(available_at) < now() + interval '121 s' FROM outbox"))
        .containsExactly("t");
    database.update("UPDATE outbox SET available_at = now()");
    database.update(
        "UPDATE tasks SET started_at = now() - interval '1 hour' WHERE status = 'in_progress'");
  }

  /** The first answers never come, as long as their server lives. */
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
    // In this order: a task that is completed leaves jobs.
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
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
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
