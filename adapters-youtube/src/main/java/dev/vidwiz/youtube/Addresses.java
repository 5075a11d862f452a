package dev.vidwiz.youtube;

import java.net.URI;
import java.util.Locale;

/**
 * The addresses that may be fetched: those on the host of the base URL. Links to a host of YouTube
 * are fetched from there, and links to any other host are refused.
 */
record Addresses(URI base) {

  /** Returns the address of a path, with or without a query. */
  URI at(String path) {
    return URI.create(base.toASCIIString().replaceFirst("/$", "") + path);
  }

  /** Returns the address that a link on {@code page} names. */
  static URI resolve(URI page, String link) throws Refusal {
    if (link.isEmpty()) {
      throw Refusal.withheld("a link to nowhere");
    }
    try {
      return page.resolve(link);
    } catch (IllegalArgumentException e) {
      throw Refusal.withheld("a link that is no address");
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
