package dev.vidwiz.application;

import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.worker.UserWorkers;
import java.util.Objects;

/**
 * The options of an operator.
 *
 * @param aiJobsOnTranscript whether a new transcript adds AI jobs
 * @param aiWorker whether this server does the AI jobs of kinds without a queue
 * @param limits how much a user may store and open
 * @param userWorkers the rights of workers with the login of a user
 */
public record Options(
    UserDefaults users,
    WizSettings wiz,
    boolean aiJobsOnTranscript,
    boolean aiWorker,
    UsageLimits limits,
    UserWorkers userWorkers) {
  /** Rejects null. */
  public Options {
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(wiz, "wiz");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(userWorkers, "userWorkers");
  }

  /** The defaults. */
  public static final Options DEFAULTS =
      new Options(new UserDefaults(false), WizSettings.DEFAULTS, true, true);

  /** Options with the default limits and rights of users. */
  public Options(
      UserDefaults users, WizSettings wiz, boolean aiJobsOnTranscript, boolean aiWorker) {
    this(users, wiz, aiJobsOnTranscript, aiWorker, UsageLimits.DEFAULTS, UserWorkers.OWN);
  }
}
