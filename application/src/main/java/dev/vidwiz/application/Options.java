package dev.vidwiz.application;

import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.note.NoteLimits;
import dev.vidwiz.application.user.UserDefaults;

/**
 * What an operator may choose.
 *
 * @param aiJobsOnTranscript whether an arriving transcript makes jobs for the AI
 * @param aiWorker whether jobs for which there is no queue are done here
 * @param notes how much a user may store
 */
public record Options(
    UserDefaults users,
    WizSettings wiz,
    boolean aiJobsOnTranscript,
    boolean aiWorker,
    NoteLimits notes) {

  /** What holds unless an operator says otherwise. */
  public static final Options DEFAULTS =
      new Options(new UserDefaults(false), WizSettings.DEFAULTS, true, true);

  /** Options with the usual limits of notes. */
  public Options(
      UserDefaults users, WizSettings wiz, boolean aiJobsOnTranscript, boolean aiWorker) {
    this(users, wiz, aiJobsOnTranscript, aiWorker, NoteLimits.DEFAULTS);
  }
}
