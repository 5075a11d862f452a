package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.TaskType;

/** The types of tasks and AI jobs. */
public enum JobType {
  FETCH_TRANSCRIPT(JobId.Kind.TASK, TaskType.TRANSCRIPT.code()),
  FETCH_METADATA(JobId.Kind.TASK, TaskType.METADATA.code()),
  AI_NOTE(JobId.Kind.AI, AiJobKind.AI_NOTE.code()),
  SUMMARY(JobId.Kind.AI, AiJobKind.SUMMARY.code());

  private final JobId.Kind kind;
  private final String code;

  JobType(JobId.Kind kind, String code) {
    this.kind = kind;
    this.code = code;
  }

  static JobType of(TaskType type) {
    return switch (type) {
      case TRANSCRIPT -> FETCH_TRANSCRIPT;
      case METADATA -> FETCH_METADATA;
    };
  }

  static JobType of(AiJobKind kind) {
    return switch (kind) {
      case AI_NOTE -> AI_NOTE;
      case SUMMARY -> SUMMARY;
    };
  }

  /** Returns the kind of jobs of this type. */
  public JobId.Kind kind() {
    return kind;
  }

  /** Returns the name of the type in the database and the API. */
  public String code() {
    return code;
  }
}
