package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.note.Timestamp;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses timestamps of notes, also in forms that {@link Timestamp} refuses. */
final class OldTimestamp {

  /** Seconds without a unit. */
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})(?:\\.\\d*)?");

  /** Hours, minutes and seconds with units: {@code 1h2m3s}. */
  private static final Pattern UNITS =
      Pattern.compile("(?:(\\d{1,3})h)?(?:(\\d{1,4})m)?(?:(\\d{1,6})s)?");

  /** The first {@code [h:]mm:ss} in a longer text. */
  private static final Pattern CLOCK = Pattern.compile("\\d{1,3}(?::\\d{1,2}){1,2}");

  private OldTimestamp() {}

  /** Returns a valid timestamp unchanged, others converted; empty if the text is ambiguous. */
  static Optional<Timestamp> parse(String text) {
    if (Timestamp.parse(text) instanceof Parsed.Accepted<Timestamp>(Timestamp timestamp)) {
      return Optional.of(timestamp);
    }
    String plain = Blank.strip(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return clock(plain)
        .filter(found -> Timestamp.parse(found) instanceof Parsed.Accepted)
        .map(Timestamp::new);
  }

  private static Optional<String> clock(String text) {
    Matcher seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return Optional.of(clock(number(seconds.group(1))));
    }
    Matcher units = UNITS.matcher(text.toLowerCase(Locale.ROOT).replace(" ", ""));
    if (units.matches() && units.end() > 0) {
      return Optional.of(
          clock(
              number(units.group(1)) * 3600
                  + number(units.group(2)) * 60
                  + number(units.group(3))));
    }
    Matcher inside = CLOCK.matcher(text);
    return inside.find() ? Optional.of(inside.group()) : Optional.of(text);
  }

  private static String clock(long seconds) {
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
