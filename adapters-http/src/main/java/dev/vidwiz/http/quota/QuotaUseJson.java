package dev.vidwiz.http.quota;

import dev.vidwiz.application.chat.Quotas;
import dev.vidwiz.application.user.Users;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody has used of a quota.
 *
 * @param quota {@code messages} to Wiz or new {@code videos}
 * @param subject the user, guest or address
 * @param email that of a user who still exists
 */
record QuotaUseJson(String quota, String subject, @Nullable String email, int used) {

  private static final String VIDEOS = "videos:";
  private static final String USER = "user:";
  private static final String GUEST = "guest:";

  /** What is shown of the id of a guest, which gives access to the conversations. */
  private static final int SHOWN = 8;

  static QuotaUseJson from(Quotas.Use use, Users users) {
    return use.subject().startsWith(VIDEOS)
        // New videos are counted for the address of a guest.
        ? of(
            "videos",
            use.subject().substring(VIDEOS.length()).replace(GUEST, "address:"),
            use,
            users)
        : of("messages", shortened(use.subject()), use, users);
  }

  private static QuotaUseJson of(String quota, String subject, Quotas.Use use, Users users) {
    String email =
        subject.startsWith(USER)
            ? users
                .find(Long.parseLong(subject.substring(USER.length())))
                .map(user -> user.email().value())
                .orElse(null)
            : null;
    return new QuotaUseJson(quota, subject, email, use.used());
  }

  private static String shortened(String subject) {
    int end = GUEST.length() + SHOWN;
    return subject.startsWith(GUEST) && subject.length() > end
        ? subject.substring(0, end) + "..."
        : subject;
  }
}
