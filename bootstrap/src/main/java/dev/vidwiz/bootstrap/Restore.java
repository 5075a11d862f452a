package dev.vidwiz.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.archive.BadArchiveException;
import dev.vidwiz.transfer.archive.NotEmptyException;
import dev.vidwiz.transfer.archive.Restorer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code vidwiz restore FILE}: restores an archive into an empty database. */
final class Restore {

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz restore FILE
            FILE is an archive that vidwiz backup wrote; - reads one from standard input
            DB_URL names the database, which must be empty or not exist\
          """,
          List.of("FILE"),
          Set.of(),
          Set.of());

  /** The first bytes of a SQLite file. */
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(US_ASCII);

  private Restore() {}

  static int run(List<String> args) {
    String source = ARGUMENTS.parse(args).file();
    Settings settings = ProgramSettings.readWithoutSecrets();
    long rows = restore(source, settings);
    System.out.printf(Locale.ROOT, "Restored %,d rows%n", rows);
    return ExitStatus.OK;
  }

  /** A file is verified before the database is opened; a stream can be read only once. */
  private static long restore(String source, Settings settings) {
    try (ProgressLine progress = new ProgressLine()) {
      if (source.equals(Arguments.STANDARD_STREAM)) {
        return into(settings, new BufferedInputStream(System.in), 0, progress);
      }
      Path file = Path.of(source);
      long rows;
      try (InputStream in = open(file)) {
        rows = Restorer.check(in, progress);
      }
      try (InputStream in = open(file)) {
        return into(settings, in, rows, progress);
      }
    } catch (BadArchiveException e) {
      throw new CannotRun(
          ExitStatus.BAD_DATA,
          "cannot restore %s: %s. The database is unchanged.".formatted(source, e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      throw new CannotRun(
          ExitStatus.NO_INPUT, "cannot read %s (%s)".formatted(source, Causes.innermost(e)));
    }
  }

  private static long into(
      Settings settings, InputStream in, long expected, ProgressLine progress) {
    Database.open(settings).close();
    DatabaseSettings database = Database.describe(settings);
    try {
      return Database.using(settings, () -> Restorer.read(in, database, expected, progress));
    } catch (NotEmptyException e) {
      throw new CannotRun(
          ExitStatus.CANNOT_CREATE,
          "the database is not empty: %s. Set DB_URL to an empty one, or to one that does not exist."
              .formatted(e.getMessage()));
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(SQLITE.length);
    if (Arrays.equals(in.readNBytes(SQLITE.length), SQLITE)) {
      in.close();
      throw new CannotRun(
          ExitStatus.USAGE,
          """
          %s is a SQLite database, not an archive. Use it directly: stop the server and replace its \
          database file, or set DB_URL=sqlite:///%s. Or create an archive: with that DB_URL, vidwiz backup FILE\
          """
              .formatted(file, file.toAbsolutePath()));
    }
    in.reset();
    return in;
  }
}
