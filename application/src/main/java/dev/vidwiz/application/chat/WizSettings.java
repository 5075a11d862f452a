package dev.vidwiz.application.chat;

/**
 * The limits of Wiz.
 *
 * @param maxTokens the longest answer, in tokens
 * @param contextTokens how much of a transcript goes into a prompt, in tokens
 * @param userDailyQuota messages of a user a day
 * @param guestDailyQuota messages of a guest a day
 * @param guestAddressDailyQuota messages a day of all guests from one network address
 */
public record WizSettings(
    int maxTokens,
    int contextTokens,
    int userDailyQuota,
    int guestDailyQuota,
    int guestAddressDailyQuota) {

  /** What holds unless an operator says otherwise. */
  public static final WizSettings DEFAULTS = new WizSettings(4_096, 200_000, 20, 5, 50);
}
