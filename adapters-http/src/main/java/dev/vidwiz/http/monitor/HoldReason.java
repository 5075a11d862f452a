package dev.vidwiz.http.monitor;

/** Why a request is held open, so that its duration does not show the speed of the server. */
public enum HoldReason {
  /** A worker waits for a task. */
  POLL,
  /** A client waits for changes of a video. */
  VIDEO_STREAM,
  /** Wiz streams an answer. */
  ANSWER_STREAM
}
