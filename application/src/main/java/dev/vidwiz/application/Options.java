package dev.vidwiz.application;

import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.user.UserDefaults;

/**
 * The options of an operator.
 *
 * @param aiJobsOnTranscript whether a new transcript adds AI jobs
 * @param aiWorker whether this server does the AI jobs of kinds without a queue
 */
public record Options(
    UserDefaults users, WizSettings wiz, boolean aiJobsOnTranscript, boolean aiWorker) {

  /** The defaults. */
  public static final Options DEFAULTS =
      new Options(new UserDefaults(false), WizSettings.DEFAULTS, true, true);
}
