package dev.vidwiz.application.signal;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;

/** A hint that something may have changed; it may come twice or never. */
public sealed interface Signal {

  /** A task of this type can be claimed. */
  record TaskReady(TaskType type) implements Signal {}

  /** A part of this video arrived, or fetching it failed. */
  record VideoChanged(VideoId videoId) implements Signal {}

  /** A job of this kind waits in the outbox. */
  record JobReady(AiJobKind kind) implements Signal {}

  /** Signals may have been lost: look at everything again. */
  record Missed() implements Signal {}
}
