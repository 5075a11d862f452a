package dev.vidwiz.domain.job;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal.Reason;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a task or an AI job for operators: {@code task-12}, {@code ai-7}.
 *
 * @param number the id within its kind, positive
 */
public record JobId(Kind kind, long number) {
  /** Rejects null. */
  public JobId {
    Objects.requireNonNull(kind, "kind");
  }

  /** The two kinds of jobs. Each has its own sequence of ids. */
  public enum Kind {
    TASK,
    AI;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Returns the prefix before the number. */
    public String code() {
      return code;
    }
  }

  private static final Pattern TEXT = Pattern.compile("(?:(task|ai)-)?0*([1-9][0-9]{0,18})");

  /** Returns the id of a task. */
  public static JobId task(long number) {
    return new JobId(Kind.TASK, number);
  }

  /** Returns the id of an AI job. */
  public static JobId ai(long number) {
    return new JobId(Kind.AI, number);
  }

  /** Parses an id. A number without a prefix is the id of a task. */
  public static Parsed<JobId> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    try {
      if (parts.matches()) {
        Kind kind = Kind.AI.code.equals(parts.group(1)) ? Kind.AI : Kind.TASK;
        return Parsed.accepted(new JobId(kind, Long.parseLong(parts.group(2))));
      }
    } catch (NumberFormatException e) {
      // More than 64 bits: refused like other invalid text.
    }
    return Parsed.refused(Reason.INVALID, "must be like task-12 or ai-7, or the number of a task");
  }

  @Override
  public String toString() {
    return kind.code + "-" + number;
  }
}
