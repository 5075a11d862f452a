package dev.vidwiz.persistence.signal;

import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A signal arrives at another server as it was sent. */
final class SignalTextTest {

  @Test
  void reads_every_kind_of_signal_as_it_was_written() {
    List<Signal> signals =
        Stream.of(
                Stream.of(TaskType.values()).map(Signal.TaskReady::new),
                Stream.of(AiJobKind.values()).map(Signal.JobReady::new),
                Stream.of(new Signal.VideoChanged(newVideoId()), new Signal.Missed()))
            .<Signal>flatMap(kind -> kind)
            .toList();

    assertThat(signals.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Signal.class.getPermittedSubclasses());
    assertThat(signals)
        .allSatisfy(
            signal -> assertThat(SignalText.read(SignalText.write(signal))).contains(signal));
  }

  @Test
  void ignores_unknown_signals() {
    for (String text : new String[] {"", "new_kind 1", "task_ready x", "video_changed short"}) {
      assertThat(SignalText.read(text)).isEmpty();
    }
  }
}
