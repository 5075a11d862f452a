package dev.vidwiz.application.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Sentences for people about what is tried again: what is wrong, and when the next try comes. */
public final class NextTry {

  private static final String JOINT = "; next try at ";
  private static final Duration SOON = Duration.ofDays(1);
  private static final DateTimeFormatter TIME = format("HH:mm 'UTC'");
  private static final DateTimeFormatter DATE_AND_TIME = format("HH:mm 'UTC on' MMMM d");

  private NextTry() {}

  /** Returns a sentence: {@code what} is one without its full stop. */
  public static String sentence(String what, Instant at, Instant now) {
    return what + JOINT + time(at, now) + ".";
  }

  /** Returns the time in UTC as people read it, with the date when it is more than a day away. */
  public static String time(Instant at, Instant now) {
    DateTimeFormatter format = at.isAfter(now.plus(SOON)) ? DATE_AND_TIME : TIME;
    // Not before the next try: minutes are rounded up.
    return format.format(at.plusSeconds(60).minusNanos(1).truncatedTo(ChronoUnit.MINUTES));
  }

  /** Returns the sentence without its next try, for what is not tried any more. */
  static String withoutNextTry(String sentence) {
    int joint = sentence.lastIndexOf(JOINT);
    return joint < 0 ? sentence : sentence.substring(0, joint) + ".";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
