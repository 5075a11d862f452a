package dev.vidwiz.bench.seed;

/** A database has the name of one of ours and was made by somebody else: it is left alone. */
public final class ForeignDatabaseException extends RuntimeException {

  ForeignDatabaseException(String name) {
    super(
        "there is a database \"%s\" that was not made here, and it is left alone: drop or rename it,"
                .formatted(name)
            + " or name another one with --database");
  }
}
