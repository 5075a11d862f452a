package dev.vidwiz.application.worker;

/** What a worker may do that brings a user's login in place of the admin token. */
public enum UserWorkers {
  /** It gets, and may answer, only tasks of videos that nobody but the user has asked for. */
  OWN,
  /** It gets all tasks, as servers of the first generation did. */
  ALL,
  /** Nothing. */
  OFF
}
