package dev.vidwiz.application.job;

/** The outcome of a retry or cancellation. */
public sealed interface JobChange {

  /** The job was changed. */
  record Done(Job job) implements JobChange {}

  /** There is no such job. */
  record UnknownJob() implements JobChange {}

  /** The state of the job does not allow it; the reason is for the operator. */
  record Refused(String reason) implements JobChange {}
}
