package dev.vidwiz.application.job;

/** What became of an operator's wish to change a job. */
public sealed interface JobChange {

  /** The job stands as wanted. */
  record Done(Job job) implements JobChange {}

  /** There is no such job. */
  record UnknownJob() implements JobChange {}

  /** The job's state does not allow it; the reason is a sentence for the operator. */
  record Refused(String reason) implements JobChange {}
}
