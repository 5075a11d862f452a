package dev.vidwiz.application.note;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds users to their {@link NoteLimits}. The stored total of a user far from the limits is read
 * once in a while only: each look allows this server a sixteenth of what is left. Thread-safe.
 */
public final class NoteQuota {

  private static final int MAX_ALLOWANCES = 10_000;

  private final Notes notes;
  private final NoteLimits limits;
  private final Map<Long, NoteAllowance> allowances = new LinkedHashMap<>(16, 0.75f, true);

  /** Looks up what users have in the given notes. */
  public NoteQuota(Notes notes, NoteLimits limits) {
    this.notes = notes;
    this.limits = limits;
  }

  /** An addition to the notes of a user, until it is closed. */
  final class Addition implements AutoCloseable {

    private final long userId;
    private final NoteUsage added;
    private final NoteAllowance allowance;
    private final boolean ample;

    private Addition(long userId, NoteUsage added) {
      this.userId = userId;
      this.added = added;
      this.allowance = allowance(userId);
      boolean taken = allowance.begin(added);
      this.ample = taken || renew();
    }

    private boolean renew() {
      NoteUsage endedBefore = allowance.ended();
      try {
        return allowance.renew(free(notes.usage(userId)), endedBefore, added);
      } catch (RuntimeException e) {
        allowance.end(added, false);
        throw e;
      }
    }

    /** Tells whether no {@link #check} is needed. */
    boolean isAmple() {
      return ample;
    }

    /**
     * Checks the limits. To be called after the addition, in its transaction.
     *
     * @throws NoteLimitException when the user has more than a limit of what was added
     */
    void check() {
      NoteUsage others = allowance.unchecked();
      NoteUsage free = free(notes.usage(userId)).minus(others);
      if (added.notes() > 0 && free.notes() < 0) {
        throw new NoteLimitException("You have as many notes as you may have; delete some first");
      }
      if (added.bytes() > 0 && free.bytes() < 0) {
        throw new NoteLimitException(
            "The texts of your notes are as long as they may be; delete or shorten some first");
      }
    }

    @Override
    public void close() {
      allowance.end(added, ample);
    }
  }

  /** Returns how many bytes a text counts; none for a missing one. */
  static long bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Begins to add so much, at most. */
  Addition begin(long userId, NoteUsage added) {
    return new Addition(userId, added);
  }

  private NoteAllowance allowance(long userId) {
    synchronized (allowances) {
      NoteAllowance allowance = allowances.computeIfAbsent(userId, id -> new NoteAllowance());
      if (allowances.size() > MAX_ALLOWANCES) {
        allowances.remove(allowances.keySet().iterator().next());
      }
      return allowance;
    }
  }

  /** Returns what the limits leave; below zero when there is more than allowed. */
  private NoteUsage free(NoteUsage used) {
    return new NoteUsage(
        left(limits.maxNotes(), used.notes()), left(limits.maxBytes(), used.bytes()));
  }

  private static long left(long max, long used) {
    return max == 0 ? Long.MAX_VALUE : max - used;
  }
}
