package dev.vidwiz.application.worker;

/** The rights of workers with the login of a user instead of the admin token. */
public enum UserWorkers {
  /** They get, and may answer, only tasks of videos that this user alone has requested. */
  OWN,
  /** They get all tasks, as from servers of the first generation. */
  ALL,
  /** They get no tasks. */
  OFF
}
