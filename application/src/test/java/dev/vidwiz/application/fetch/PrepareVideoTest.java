package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.fetch.PrepareVideo.Prepared;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrepareVideoTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private static final Requester ANN = new Requester.User(1);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final PrepareVideo prepare = TestUseCases.over(storage, clock).prepareVideo;

  @Test
  void schedules_the_tasks_of_a_new_video_once() {
    assertThat(prepare.prepare(VIDEO, ANN))
        .isEqualTo(new Prepared(true, Set.of(TaskType.METADATA, TaskType.TRANSCRIPT), false));
    assertThat(prepare.prepare(VIDEO, ANN)).isEqualTo(new Prepared(false, Set.of(), false));
  }

  @Test
  void adds_a_summary_when_there_is_a_transcript() {
    prepare.prepare(VIDEO, ANN);
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());

    assertThat(prepare.prepare(VIDEO, ANN)).isEqualTo(new Prepared(false, Set.of(), true));
    assertThat(prepare.prepare(VIDEO, ANN)).isEqualTo(new Prepared(false, Set.of(), false));
    assertThat(
            storage
                .outbox()
                .claim(AiJobKind.SUMMARY, 10, clock.instant(), clock.instant().plusSeconds(1)))
        .hasSize(1);

    storage.videos().storeSummary(VIDEO, "A summary", clock.instant());
    assertThat(prepare.prepare(VIDEO, ANN)).isEqualTo(new Prepared(false, Set.of(), false));
  }
}
