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
 * Determines the network address of the client. Forwarding headers are used only from trusted
 * proxies, because any client can forge them.
 */
public final class ClientAddress {

  /** Some proxies add the port. */
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[.+]):[0-9]+");

  private final Predicate<InetAddress> trusted;

  /** Trusts the proxies for which the predicate is true. */
  public ClientAddress(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
  }

  /**
   * Returns the address of the connection. If that is a trusted proxy, returns the right-most
   * address in X-Forwarded-For that is not one, else X-Real-IP.
   *
   * @param headers returns all values of a header, in order
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

  /** Entries to the left of the first one that is not a trusted proxy can be forged. */
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
