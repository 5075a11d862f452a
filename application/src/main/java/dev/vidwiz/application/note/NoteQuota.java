package dev.vidwiz.application.note;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds users to their {@link NoteLimits}. Whoever is far from them is looked up once in a while
 * only: a look-up allows this server a sixteenth of what is left, so that up to sixteen servers
 * together stay within the limits. Thread-safe.
 */
public final class NoteQuota {

  private static final int SHARE = 16;
  private static final int MAX_ALLOWANCES = 10_000;

  private final Notes notes;
  private final NoteLimits limits;
  private final Map<Long, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true);

  /** What may be added before the next look-up. */
  private record Allowance(long notes, long bytes) {

    boolean isEnoughFor(long addedNotes, long addedBytes) {
      return addedNotes <= notes && addedBytes <= bytes;
    }

    Allowance without(long addedNotes, long addedBytes) {
      return new Allowance(notes - addedNotes, bytes - addedBytes);
    }
  }

  /** Looks up what users have in the given notes. */
  public NoteQuota(Notes notes, NoteLimits limits) {
    this.notes = notes;
    this.limits = limits;
  }

  /** Returns how many bytes a text counts; none for a missing one. */
  static long bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Tells whether so much can be added without another look. If not, whoever adds it calls {@link
   * #check} before and after, in the same transaction.
   */
  boolean isAmple(long userId, long addedNotes, long addedBytes) {
    if (limits.maxNotes() == 0 && limits.maxBytes() == 0) {
      return true;
    }
    if (take(userId, addedNotes, addedBytes)) {
      return true;
    }
    NoteUsage used = notes.usage(userId);
    put(
        userId,
        new Allowance(
            left(limits.maxNotes(), used.notes()) / SHARE,
            left(limits.maxBytes(), used.bytes()) / SHARE));
    return take(userId, addedNotes, addedBytes);
  }

  /**
   * Looks whether a user could have so much more.
   *
   * @throws NoteLimitException when that is more than a limit
   */
  void check(long userId, long addedNotes, long addedBytes) {
    NoteUsage used = notes.usage(userId);
    if (addedNotes > left(limits.maxNotes(), used.notes())) {
      throw new NoteLimitException("You have as many notes as you may have; delete some first");
    }
    if (addedBytes > left(limits.maxBytes(), used.bytes())) {
      throw new NoteLimitException(
          "The texts of your notes are as long as they may be; delete or shorten some first");
    }
  }

  private boolean take(long userId, long addedNotes, long addedBytes) {
    synchronized (allowances) {
      Allowance allowance = allowances.get(userId);
      if (allowance == null || !allowance.isEnoughFor(addedNotes, addedBytes)) {
        return false;
      }
      allowances.put(userId, allowance.without(addedNotes, addedBytes));
      return true;
    }
  }

  private void put(long userId, Allowance allowance) {
    synchronized (allowances) {
      allowances.put(userId, allowance);
      if (allowances.size() > MAX_ALLOWANCES) {
        allowances.remove(allowances.keySet().iterator().next());
      }
    }
  }

  /** Returns what is left; below zero when there is more than allowed. */
  private static long left(long max, long used) {
    return max == 0 ? Long.MAX_VALUE : max - used;
  }
}
