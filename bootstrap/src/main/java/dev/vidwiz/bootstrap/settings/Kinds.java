package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.llm.OpenRouterSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values that settings have. */
final class Kinds {

  /** Any text. */
  static final Kind<String> TEXT = text -> text;

  /** A text that is sent in a header. */
  static final Kind<String> HEADER =
      text -> {
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
          throw new BadValue("must be printable ASCII in one line, as it is sent in a header");
        }
        return text;
      };

  /** A text that is never shown. */
  static final Kind<String> SECRET = secret(TEXT, false);

  /** A secret that is sent in a header. */
  static final Kind<String> HEADER_SECRET = secret(HEADER, false);

  /** A secret that older programs did not trim: who uses it does, and knows both forms. */
  static final Kind<String> SIGNING_KEY = secret(TEXT, true);

  /** A language tag (BCP 47), as YouTube names the languages of captions. */
  static final Kind<String> LANGUAGE =
      text -> {
        if (!text.matches("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")) {
          throw new BadValue("must be language codes such as en or pt-BR, not \"" + text + "\"");
        }
        return text;
      };

  static final Kind<Boolean> BOOLEAN =
      text ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new BadValue("must be true or false, not \"" + text + "\"");
          };

  static final Kind<Duration> SECONDS =
      text -> Duration.ofSeconds(wholeNumber(1, 86_400).parse(text));

  static final Kind<Path> PATH =
      text -> {
        try {
          return Path.of(text);
        } catch (InvalidPathException e) {
          throw new BadValue("must be a path, not \"" + text + "\"");
        }
      };

  static final Kind<Path> FOLDER = path(Files::isDirectory, "a folder that exists");

  static final Kind<Path> FILE =
      path(
          path -> Files.isRegularFile(path) && Files.isReadable(path),
          "a file that exists and can be read");

  static final Kind<Path> PROGRAM =
      path(
          path -> Files.isRegularFile(path) && Files.isExecutable(path),
          "a program that exists and may be run");

  /** An address whose user and password, if it has them, are never shown. */
  static final Kind<URI> HTTP_URL =
      new Kind<>() {
        @Override
        public URI parse(String text) throws BadValue {
          String wrong = "must be an http:// or https:// address, not \"" + show(text) + "\"";
          try {
            URI uri = new URI(text);
            if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
              throw new BadValue(wrong);
            }
            return uri;
          } catch (URISyntaxException e) {
            throw new BadValue(wrong);
          }
        }

        @Override
        public String show(String text) {
          return text.replaceFirst("^([^/]*//)?[^/]*@", "$1" + DatabaseUrl.MASK + "@");
        }
      };

  /** A host name or an address, without a port. */
  static final Kind<String> HOST =
      text -> {
        if (!text.matches("[A-Za-z0-9._:%-]+")) {
          throw new BadValue("must be a host name or an address, not \"" + text + "\"");
        }
        return text;
      };

  /** What a browser sends as Origin, or {@code *} for any. */
  static final Kind<String> ORIGIN =
      text -> {
        if (!text.equals("*") && !text.matches("[a-z][a-z0-9+.-]*://[^/?#\\s]+")) {
          throw new BadValue("must be * or scheme://host[:port] each, not \"" + text + "\"");
        }
        return text;
      };

  /** Networks, {@code loopback} for this machine, or {@code none}. */
  static final Kind<List<Network>> NETWORKS =
      text ->
          text.equals("none")
              ? List.of()
              : listOf(Network::parse).parse(text.replace("loopback", "127.0.0.0/8,::1"));

  static final Kind<DatabaseUrl> DATABASE =
      new Kind<>() {
        @Override
        public DatabaseUrl parse(String text) throws BadValue {
          return DatabaseUrlParser.parse(text);
        }

        @Override
        public String show(String text) {
          try {
            return parse(text).masked();
          } catch (BadValue e) {
            return DatabaseUrl.MASK;
          }
        }
      };

  /** The address of a model's server, of more shapes than others may have. */
  static final Kind<URI> MODEL_URL =
      new Kind<>() {
        @Override
        public URI parse(String text) throws BadValue {
          try {
            URI uri = new URI(text);
            OpenRouterSettings.hasUser(uri);
            return uri;
          } catch (URISyntaxException e) {
            throw new BadValue("must be an address, not \"" + show(text) + "\"");
          } catch (IllegalArgumentException e) {
            throw new BadValue(e.getMessage() + ", not \"" + show(text) + "\"");
          }
        }

        @Override
        public String show(String text) {
          return HTTP_URL.show(text);
        }
      };

  private Kinds() {}

  private static Kind<String> secret(Kind<String> kind, boolean untrimmed) {
    return new Kind<>() {
      @Override
      public String parse(String text) throws BadValue {
        return kind.parse(text);
      }

      @Override
      public String show(String text) {
        return DatabaseUrl.MASK;
      }

      @Override
      public boolean keepsBlanks() {
        return untrimmed;
      }
    };
  }

  private static Kind<Path> path(Predicate<Path> right, String what) {
    return text -> {
      Path path = PATH.parse(text);
      if (!right.test(path)) {
        throw new BadValue("must be " + what + ", not \"" + text + "\"");
      }
      return path;
    };
  }

  static Kind<Integer> wholeNumber(int min, int max) {
    return text -> {
      try {
        int number = Integer.parseInt(text);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, as a number out of bounds is.
      }
      throw new BadValue(
          "must be a whole number from %d to %d, not \"%s\"".formatted(min, max, text));
    };
  }

  /** One of an enum's names, in any case, a dash for an underscore. */
  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    return text -> {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equalsIgnoreCase(text.replace('-', '_'))) {
          return constant;
        }
      }
      String names =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      throw new BadValue("must be one of " + names + ", not \"" + text + "\"");
    };
  }

  /** Values between commas, at least one. */
  static <T> Kind<List<T>> listOf(Kind<T> item) {
    return text -> {
      List<T> items = new ArrayList<>();
      for (String part : Stream.of(text.split(",")).map(String::strip).toList()) {
        if (!part.isEmpty()) {
          items.add(item.parse(part));
        }
      }
      if (items.isEmpty()) {
        throw new BadValue("must have a value between its commas");
      }
      return List.copyOf(items);
    };
  }
}
