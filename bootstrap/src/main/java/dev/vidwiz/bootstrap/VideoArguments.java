package dev.vidwiz.bootstrap;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command that is about one video of a server.
 *
 * @param video the first argument: an id or an address
 * @param files what else is named
 * @param options which of the command's options are there
 * @param server null for the one that the settings describe
 */
record VideoArguments(
    VideoId video, List<String> files, Set<String> options, @Nullable URI server) {

  /** What a command takes. */
  record Form(String usage, int files, Set<String> options) {}

  static VideoArguments parse(List<String> args, Form form) {
    List<String> names = new ArrayList<>();
    Set<String> options = new HashSet<>();
    String server = null;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (argument.startsWith("--server=") && server == null) {
        server = argument.substring("--server=".length());
      } else if (argument.equals("--server") && server == null && rest.hasNext()) {
        server = rest.next();
      } else if (form.options().contains(argument)) {
        options.add(argument);
      } else if (isName(argument, names.size())) {
        names.add(argument);
      } else {
        throw new CannotRun(ExitStatus.USAGE, form.usage());
      }
    }
    if (names.size() != 1 + form.files()) {
      throw new CannotRun(ExitStatus.USAGE, form.usage());
    }
    return new VideoArguments(
        video(names.getFirst(), form.usage()),
        names.subList(1, names.size()),
        options,
        server == null ? null : ServerToFill.address(server, form.usage()));
  }

  /** Ids of videos may begin with dashes. */
  private static boolean isName(String argument, int before) {
    return (before == 0 && VideoId.parse(argument) instanceof Parsed.Accepted<VideoId>)
        || (!argument.isBlank() && !argument.startsWith("-"))
        || argument.equals(Command.STANDARD_STREAM);
  }

  private static VideoId video(String text, String usage) {
    try {
      return VideoId.parse(text).orThrow();
    } catch (IllegalArgumentException e) {
      throw new CannotRun(
          ExitStatus.USAGE, "VIDEO \"%s\" %s%n%s".formatted(text, e.getMessage(), usage));
    }
  }
}
