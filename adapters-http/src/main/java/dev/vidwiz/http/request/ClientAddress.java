package dev.vidwiz.http.request;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Finds out from which network address a request comes. What proxies say is believed only as far as
 * they are trusted: everybody else may write any address into the headers.
 */
public final class ClientAddress {

  private static final String UNKNOWN = "unknown";

  private final Predicate<InetAddress> trusted;

  /** Trusts the proxies for which the predicate holds. */
  public ClientAddress(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
  }

  /** Like {@link #of(Request)}, for a handler. */
  public String of(Context ctx) {
    return of(ServletContextRequest.getServletContextRequest(ctx.req()));
  }

  /**
   * Returns the address of the connection, unless that is a trusted proxy's: then the right-most
   * address of X-Forwarded-For that is not, else X-Real-IP.
   */
  public String of(Request request) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress socket)) {
      return UNKNOWN;
    }
    String address = socket.getAddress().getHostAddress();
    if (!trusted.test(socket.getAddress())) {
      return address;
    }
    return forwarded(request)
        .or(() -> addresses(request, "X-Real-IP").findFirst())
        .map(InetAddress::getHostAddress)
        .orElse(address);
  }

  private Optional<InetAddress> forwarded(Request request) {
    List<InetAddress> addresses = addresses(request, "X-Forwarded-For").toList();
    return addresses.reversed().stream().filter(trusted.negate()).findFirst();
  }

  private static Stream<InetAddress> addresses(Request request, String header) {
    return request.getHeaders().getValuesList(header).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .flatMap(address -> parse(address.strip()).stream());
  }

  private static Optional<InetAddress> parse(String address) {
    try {
      return Optional.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
