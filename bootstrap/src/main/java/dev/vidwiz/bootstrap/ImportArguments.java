package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code vidwiz import} was asked for.
 *
 * @param rehearsal whether nothing is to be written
 */
record ImportArguments(DatabaseUrl from, boolean rehearsal) {

  private static final String USAGE =
      """
      usage: vidwiz import --from DB_URL [--dry-run]

      Copies an older server's data into the database that DB_URL, the setting, names.
        --from     the old database: sqlite:////path/file.db or postgresql://user:pass@host/db
        --dry-run  only tell what would be done\
      """;

  static ImportArguments parse(List<String> args) {
    String from = null;
    boolean rehearsal = false;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (argument.equals("--dry-run")) {
        rehearsal = true;
      } else if (argument.startsWith("--from=") && from == null) {
        from = argument.substring("--from=".length());
      } else if (argument.equals("--from") && from == null && rest.hasNext()) {
        from = rest.next();
      } else {
        throw new CannotRun(ExitStatus.USAGE, USAGE);
      }
    }
    return new ImportArguments(url(from), rehearsal);
  }

  private static DatabaseUrl url(@Nullable String from) {
    if (from == null) {
      throw new CannotRun(ExitStatus.USAGE, USAGE);
    }
    try {
      return DatabaseUrl.parse(from);
    } catch (IllegalArgumentException e) {
      throw new CannotRun(ExitStatus.USAGE, "--from " + e.getMessage() + "\n" + USAGE);
    }
  }
}
