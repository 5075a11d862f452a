package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.llm.OpenRouterSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of settings. */
final class Kinds {

  /** Any text in one line. */
  static final Kind<String> TEXT =
      text -> {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
          throw new BadValue("must be one line, without control characters");
        }
        return text;
      };

  /** A text that is sent in a header. */
  static final Kind<String> HEADER =
      text -> {
        if (!text.matches("[ -~]*")) {
          throw new BadValue("must be printable ASCII in one line, because it is sent in a header");
        }
        return text;
      };

  static final Kind<String> SECRET =
      ((Kind<String>) text -> text).shownAs((text, value) -> DatabaseUrl.MASK);
  static final Kind<String> HEADER_SECRET = HEADER.shownAs((text, value) -> DatabaseUrl.MASK);

  /** A language tag (BCP 47), as YouTube names the languages of captions. */
  static final Kind<String> LANGUAGE =
      matching("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*", "language codes such as en or pt-BR");

  /** A host name or an address, without a port. */
  static final Kind<String> HOST = matching("[A-Za-z0-9._:%-]+", "a host name or an address");

  /** The name of a schema that needs no quotes in SQL. */
  static final Kind<String> SCHEMA =
      matching("[a-z_][a-z0-9_]{0,62}", "a name of lower-case letters, digits and underscores");

  /** What a browser sends as Origin, or {@code *} for any. */
  static final Kind<String> ORIGIN =
      matching("\\*|[a-z][a-z0-9+.-]*://[^/?#\\s]+", "* or scheme://host[:port] each");

  static final Kind<Boolean> BOOLEAN =
      text ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new BadValue("true or false", text);
          };

  static final Kind<Duration> SECONDS =
      text -> Duration.ofSeconds(wholeNumber(1, 86_400).parse(text));

  static final Kind<Path> PATH = path(path -> true, "a path");
  static final Kind<Path> FOLDER = path(Files::isDirectory, "a folder that exists");
  static final Kind<Path> FILE =
      path(
          path -> Files.isRegularFile(path) && Files.isReadable(path),
          "a file that exists and can be read");
  static final Kind<Path> PROGRAM =
      path(
          path -> Files.isRegularFile(path) && Files.isExecutable(path),
          "a program that exists and is executable");

  /** A URL whose user and password are masked. */
  static final Kind<URI> HTTP_URL =
      url(
          "an http:// or https:// address",
          uri -> {
            if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
              throw new IllegalArgumentException("must be an http:// or https:// address");
            }
          });

  /** The URL of a model server, which may have more forms than others. */
  static final Kind<URI> MODEL_URL = url("an address", OpenRouterSettings::hasUser);

  /**
   * Networks of trusted machines, {@code loopback} for this machine, or {@code none}. Anybody could
   * forge an address if the whole internet was trusted.
   */
  static final Kind<List<Network>> NETWORKS =
      text ->
          text.equals("none")
              ? List.of()
              : listOf(Kinds::trusted).parse(text.replace("loopback", "127.0.0.0/8,::1"));

  static final Kind<DatabaseUrl> DATABASE =
      ((Kind<DatabaseUrl>) DatabaseUrl::parse).shownAs((text, url) -> url.masked());

  private static final Pattern RATE_FORM =
      Pattern.compile("(?<calls>[1-9][0-9]{0,8})\\s*/\\s*(?<period>second|minute|hour|day)");

  /** The number of calls that a client may make in a period. */
  static final Kind<Rate> RATE =
      text -> {
        Matcher rate = RATE_FORM.matcher(text);
        if (!rate.matches()) {
          throw new BadValue("calls/second, /minute, /hour or /day", text);
        }
        String unit = rate.group("period").toUpperCase(Locale.ROOT) + "S";
        return new Rate(
            Integer.parseInt(rate.group("calls")), ChronoUnit.valueOf(unit).getDuration());
      };

  private Kinds() {}

  private static Network trusted(String text) {
    Network network = Network.parse(text);
    if (network.isWiderThanPrivate()) {
      throw new BadValue(
          "must be the networks of your proxies: \"%s\" has so many addresses that anybody could forge theirs"
              .formatted(text));
    }
    return network;
  }

  private static Kind<String> matching(String pattern, String what) {
    return text -> {
      if (!text.matches(pattern)) {
        throw new BadValue(what, text);
      }
      return text;
    };
  }

  private static Kind<Path> path(Predicate<Path> right, String what) {
    return text -> {
      try {
        Path path = Path.of(text);
        if (right.test(path)) {
          return path;
        }
      } catch (InvalidPathException e) {
        throw new BadValue("a path", text);
      }
      throw new BadValue(what, text);
    };
  }

  /** The check throws an IllegalArgumentException whose message continues the name: "must be…". */
  private static Kind<URI> url(String what, Consumer<URI> check) {
    Kind<URI> kind =
        text -> {
          try {
            URI uri = new URI(text);
            check.accept(uri);
            return uri;
          } catch (URISyntaxException e) {
            throw new BadValue(what, withoutUser(text));
          } catch (IllegalArgumentException e) {
            throw new BadValue(e.getMessage() + ", not \"" + withoutUser(text) + "\"");
          }
        };
    return kind.shownAs((text, url) -> withoutUser(text));
  }

  private static String withoutUser(String url) {
    return url.replaceFirst("^([^/]*//)?[^/]*@", "$1" + DatabaseUrl.MASK + "@");
  }

  static Kind<Integer> wholeNumber(int min, int max) {
    return text -> {
      try {
        int number = Integer.parseInt(text);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Reported below, like a number out of range.
      }
      throw new BadValue("a whole number from %d to %d".formatted(min, max), text);
    };
  }

  /** The name of an enum constant, in any case, with dashes or underscores. */
  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String names =
        constants.stream()
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return text ->
        constants.stream()
            .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
            .findFirst()
            .orElseThrow(() -> new BadValue("one of " + names, text));
  }

  /** A list separated by commas, with at least one value. */
  static <T> Kind<List<T>> listOf(Kind<T> item) {
    return text -> {
      List<T> items =
          Stream.of(text.split(","))
              .map(Blank::strip)
              .filter(part -> !part.isEmpty())
              .map(item::parse)
              .toList();
      if (items.isEmpty()) {
        throw new BadValue("must have at least one value");
      }
      return items;
    };
  }
}
