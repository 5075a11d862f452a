package dev.vidwiz.application;

import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.user.UserDefaults;

/**
 * What an operator may choose.
 *
 * @param aiJobsOnTranscript whether an arriving transcript makes jobs for the AI
 * @param aiWorker whether jobs for which there is no queue are done here
 */
public record Options(
    UserDefaults users, WizSettings wiz, boolean aiJobsOnTranscript, boolean aiWorker) {

  /** What holds unless an operator says otherwise. */
  public static final Options DEFAULTS =
      new Options(new UserDefaults(false), WizSettings.DEFAULTS, true, true);
}
