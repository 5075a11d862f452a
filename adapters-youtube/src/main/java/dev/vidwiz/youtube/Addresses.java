package dev.vidwiz.youtube;

import java.net.URI;
import java.util.Locale;

/**
 * Allows requests to the host of the base URL only. Links to a host of YouTube are fetched from the
 * base URL, and links to any other host are refused.
 */
record Addresses(URI base) {

  /** Returns the address of a path, with or without a query. */
  URI at(String path) {
    return URI.create(base.toASCIIString().replaceFirst("/$", "") + path);
  }

  /** Resolves a link against the address of its page. */
  static URI resolve(URI page, String link) throws Refusal {
    if (link.isEmpty()) {
      throw Refusal.withheld("an empty link");
    }
    try {
      return page.resolve(link);
    } catch (IllegalArgumentException e) {
      throw Refusal.withheld("an invalid link");
    }
  }

  /** Returns the address on the base URL from which to fetch {@code target}. */
  URI allowed(URI target) throws Refusal {
    if (!target.resolve("/").equals(base.resolve("/")) && !isOnYouTube(target)) {
      throw Refusal.withheld("a link to another host: " + target.getHost());
    }
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return URI.create(at(target.getRawPath() + query).toASCIIString());
  }

  private static boolean isOnYouTube(URI uri) {
    return uri.getHost() != null
        && ("." + uri.getHost().toLowerCase(Locale.ROOT)).endsWith(".youtube.com");
  }
}
