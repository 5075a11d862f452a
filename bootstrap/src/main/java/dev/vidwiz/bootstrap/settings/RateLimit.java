package dev.vidwiz.bootstrap.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many calls a client may make in a period. */
public record RateLimit(int calls, Duration period) {

  private static final Pattern FORM =
      Pattern.compile("(?<calls>[1-9][0-9]{0,8})\\s*/\\s*(?<period>second|minute|hour|day)");

  static RateLimit parse(String text) throws BadValue {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new BadValue("must be calls/second, /minute, /hour or /day, not \"" + text + "\"");
    }
    String unit = matcher.group("period").toUpperCase(Locale.ROOT) + "S";
    return new RateLimit(
        Integer.parseInt(matcher.group("calls")), ChronoUnit.valueOf(unit).getDuration());
  }
}
