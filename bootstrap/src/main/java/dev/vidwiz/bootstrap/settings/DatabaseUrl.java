package dev.vidwiz.bootstrap.settings;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a database. */
public sealed interface DatabaseUrl {

  /** Replaces secrets. */
  String MASK = "********";

  /**
   * Parses an address.
   *
   * @throws IllegalArgumentException when it is invalid, with a message that continues its name:
   *     "must be…"
   */
  static DatabaseUrl parse(String text) {
    return DatabaseUrlParser.parse(text.strip());
  }

  /** Returns whether another address names the same database, as far as the addresses show. */
  default boolean isSame(DatabaseUrl other) {
    return switch (this) {
      case Sqlite(Path file) -> other instanceof Sqlite(Path same) && isSame(file, same);
      case Postgres here ->
          other instanceof Postgres there
              && here.hosts().equals(there.hosts())
              && here.database().equals(there.database())
              && here.parameters().equals(there.parameters());
    };
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the address with secrets masked. */
  String masked();

  /** A SQLite file; a relative path is relative to the working folder. */
  record Sqlite(Path file) implements DatabaseUrl {

    @Override
    public String masked() {
      return "sqlite:///" + file;
    }
  }

  /**
   * A PostgreSQL database.
   *
   * @param hosts names or addresses, each with an optional port, separated by commas
   * @param user null for the driver's default, the user of this process
   * @param parameters connection parameters, by the names of the driver
   */
  record Postgres(
      String hosts,
      String database,
      @Nullable String user,
      @Nullable String password,
      Map<String, String> parameters)
      implements DatabaseUrl {

    /** Returns the URL for the driver, without user and password. */
    public String jdbcUrl() {
      return "jdbc:postgresql://" + hosts + "/" + encode(database) + query(parameters);
    }

    @Override
    public String masked() {
      String credentials =
          user == null ? "" : encode(user) + (password == null ? "" : ":" + MASK) + "@";
      return "postgresql://" + credentials + hosts + "/" + encode(database) + query(shown());
    }

    @Override
    public String toString() {
      return masked();
    }

    private Map<String, String> shown() {
      return parameters.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry -> isSecret(entry.getKey()) ? MASK : entry.getValue(),
                  (first, second) -> second,
                  LinkedHashMap::new));
    }

    private static boolean isSecret(String parameter) {
      String name = parameter.toLowerCase(Locale.ROOT);
      return name.contains("password") || name.contains("secret") || name.contains("token");
    }

    private static String query(Map<String, String> parameters) {
      return parameters.isEmpty()
          ? ""
          : parameters.entrySet().stream()
              .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
              .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8)
          .replace("+", "%20")
          .replace("%2A", "*");
    }
  }
}
