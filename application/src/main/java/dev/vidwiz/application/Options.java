package dev.vidwiz.application;

import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.task.NewVideoLimits;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.worker.UserWorkers;

/**
 * What an operator may choose.
 *
 * @param aiJobsOnTranscript whether an arriving transcript makes jobs for the AI
 * @param aiWorker whether jobs for which there is no queue are done here
 * @param newVideos how many new videos may be opened
 * @param userWorkers what workers may do that bring a user's login
 */
public record Options(
    UserDefaults users,
    WizSettings wiz,
    boolean aiJobsOnTranscript,
    boolean aiWorker,
    NewVideoLimits newVideos,
    UserWorkers userWorkers) {

  /** What holds unless an operator says otherwise. */
  public static final Options DEFAULTS =
      new Options(new UserDefaults(false), WizSettings.DEFAULTS, true, true);

  /** Options with the usual shares of users and guests. */
  public Options(
      UserDefaults users, WizSettings wiz, boolean aiJobsOnTranscript, boolean aiWorker) {
    this(users, wiz, aiJobsOnTranscript, aiWorker, NewVideoLimits.DEFAULTS, UserWorkers.OWN);
  }
}
