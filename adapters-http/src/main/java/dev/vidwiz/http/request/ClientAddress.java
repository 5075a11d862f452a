package dev.vidwiz.http.request;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Finds out from which network address a request comes. What proxies say is believed only as far as
 * they are trusted: everybody else may write any address into the headers.
 */
public final class ClientAddress {

  private static final String UNKNOWN = "unknown";

  /** Some proxies write the port, too. */
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[.+]):[0-9]+");

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
        .or(() -> entries(request, "X-Real-IP").flatMap(entry -> parse(entry).stream()).findFirst())
        .map(InetAddress::getHostAddress)
        .orElse(address);
  }

  /** Whatever stands left of the first entry that is not a trusted proxy's can be made up. */
  private Optional<InetAddress> forwarded(Request request) {
    return entries(request, "X-Forwarded-For").toList().reversed().stream()
        .filter(entry -> parse(entry).filter(trusted).isEmpty())
        .findFirst()
        .flatMap(ClientAddress::parse);
  }

  private static Stream<String> entries(Request request, String header) {
    return request.getHeaders().getValuesList(header).stream()
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
