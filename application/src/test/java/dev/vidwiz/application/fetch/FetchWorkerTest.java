package dev.vidwiz.application.fetch;

import static dev.vidwiz.domain.task.TaskType.METADATA;
import static dev.vidwiz.domain.task.TaskType.TRANSCRIPT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.fetch.Fetched.NotYet.Cause;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FetchWorkerTest {

  private static final String BLOCKED_SENTENCE =
      "YouTube is refusing this server at the moment; next try at 12:16 UTC.";

  private final ScriptedTaskSource board = new ScriptedTaskSource();
  private final ScriptedVideos videos = new ScriptedVideos();
  private final SettableClock clock = new SettableClock();
  private @Nullable FetchWorker worker;

  @AfterEach
  void stop() {
    if (worker != null) {
      worker.close();
    }
  }

  @Test
  void reports_what_it_fetched() throws InterruptedException {
    start(FetchSettings.DEFAULTS);
    board.offer(TRANSCRIPT, 1, "transcript1");
    assertThat(board.report())
        .isEqualTo(report(1, "transcript1", new Result.Success(ScriptedVideos.TRANSCRIPT, null)));
    board.offer(METADATA, 2, "metadata-01");
    assertThat(board.report())
        .isEqualTo(report(2, "metadata-01", new Result.Success(null, ScriptedVideos.METADATA)));
  }

  @Test
  void distinguishes_gone_from_not_yet_available() throws InterruptedException {
    videos.answers("private-vid", new Fetched.Gone<>("This video is private."));
    videos.answers("live-video1", new Fetched.NotYet<>(Cause.LIVE, null, "android: live"));
    videos.answers("strange-vid", new Fetched.Withheld<>("android: empty"));
    start(FetchSettings.DEFAULTS);

    assertThat(resultOf("private-vid"))
        .isEqualTo(new Result.Failure("This video is private.", true, null));
    assertThat(resultOf("live-video1"))
        .isEqualTo(
            new Result.Failure(
                "android: live",
                "The transcript of a live video is made after its end; next try at 13:01 UTC.",
                false,
                Duration.ofHours(1),
                false));
    assertThat(resultOf("strange-vid"))
        .isEqualTo(
            new Result.Failure(
                "android: empty",
                "YouTube is withholding the transcript of this video at the moment; next try at"
                    + " 12:16 UTC.",
                false,
                Duration.ofMinutes(15),
                false));
    assertThat(resultOf("transcript1")).isInstanceOf(Result.Success.class);
  }

  @Test
  void retries_a_video_later_after_each_postponement() throws InterruptedException {
    videos.answers("strange-vid", new Fetched.Withheld<>("android: empty"));
    start(FetchSettings.DEFAULTS);

    board.offer(TRANSCRIPT, new Assignment(1, new VideoId("strange-vid"), 1, null, 3, false));

    assertThat(((Result.Failure) board.report().result()).retryAfter())
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void parks_every_task_while_the_source_refuses_it() throws InterruptedException {
    videos.answers("blocked-vid", new Fetched.Blocked<>("android: 429", null));
    start(FetchSettings.DEFAULTS);
    assertThat(resultOf("blocked-vid")).isEqualTo(parked("android: 429"));

    assertThat(resultOf("transcript1")).isEqualTo(parked("the worker rests: android: 429"));
    board.offer(METADATA, 2, "metadata-01");
    assertThat(board.report().result()).isEqualTo(parked("the worker rests: android: 429"));

    assertThat(videos.fetched()).containsExactly("blocked-vid");
    assertThat(worker.state().kind()).isEqualTo(Kind.BLOCKED);
    assertThat(worker.state().nextTry()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void parks_tasks_for_a_shorter_time_when_the_source_cannot_be_reached()
      throws InterruptedException {
    videos.answers("unreachable", new Fetched.Unreachable<>("no route"));
    start(FetchSettings.DEFAULTS);

    assertThat(resultOf("unreachable"))
        .isEqualTo(
            new Result.Failure(
                "no route",
                "YouTube cannot be reached at the moment; next try at 12:02 UTC.",
                false,
                Duration.ofMinutes(1),
                true));
    assertThat(worker.state().kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void fetches_all_parked_tasks_after_the_rest() throws InterruptedException {
    videos.answers("blocked-vid", new Fetched.Blocked<>("android: 429", null));
    start(FetchSettings.DEFAULTS);
    assertThat(board.resumption()).isTrue();
    resultOf("blocked-vid");
    clock.advance(Duration.ofMinutes(15));

    assertThat(resultOf("transcript1")).isInstanceOf(Result.Success.class);

    assertThat(board.resumption()).isTrue();
    assertThat(worker.state().kind()).isEqualTo(Kind.WORKING);
  }

  @Test
  void resumes_parked_tasks_after_its_start() throws InterruptedException {
    board.isAway(true);
    start(FetchSettings.DEFAULTS);
    assertThat(board.resumption()).isFalse();
    board.isAway(false);

    boolean resumed = board.resumption();
    while (!resumed) {
      resumed = board.resumption();
    }

    assertThat(resultOf("transcript1")).isInstanceOf(Result.Success.class);
    assertThat(board.resumptions()).isZero();
  }

  @Test
  void many_threads_make_one_attempt_at_a_source_that_refuses_them() throws InterruptedException {
    int tasks = 50;
    for (int id = 0; id < tasks; id++) {
      String video = "blocked-%03d".formatted(id);
      videos.answers(video, new Fetched.Blocked<>("android: 429", null));
      board.offer(TRANSCRIPT, id, video);
    }
    start(new FetchSettings(8, 250));

    Set<String> sentences = new HashSet<>();
    for (int i = 0; i < tasks; i++) {
      sentences.add(((Result.Failure) board.report().result()).sentence());
    }

    assertThat(sentences).containsExactly(BLOCKED_SENTENCE);
    assertThat(videos.fetched()).hasSize(1);
  }

  @Test
  void an_operator_retry_is_permitted_during_a_rest() throws InterruptedException {
    videos.answers("blocked-vid", new Fetched.Blocked<>("android: 429", null));
    start(FetchSettings.DEFAULTS);
    resultOf("blocked-vid");

    board.offer(TRANSCRIPT, new Assignment(2, new VideoId("transcript1"), 1, null, 0, true));

    assertThat(board.report().result()).isInstanceOf(Result.Success.class);
    assertThat(resultOf("transcript2")).isInstanceOf(Result.Success.class);
  }

  @Test
  void fetches_no_more_transcripts_per_hour_than_its_limit() throws InterruptedException {
    start(new FetchSettings(2, 1));
    resultOf("transcript1");

    board.offer(TRANSCRIPT, 2, "transcript2");
    board.offer(METADATA, 3, "metadata-01");
    assertThat(board.report().taskId()).isEqualTo(3);
    assertThat(board.waiting(TRANSCRIPT)).isEqualTo(1);
    clock.advance(Duration.ofHours(1));

    assertThat(board.report().taskId()).isEqualTo(2);
  }

  @Test
  void parked_tasks_are_not_counted_as_attempts() throws InterruptedException {
    videos.answers("blocked-vid", new Fetched.Blocked<>("android: 429", null));
    start(new FetchSettings(1, 2));
    for (int i = 0; i < 5; i++) {
      resultOf("blocked-vid");
    }
    clock.advance(Duration.ofMinutes(15));

    assertThat(resultOf("transcript1")).isInstanceOf(Result.Success.class);
    board.offer(TRANSCRIPT, 2, "transcript2");
    board.offer(METADATA, 3, "metadata-01");

    assertThat(board.report().taskId()).isEqualTo(3);
    assertThat(board.waiting(TRANSCRIPT)).isEqualTo(1);
  }

  @Test
  void gives_back_tasks_in_progress_when_it_is_closed() throws InterruptedException {
    CountDownLatch fetching = new CountDownLatch(1);
    VideoSource slow =
        new VideoSource() {
          @Override
          public Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException {
            fetching.countDown();
            new CountDownLatch(1).await();
            return new Fetched.Withheld<>("never");
          }

          @Override
          public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) {
            return new Fetched.Withheld<>("not asked for");
          }
        };
    worker = new FetchWorker(board, slow, FetchSettings.DEFAULTS, clock, () -> 0);
    board.offer(TRANSCRIPT, 1, "slow-video1");
    fetching.await();

    worker.close();

    assertThat(board.report().result())
        .isEqualTo(new Result.Failure("the worker was stopped", null, false, Duration.ZERO, true));
    assertThat(board.reports()).isZero();
  }

  private void start(FetchSettings settings) {
    worker = new FetchWorker(board, videos, settings, clock, () -> 0);
  }

  private Result resultOf(String video) throws InterruptedException {
    board.offer(TRANSCRIPT, 1, video);
    return board.report().result();
  }

  private static Result parked(String reason) {
    return new Result.Failure(reason, BLOCKED_SENTENCE, false, Duration.ofMinutes(15), true);
  }

  private static TaskReport report(long id, String video, Result result) {
    return new TaskReport(id, new VideoId(video), null, 1, null, result);
  }
}
