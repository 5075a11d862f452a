package dev.vidwiz.http;

import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.video.VideoStreamHandler;
import java.time.ZoneId;

/**
 * The settings of the HTTP server.
 *
 * @param zone the time zone of times in responses
 * @param apiDocs whether /openapi.json and /docs are served
 * @param streams how long video streams last
 */
public record HttpSettings(
    ServerSettings server,
    Keys keys,
    RateLimits limits,
    ZoneId zone,
    boolean apiDocs,
    VideoStreamHandler.Times streams) {

  /** Uses the default times for video streams. */
  public HttpSettings(
      ServerSettings server, Keys keys, RateLimits limits, ZoneId zone, boolean apiDocs) {
    this(server, keys, limits, zone, apiDocs, VideoStreamHandler.Times.DEFAULTS);
  }
}
