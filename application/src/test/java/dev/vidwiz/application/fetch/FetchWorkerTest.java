package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.task.TaskReport;
import dev.vidwiz.application.task.TaskReport.Result;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FetchWorkerTest {

  private static final JsonText TRANSCRIPT = new JsonText("[]");
  private static final FetchedMetadata METADATA = new FetchedMetadata(new JsonText("{}"), null);

  private final Board board = new Board();
  private @Nullable FetchWorker worker;

  @AfterEach
  void stop() {
    if (worker != null) {
      worker.close();
    }
  }

  @Test
  void reports_what_it_fetched() throws InterruptedException {
    worker = new FetchWorker(board, videos(Map.of()));
    board.offer(TaskType.TRANSCRIPT, 1, "transcript1");
    assertThat(board.reports.take())
        .isEqualTo(report(1, "transcript1", new Result.Success(TRANSCRIPT, null)));
    board.offer(TaskType.METADATA, 2, "metadata-01");
    assertThat(board.reports.take())
        .isEqualTo(report(2, "metadata-01", new Result.Success(null, METADATA)));
  }

  @Test
  void tells_what_is_gone_from_what_cannot_be_had_now() throws InterruptedException {
    VideoSource videos =
        videos(
            Map.of(
                "private-vid", new Fetched.Gone<>("This video is private."),
                "blocked-vid", new Fetched.NotNow<>("429", Duration.ofMillis(1)),
                "live-video1", new Fetched.NotYet<>("live", Duration.ofHours(1)),
                "strange-vid", new Fetched.Broken<>("no player response")));
    worker = new FetchWorker(board, videos);
    board.offer(TaskType.TRANSCRIPT, 1, "private-vid");
    assertThat(board.reports.take().result())
        .isEqualTo(new Result.Failure("This video is private.", true, null));
    board.offer(TaskType.TRANSCRIPT, 2, "blocked-vid");
    assertThat(board.reports.take().result())
        .isEqualTo(new Result.Failure("429", false, Duration.ofMillis(1)));
    board.offer(TaskType.TRANSCRIPT, 3, "live-video1");
    assertThat(board.reports.take().result())
        .isEqualTo(new Result.Failure("live", false, Duration.ofHours(1)));
    board.offer(TaskType.TRANSCRIPT, 4, "strange-vid");
    assertThat(board.reports.take().result())
        .isEqualTo(new Result.Failure("no player response", false, null));
  }

  @Test
  void goes_on_with_other_videos_when_one_cannot_be_had_yet() throws InterruptedException {
    worker =
        new FetchWorker(
            board,
            videos(Map.of("live-video1", new Fetched.NotYet<>("live", Duration.ofHours(1)))));
    for (int id = 1; id <= 4; id++) {
      board.offer(TaskType.TRANSCRIPT, id, "live-video1");
      assertThat(board.reports.take().result())
          .isEqualTo(new Result.Failure("live", false, Duration.ofHours(1)));
    }

    board.offer(TaskType.TRANSCRIPT, 5, "transcript1");

    assertThat(board.reports.take().taskId()).isEqualTo(5);
  }

  @Test
  void pauses_when_the_source_keeps_it_out() throws InterruptedException {
    worker =
        new FetchWorker(
            board, videos(Map.of("blocked-vid", new Fetched.NotNow<>("429", Duration.ofHours(1)))));
    board.offer(TaskType.TRANSCRIPT, 1, "blocked-vid");
    board.offer(TaskType.TRANSCRIPT, 2, "blocked-vid");
    board.reports.take();
    board.reports.take();

    board.offer(TaskType.TRANSCRIPT, 3, "transcript1");
    board.offer(TaskType.METADATA, 4, "metadata-01");

    assertThat(board.reports.take().taskId()).isEqualTo(4);
    worker.close();
    assertThat(board.reports).isEmpty();
  }

  @Test
  void gives_back_what_it_is_fetching_when_it_is_closed() throws InterruptedException {
    CountDownLatch fetching = new CountDownLatch(1);
    VideoSource slow =
        new VideoSource() {
          @Override
          public Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException {
            fetching.countDown();
            new CountDownLatch(1).await();
            return new Fetched.Broken<>("never");
          }

          @Override
          public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) {
            return new Fetched.Broken<>("not asked for");
          }
        };
    worker = new FetchWorker(board, slow);
    board.offer(TaskType.TRANSCRIPT, 1, "slow-video1");
    fetching.await();

    worker.close();

    assertThat(board.reports.take().result())
        .isEqualTo(new Result.Failure("the worker was stopped", false, Duration.ZERO));
  }

  private static VideoSource videos(Map<String, Fetched<JsonText>> odd) {
    return new VideoSource() {
      @Override
      public Fetched<JsonText> fetchTranscript(VideoId videoId) {
        return odd.getOrDefault(videoId.value(), new Fetched.Found<>(TRANSCRIPT));
      }

      @Override
      public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) {
        return new Fetched.Found<>(METADATA);
      }
    };
  }

  private static TaskReport report(long id, String video, Result result) {
    return new TaskReport(id, new VideoId(video), null, 1, result);
  }

  /** Tasks that a test puts up, and what the worker says of them. */
  private static final class Board implements TaskSource {

    private final Map<TaskType, BlockingQueue<Assignment>> tasks =
        Map.of(
            TaskType.TRANSCRIPT, new LinkedBlockingQueue<>(),
            TaskType.METADATA, new LinkedBlockingQueue<>());
    private static final Assignment NONE = new Assignment(0, new VideoId("no-video-01"), 0);

    private final BlockingQueue<TaskReport> reports = new LinkedBlockingQueue<>();

    private void offer(TaskType type, long id, String video) {
      tasks.get(type).add(new Assignment(id, new VideoId(video), 1));
    }

    @Override
    public Optional<Assignment> take(TaskType type, Duration patience) throws InterruptedException {
      return Optional.ofNullable(tasks.get(type).poll(patience.toMillis(), TimeUnit.MILLISECONDS))
          .filter(task -> !task.equals(NONE));
    }

    @Override
    public void close() {
      tasks.values().forEach(queue -> queue.add(NONE));
      tasks.values().forEach(queue -> queue.add(NONE));
    }

    @Override
    public void report(TaskReport report) {
      reports.add(report);
    }
  }
}
