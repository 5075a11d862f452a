package dev.vidwiz.bootstrap.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses database addresses in the forms of SQLAlchemy, libpq and JDBC. No message repeats the
 * address, which may contain a password.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">
 *     PostgreSQL connection URIs</a>
 */
final class DatabaseUrlParser {

  private static final Pattern SCHEME =
      Pattern.compile("(?:jdbc:)?(?<name>[a-z]+)(?:\\+[a-z0-9_]+)?:(?<rest>.*)");

  private static final Pattern SQLITE = Pattern.compile("(?<file>[^?]*)(?:\\?(?<query>.*))?");

  private static final Pattern POSTGRES =
      Pattern.compile(
          """
          (?x) // (?: (?<user> [^:/@?]* ) (?: : (?<password> [^/]* ) )? @ )?
          (?<hosts> [^/?]* ) (?: / (?<database> [^?]* ) )? (?: \\? (?<query> .* ) )?
          """);

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[0-9a-fA-F:.]+]|[^\\[\\]:,\\s]+)(?::(?<port>[0-9]{1,5}))?");

  /** Parameters whose names differ between libpq and the driver. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "target_session_attrs", "targetServerType");

  private DatabaseUrlParser() {}

  static DatabaseUrl parse(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      throw new BadValue("must be a database address");
    }
    String rest = scheme.group("rest");
    return switch (scheme.group("name")) {
      case "sqlite" -> text.startsWith("jdbc:") ? sqlite(rest) : sqliteUrl(rest);
      case "postgres", "postgresql" -> postgres(rest);
      default -> throw new BadValue("must be the address of a SQLite or PostgreSQL database");
    };
  }

  private static DatabaseUrl sqliteUrl(String rest) {
    if (!rest.startsWith("///")) {
      throw new BadValue("must have three slashes before a relative path, four before an absolute");
    }
    return sqlite(rest.substring("///".length()));
  }

  private static DatabaseUrl sqlite(String path) {
    Matcher parts = SQLITE.matcher(path);
    if (!parts.matches()) {
      throw new BadValue("must name a file");
    }
    String file = parts.group("file");
    if (file.isEmpty() || file.contains(":memory:")) {
      throw new BadValue("must name a file: databases in memory are not supported");
    }
    DatabaseParameters.checkSqlite(parameters(parts.group("query")).keySet());
    return new DatabaseUrl.Sqlite(Kinds.PATH.parse(file));
  }

  private static DatabaseUrl postgres(String rest) {
    Matcher parts = POSTGRES.matcher(rest.strip());
    if (!parts.matches()) {
      throw new BadValue("must have the form postgresql://user:password@host:port/database");
    }
    Map<String, String> parameters = parameters(parts.group("query"));
    boolean hasSecret = parameters.containsKey("password") || parameters.containsKey("sslpassword");
    String user = decoded(parts.group("user"), parameters.remove("user"));
    String password = decoded(parts.group("password"), parameters.remove("password"));
    String database = decoded(parts.group("database"), parameters.remove("dbname"));
    if (database == null) {
      throw new BadValue("must name a database after the host");
    }
    String hosts = hosts(parts.group("hosts"), parameters);
    DatabaseParameters.checkPostgres(parameters.keySet(), !hasSecret);
    return new DatabaseUrl.Postgres(hosts, database, user, password, parameters);
  }

  private static String hosts(String inPath, Map<String, String> parameters) {
    String host = parameters.remove("host");
    String port = parameters.remove("port");
    String hosts = inPath.isEmpty() ? (host == null ? "localhost" : host) : inPath;
    if (hosts.startsWith("/")) {
      throw new BadValue("must name a host: the driver does not support Unix sockets");
    }
    if (inPath.isEmpty() && port != null) {
      hosts += ":" + port;
    }
    for (String each : hosts.split(",", -1)) {
      Matcher matcher = HOST.matcher(each);
      if (!matcher.matches()) {
        throw new BadValue(
            "must have host:port before the database; @ : / ? in a password are written %40 %3A"
                + " %2F %3F");
      }
      if (matcher.group("port") != null && Integer.parseInt(matcher.group("port")) > 65_535) {
        throw new BadValue("must have a port from 1 to 65535");
      }
    }
    return hosts;
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new BadValue("must have name=value pairs after the question mark");
      }
      String name = decode(pair.substring(0, equals));
      parameters.put(DRIVER_NAMES.getOrDefault(name, name), decode(pair.substring(equals + 1)));
    }
    return parameters;
  }

  /** Returns the value in the path, else that in the query; null when neither has one. */
  private static @Nullable String decoded(@Nullable String inPath, @Nullable String inQuery) {
    return inPath == null || inPath.isEmpty() ? inQuery : decode(inPath);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadValue("must have two hexadecimal digits after each %; % itself is written %25");
    }
  }
}
