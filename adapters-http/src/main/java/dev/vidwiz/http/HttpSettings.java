package dev.vidwiz.http;

import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.video.VideoStreamHandler;
import java.time.ZoneId;

/**
 * What the HTTP server has to know.
 *
 * @param zone in which times are written
 * @param apiDocs whether the API is described, at /openapi.json and /docs
 * @param streams how long streams of videos last
 */
public record HttpSettings(
    ServerSettings server,
    Keys keys,
    RateLimits limits,
    ZoneId zone,
    boolean apiDocs,
    VideoStreamHandler.Times streams) {

  /** Settings with streams that last as long as clients rely on. */
  public HttpSettings(
      ServerSettings server, Keys keys, RateLimits limits, ZoneId zone, boolean apiDocs) {
    this(server, keys, limits, zone, apiDocs, VideoStreamHandler.Times.USUAL);
  }
}
