package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Requesters of videos, and what is claimed of their tasks. */
abstract class RequestedTasksContract extends StorageContract {

  static final TaskType TYPE = TaskType.TRANSCRIPT;
  static final Requester ANN = new Requester.User(1);
  static final Requester BOB = new Requester.User(2);
  static final Requester CAT = new Requester.User(3);
  static final Requester GUEST = new Requester.Guest(new AddressPrefix("203.0.113.7"));
  static final Requester OTHER_GUEST = new Requester.Guest(new AddressPrefix("2001:db8:0:7::/64"));
  static final Instant LATER = NOW.plusSeconds(60);

  TaskQueue tasks;

  @BeforeEach
  final void takeTasks() {
    tasks = storage.tasks();
  }

  final VideoId ask(Requester requester) {
    VideoId videoId = newVideoId();
    storage.videos().ensure(videoId, null, NOW);
    assertThat(ask(requester, videoId)).isTrue();
    return videoId;
  }

  final boolean ask(Requester requester, VideoId videoId) {
    storage.videos().addRequester(videoId, requester);
    return tasks.schedule(TYPE, videoId, requester, NOW, NOW);
  }

  final List<VideoId> ask(Requester requester, int count) {
    return Stream.generate(() -> ask(requester)).limit(count).toList();
  }

  final Task claim() {
    return tasks.claim(TYPE, null, NOW).orElseThrow();
  }
}
