package dev.vidwiz.http.request;

import io.javalin.config.Key;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of the server as the client of a request knows it. Behind a trusted proxy, that is
 * what X-Forwarded-Proto, X-Forwarded-Host and X-Forwarded-Prefix say; a value that cannot be part
 * of an address is ignored.
 *
 * @param origin the scheme, host and port, such as {@code https://vidwiz.example}
 * @param prefix the path before the paths of the API, such as {@code /vidwiz}; often empty
 */
public record PublicAddress(String origin, String prefix) {

  /** Tells whether the forwarding headers of a proxy are trusted. Set before the server starts. */
  public static final Key<Predicate<InetAddress>> TRUSTED_PROXIES = new Key<>("trusted proxies");

  private static final Pattern SCHEME = Pattern.compile("https?");
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~%!$&'()*+,;=:@-]+)+");

  /** Returns the address by which a request came. */
  public static PublicAddress of(Context ctx) {
    HttpServletRequest request = ctx.req();
    boolean trusted = isTrusted(ctx);
    String scheme = forwarded(request, trusted, "Proto", SCHEME, request.getScheme());
    String host = forwarded(request, trusted, "Host", AUTHORITY, host(request));
    return new PublicAddress(
        scheme + "://" + host, forwarded(request, trusted, "Prefix", PREFIX, ""));
  }

  /** Returns the address without a slash at the end. */
  public String url() {
    return origin + prefix;
  }

  private static boolean isTrusted(Context ctx) {
    return ctx.appData(TRUSTED_PROXIES).test(InetAddress.ofLiteral(ctx.req().getRemoteAddr()));
  }

  /** With several proxies, the first value is that of the one next to the client. */
  private static String forwarded(
      HttpServletRequest request, boolean trusted, String what, Pattern good, String otherwise) {
    String header = trusted ? request.getHeader("X-Forwarded-" + what) : null;
    String value = header == null ? "" : header.split(",", 2)[0].strip().replaceFirst("/+$", "");
    return good.matcher(value).matches() ? value : otherwise;
  }

  private static String host(HttpServletRequest request) {
    @Nullable String host = request.getHeader("Host");
    return host != null && AUTHORITY.matcher(host).matches()
        ? host
        : request.getLocalAddr() + ":" + request.getLocalPort();
  }
}
