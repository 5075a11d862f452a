package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that may be fetched: those on the host of the base URL. Links to a host of YouTube
 * are looked up there, and nothing is ever fetched from any other host.
 */
final class Addresses {

  private final URI base;
  private final String origin;

  Addresses(URI base) {
    this.base = base;
    this.origin = base.toASCIIString().replaceFirst("/$", "");
  }

  /** The page of a video. {@code hl} makes YouTube give its reasons in English. */
  URI watchPage(VideoId videoId) {
    return at("/watch?v=" + videoId.value() + "&hl=en");
  }

  /** Where apps ask for a video; {@code query} is appended. */
  URI player(String query) {
    return at("/youtubei/v1/player?prettyPrint=false" + query);
  }

  URI oEmbed(VideoId videoId) {
    String page = YouTubeSettings.YOUTUBE + "/watch?v=" + videoId.value();
    return at("/oembed?url=" + URLEncoder.encode(page, UTF_8) + "&format=json");
  }

  private URI at(String path) {
    return URI.create(origin + path);
  }

  /** Returns where to fetch what {@code target} stands for, or null when nothing may be. */
  @Nullable URI allowed(URI target) {
    if (!isOfBase(target) && !isYouTube(target)) {
      return null;
    }
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return URI.create(at(target.getRawPath() + query).toASCIIString());
  }

  private boolean isOfBase(URI uri) {
    return base.getScheme().equalsIgnoreCase(uri.getScheme())
        && base.getHost().equalsIgnoreCase(uri.getHost())
        && base.getPort() == uri.getPort();
  }

  private static boolean isYouTube(URI uri) {
    if (uri.getHost() == null) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("youtube.com") || host.endsWith(".youtube.com");
  }
}
