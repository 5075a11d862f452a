package dev.vidwiz.http.request;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out from which network address a request comes. What proxies say is believed only as far as
 * they are trusted: everybody else may write any address into the headers.
 */
public final class ClientAddress {

  /** Some proxies write the port, too. */
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[.+]):[0-9]+");

  private final Predicate<InetAddress> trusted;

  /** Trusts the proxies for which the predicate holds. */
  public ClientAddress(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
  }

  /**
   * Returns the address of the connection, unless that is a trusted proxy's: then the right-most
   * address of X-Forwarded-For that is not, else X-Real-IP.
   *
   * @param headers gives all values of a header, in their order
   */
  public InetAddress of(InetAddress connection, Function<String, List<String>> headers) {
    if (!trusted.test(connection)) {
      return connection;
    }
    return forwarded(headers.apply("X-Forwarded-For"))
        .or(
            () ->
                entries(headers.apply("X-Real-IP"))
                    .flatMap(entry -> parse(entry).stream())
                    .findFirst())
        .orElse(connection);
  }

  /** Whatever stands left of the first entry that is not a trusted proxy's can be made up. */
  private Optional<InetAddress> forwarded(List<String> values) {
    return entries(values).toList().reversed().stream()
        .filter(entry -> parse(entry).filter(trusted).isEmpty())
        .findFirst()
        .flatMap(ClientAddress::parse);
  }

  private static Stream<String> entries(List<String> values) {
    return values.stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty());
  }

  private static Optional<InetAddress> parse(String entry) {
    Matcher withPort = WITH_PORT.matcher(entry);
    try {
      return Optional.of(InetAddress.ofLiteral(withPort.matches() ? withPort.group(1) : entry));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
