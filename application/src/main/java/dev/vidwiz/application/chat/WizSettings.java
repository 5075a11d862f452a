package dev.vidwiz.application.chat;

/**
 * The limits of Wiz.
 *
 * @param maxTokens the maximum length of an answer in tokens
 * @param contextTokens the maximum length of the transcript in a prompt, in tokens
 * @param userDailyQuota messages per user and day
 * @param guestDailyQuota messages per guest and day
 * @param guestAddressDailyQuota messages per day of all guests with one network address
 */
public record WizSettings(
    int maxTokens,
    int contextTokens,
    int userDailyQuota,
    int guestDailyQuota,
    int guestAddressDailyQuota) {

  /** The defaults. */
  public static final WizSettings DEFAULTS = new WizSettings(4_096, 200_000, 20, 5, 50);
}
