package dev.vidwiz.application.worker;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.SubmitTaskResult.Outcome;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@link SubmitTaskResult} does with metadata on every storage, be it in steps or by way of a
 * {@link MetadataFastPath}, which has to know the same rules.
 */
public abstract class MetadataResultsContract extends StorageContract {

  private static final Instant LATER = NOW.plusSeconds(5);
  private static final FetchedMetadata METADATA =
      new FetchedMetadata(new JsonText("{\"title\":\"Found\"}"), new Title("Found"));
  private static final Result SUCCESS = Result.Success.of(METADATA);

  private final VideoId videoId = newVideoId();
  private final List<Signal> signals = new CopyOnWriteArrayList<>();
  private SubmitTaskResult submit;

  @BeforeEach
  final void listen() {
    submit = TestUseCases.over(storage, () -> LATER).submitTaskResult;
    storage.signals().subscribe(signals::add);
  }

  @Test
  void completes_the_task_and_stores_the_metadata() {
    Task task = claimed(TaskType.METADATA, null);

    Outcome outcome = submit(task, null, 1);

    Task completed = storage.tasks().find(task.id()).orElseThrow();
    assertThat(outcome).isEqualTo(new Outcome.Recorded(completed));
    assertThat(completed).isEqualTo(task.completed(LATER));
    assertThat(video().metadata()).isEqualTo(METADATA.document());
    assertThat(video().title()).isEqualTo("Found");
    assertThat(video().updatedAt()).isEqualTo(LATER);
    assertThat(signals).contains(new Signal.VideoChanged(videoId));
  }

  @Test
  void keeps_an_existing_title() {
    storage.videos().ensure(videoId, new Title("Mine"), NOW);

    submit(claimed(TaskType.METADATA, null), null, 1);

    assertThat(video().title()).isEqualTo("Mine");
    assertThat(video().metadata()).isEqualTo(METADATA.document());
  }

  @Test
  void accepts_a_report_of_the_user_who_claimed_the_task() {
    Task task = claimed(TaskType.METADATA, 7L);
    storage.videos().addRequester(videoId, new Requester.User(7));

    assertThat(submit(task, 8L, 1)).isEqualTo(new Outcome.OtherWorkersTask());
    assertThat(submit(task, null, 1)).isEqualTo(new Outcome.OtherWorkersTask());
    assertThat(video().metadata()).isNull();
    assertThat(submit(task, 7L, 1)).isInstanceOf(Outcome.Recorded.class);
    assertThat(storage.tasks().find(task.id())).map(Task::workerUserId).contains(7L);
  }

  @Test
  void refuses_a_worker_of_a_user_when_another_has_requested_the_video_too() {
    Task task = claimed(TaskType.METADATA, 7L);
    storage.videos().addRequester(videoId, new Requester.User(7));
    storage.videos().addRequester(videoId, new Requester.User(8));

    assertThat(submit(task, 7L, 1)).isEqualTo(new Outcome.OthersVideo());

    assertThat(video().metadata()).isNull();
    assertThat(storage.tasks().claim(TaskType.METADATA, null, NOW)).isPresent();
  }

  @Test
  void refuses_another_claim_id_and_accepts_its_own() {
    Task task = claimed(TaskType.METADATA, null);

    assertThat(submit.submit(new TaskReport(task.id(), videoId, null, 1, "another claim", SUCCESS)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(submit.submit(TaskReport.on(task, SUCCESS))).isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void accepts_a_report_without_an_attempt() {
    assertThat(submit(claimed(TaskType.METADATA, null), null, null))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void refuses_an_older_attempt() {
    Task first = claimed(TaskType.METADATA, null);
    storage.tasks().updateIfUnchanged(first, first.failed("no network", NOW));
    claimed(TaskType.METADATA, null);

    assertThat(submit(first, null, 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(video().metadata()).isNull();
    assertThat(submit(first, null, 2)).isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void refuses_a_report_that_does_not_match_the_task() {
    Task transcript = claimed(TaskType.TRANSCRIPT, null);
    Task metadata = claimed(TaskType.METADATA, null);

    assertThat(submit(transcript, null, 1)).isInstanceOf(Outcome.Refused.class);
    VideoId another = newVideoId();
    storage.videos().ensure(another, null, NOW);
    assertThat(submit.submit(new TaskReport(metadata.id(), another, null, 1, null, SUCCESS)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(storage.videos().find(another).orElseThrow().metadata()).isNull();
    assertThat(submit.submit(new TaskReport(Long.MAX_VALUE, videoId, null, 1, null, SUCCESS)))
        .isEqualTo(new Outcome.UnknownTask());
    assertThat(storage.tasks().find(metadata.id())).contains(metadata);
    assertThat(storage.tasks().find(transcript.id())).contains(transcript);
    assertThat(video().metadata()).isNull();
    assertThat(signals).isEmpty();
  }

  @Test
  void refuses_a_second_result() {
    Task task = claimed(TaskType.METADATA, null);
    submit(task, null, 1);

    assertThat(submit(task, null, 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(storage.tasks().find(task.id())).map(Task::state).contains(TaskState.COMPLETED);
  }

  private Task claimed(TaskType type, @Nullable Long workerUserId) {
    storage.videos().ensure(videoId, null, NOW);
    storage.tasks().schedule(type, videoId, new Requester.Nobody(), NOW, NOW);
    return storage.tasks().claim(type, workerUserId, NOW).orElseThrow();
  }

  private Outcome submit(Task task, @Nullable Long workerUserId, @Nullable Integer attempt) {
    return submit.submit(new TaskReport(task.id(), videoId, workerUserId, attempt, null, SUCCESS));
  }

  private Video video() {
    return storage.videos().find(videoId).orElseThrow();
  }
}
