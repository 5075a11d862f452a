package dev.vidwiz.bootstrap;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parsed arguments of a command. */
record Arguments(Form form, List<String> names, Map<String, String> options) {

  /** The name of a file that means standard input or output. */
  static final String STANDARD_STREAM = "-";

  static final String VIDEO = "VIDEO";
  static final String SERVER = "--server";

  /**
   * The arguments that a command accepts.
   *
   * @param names the names of the positional arguments, in order
   * @param flags the options without a value
   * @param options the options with a value
   */
  record Form(String usage, List<String> names, Set<String> flags, Set<String> options) {

    Arguments parse(List<String> args) {
      Arguments parsed = new Arguments(this, new ArrayList<>(), new HashMap<>());
      for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
        parsed.add(rest.next(), rest);
      }
      if (parsed.names.size() != names.size()) {
        throw parsed.wrong("");
      }
      return parsed;
    }
  }

  private void add(String argument, Iterator<String> rest) {
    String[] option = argument.split("=", 2);
    if (form.flags.contains(argument)) {
      options.put(argument, "");
    } else if (form.options.contains(option[0])
        && !options.containsKey(option[0])
        && (option.length == 2 || rest.hasNext())) {
      options.put(option[0], option.length == 2 ? option[1] : rest.next());
    } else if (names.size() < form.names.size() && isName(argument)) {
      names.add(argument);
    } else {
      throw wrong("");
    }
  }

  /** Video ids can start with a dash. */
  private boolean isName(String argument) {
    return (!Blank.isBlank(argument) && !argument.startsWith("-"))
        || argument.equals(STANDARD_STREAM)
        || (form.names.get(names.size()).equals(VIDEO)
            && VideoId.parse(argument) instanceof Parsed.Accepted<VideoId>);
  }

  /** Returns the exception for invalid arguments: the problem, then the usage. */
  CannotRun wrong(String problem) {
    return new CannotRun(ExitStatus.USAGE, problem + form.usage);
  }

  /** Returns the last positional argument. */
  String file() {
    return names.getLast();
  }

  /** Parses the first positional argument, the id or URL of a video. */
  VideoId video() {
    try {
      return VideoId.parse(names.getFirst()).orThrow();
    } catch (IllegalArgumentException e) {
      throw wrong("VIDEO \"%s\" %s%n".formatted(names.getFirst(), e.getMessage()));
    }
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  String value(String option) {
    String value = options.get(option);
    if (value == null) {
      throw wrong("");
    }
    return value;
  }

  /**
   * Returns the URL of {@link #SERVER}, which may have a path, without trailing slashes; null when
   * it is not given.
   */
  @Nullable URI server() {
    String text = options.get(SERVER);
    if (text == null) {
      return null;
    }
    try {
      URI server = URI.create(text.replaceFirst("/+$", ""));
      if (server.getHost() != null
          && List.of("http", "https").contains(server.getScheme())
          && server.getQuery() == null
          && server.getFragment() == null) {
        return server;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like a URL with another scheme.
    }
    throw wrong("\"" + text + "\" is not an http:// or https:// URL without a query. ");
  }
}
