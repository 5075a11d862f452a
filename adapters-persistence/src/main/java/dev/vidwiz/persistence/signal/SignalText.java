package dev.vidwiz.persistence.signal;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.util.Optional;

/** The text of a signal between servers. */
final class SignalText {

  private static final String TASK_READY = "task_ready ";
  private static final String VIDEO_CHANGED = "video_changed ";
  private static final String JOB_READY = "job_ready ";
  private static final String MISSED = "missed";

  private SignalText() {}

  static String write(Signal signal) {
    return switch (signal) {
      case Signal.TaskReady(TaskType type) -> TASK_READY + type.code();
      case Signal.VideoChanged(VideoId videoId) -> VIDEO_CHANGED + videoId.value();
      case Signal.JobReady(AiJobKind kind) -> JOB_READY + kind.code();
      case Signal.Missed() -> MISSED;
    };
  }

  /** Parses a signal; empty for an unknown signal of a newer server. */
  static Optional<Signal> read(String text) {
    try {
      if (text.startsWith(TASK_READY)) {
        return Optional.of(
            new Signal.TaskReady(TaskType.ofCode(text.substring(TASK_READY.length()))));
      }
      if (text.startsWith(VIDEO_CHANGED)) {
        return Optional.of(
            new Signal.VideoChanged(new VideoId(text.substring(VIDEO_CHANGED.length()))));
      }
      if (text.startsWith(JOB_READY)) {
        return Optional.of(
            new Signal.JobReady(AiJobKind.ofCode(text.substring(JOB_READY.length()))));
      }
      return text.equals(MISSED) ? Optional.of(new Signal.Missed()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
