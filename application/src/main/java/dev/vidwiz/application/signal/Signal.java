package dev.vidwiz.application.signal;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;

/** A hint that something may have changed. It can arrive twice or be lost. */
public sealed interface Signal {

  /** A task of this type can be claimed. */
  record TaskReady(TaskType type) implements Signal {}

  /** A part of this video was stored, or its task failed. */
  record VideoChanged(VideoId videoId) implements Signal {}

  /** An AI job of this kind is available. */
  record JobReady(AiJobKind kind) implements Signal {}

  /** Signals may have been lost: check everything. */
  record Missed() implements Signal {}
}
