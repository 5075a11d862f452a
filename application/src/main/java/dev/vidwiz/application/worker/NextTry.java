package dev.vidwiz.application.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Makes sentences for users about a retry: what is wrong, and the time of the next try. */
public final class NextTry {

  private static final String JOINT = "; next try at ";
  private static final Duration SOON = Duration.ofDays(1);
  private static final DateTimeFormatter TIME = format("HH:mm 'UTC'");
  private static final DateTimeFormatter DATE_AND_TIME = format("HH:mm 'UTC on' MMMM d");

  private NextTry() {}

  /** Returns a sentence. {@code what} is a sentence without its period. */
  public static String sentence(String what, Instant at, Instant now) {
    return what + JOINT + time(at, now) + ".";
  }

  /** Returns the time in UTC, with the date when it is more than a day away. */
  public static String time(Instant at, Instant now) {
    DateTimeFormatter format = at.isAfter(now.plus(SOON)) ? DATE_AND_TIME : TIME;
    // Rounded up, so that it is not before the next try.
    return format.format(at.plusSeconds(60).minusNanos(1).truncatedTo(ChronoUnit.MINUTES));
  }

  /** Returns the sentence without its next try. */
  static String withoutNextTry(String sentence) {
    int joint = sentence.lastIndexOf(JOINT);
    return joint < 0 ? sentence : sentence.substring(0, joint) + ".";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
