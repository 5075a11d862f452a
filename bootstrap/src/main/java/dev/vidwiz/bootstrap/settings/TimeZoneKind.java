package dev.vidwiz.bootstrap.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time zones as the variable TZ names them. The JDK itself takes UTC in place of an unknown name,
 * without a message.
 */
final class TimeZoneKind {

  /** The forms of POSIX without daylight saving time; the sign is that of the way to UTC. */
  private static final Pattern POSIX =
      Pattern.compile(
          "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)(?<sign>[+-]?)(?<hours>[0-9]{1,2})(?::(?<minutes>[0-5][0-9]))?");

  private static final int MAX_HOURS = 18;

  static final Kind<ZoneId> KIND = TimeZoneKind::parse;

  private TimeZoneKind() {}

  private static ZoneId parse(String text) {
    String name = text.replaceFirst("^:?(posix/)?", "");
    if (Arrays.asList(TimeZone.getAvailableIDs()).contains(name)) {
      return TimeZone.getTimeZone(name).toZoneId();
    }
    Matcher posix = POSIX.matcher(name);
    if (posix.matches() && Integer.parseInt(posix.group("hours")) < MAX_HOURS) {
      return offset(posix);
    }
    if (name.startsWith("/") && Files.isRegularFile(Path.of(name))) {
      return ZoneId.systemDefault();
    }
    throw new BadValue("a time zone such as Europe/Berlin or UTC", text);
  }

  private static ZoneId offset(Matcher posix) {
    int sign = posix.group("sign").equals("-") ? 1 : -1;
    String minutes = posix.group("minutes");
    return ZoneOffset.ofHoursMinutes(
        sign * Integer.parseInt(posix.group("hours")),
        minutes == null ? 0 : sign * Integer.parseInt(minutes));
  }
}
