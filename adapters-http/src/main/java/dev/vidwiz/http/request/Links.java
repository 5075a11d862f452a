package dev.vidwiz.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The headers of a response that name other addresses. They are paths from the root, with the
 * prefix under which a proxy shows the server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288: Web Linking</a>
 */
public final class Links {

  private static final Pattern NOT_IN_URIS = Pattern.compile("[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]+");

  private Links() {}

  /** Sets the address of what the request has created; {@code path} is that in the API. */
  public static void created(Context ctx, String path) {
    ctx.header("Location", PublicAddress.of(ctx).prefix() + path);
  }

  /**
   * Sets the addresses of the next and the previous page of a list.
   *
   * @param page the number of the page in the response, from 1
   * @param more whether there is a next page
   */
  public static void pages(Context ctx, long page, boolean more) {
    List<String> links = new ArrayList<>();
    if (more) {
      links.add(link(ctx, page + 1, "next"));
    }
    if (page > 1) {
      links.add(link(ctx, page - 1, "prev"));
    }
    if (!links.isEmpty()) {
      ctx.header("Link", String.join(", ", links));
    }
  }

  private static String link(Context ctx, long page, String relation) {
    StringBuilder uri = new StringBuilder(PublicAddress.of(ctx).prefix());
    uri.append(ctx.req().getRequestURI()).append("?page=").append(page);
    String query = ctx.queryString();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty() && !Query.parse(pair).parameters().containsKey("page")) {
        uri.append('&').append(pair);
      }
    }
    return "<" + encoded(uri.toString()) + ">; rel=\"" + relation + "\"";
  }

  private static String encoded(String uri) {
    return NOT_IN_URIS.matcher(uri).replaceAll(odd -> URLEncoder.encode(odd.group(), UTF_8));
  }
}
