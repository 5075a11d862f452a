package dev.vidwiz.http.monitor;

/** Why an answer takes as long as it takes, where that says nothing of the server. */
public enum Held {
  /** A worker waits for a task. */
  POLL,
  /** Somebody watches a video become ready. */
  VIDEO_STREAM,
  /** Wiz answers a question. */
  ANSWER_STREAM
}
