package dev.vidwiz.bench.seed;

/** Another program created a database with this name; it is not modified. */
public final class ForeignDatabaseException extends RuntimeException {

  ForeignDatabaseException(String name) {
    super(
        "there is a database \"%s\" that was not created here, and it is not modified: drop or rename it,"
                .formatted(name)
            + " or name another one with --database");
  }
}
