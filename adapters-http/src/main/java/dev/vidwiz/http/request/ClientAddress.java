package dev.vidwiz.http.request;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds out from which network address a request comes. What proxies say is believed only as far as
 * they are trusted: everybody else may write any address into the headers.
 */
public final class ClientAddress {

  private final Predicate<InetAddress> trusted;

  /** Trusts the proxies for which the predicate holds. */
  public ClientAddress(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
  }

  /**
   * Returns the address of the connection, unless that is a trusted proxy's: then the right-most
   * address of X-Forwarded-For that is not, else X-Real-IP.
   */
  public String of(Context ctx) {
    String socket = ctx.req().getRemoteAddr();
    if (parse(socket).filter(trusted).isEmpty()) {
      return socket;
    }
    return forwarded(ctx).or(() -> header(ctx, "X-Real-IP").findFirst()).orElse(socket);
  }

  private Optional<String> forwarded(Context ctx) {
    List<String> addresses = header(ctx, "X-Forwarded-For").toList();
    return addresses.reversed().stream()
        .flatMap(address -> parse(address).stream())
        .filter(trusted.negate())
        .findFirst()
        .map(InetAddress::getHostAddress);
  }

  private static Stream<String> header(Context ctx, String name) {
    return Collections.list(ctx.req().getHeaders(name)).stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .map(String::strip)
        .filter(address -> parse(address).isPresent());
  }

  private static Optional<InetAddress> parse(String address) {
    try {
      return Optional.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
