package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.util.Map;

/** Gets captions from the address that a source gave. Thread-safe. */
final class CaptionFetch {

  private final Addresses addresses;
  private final YouTubeHttp http;
  private final String userAgent;

  CaptionFetch(Addresses addresses, YouTubeHttp http, String userAgent) {
    this.addresses = addresses;
    this.http = http;
    this.userAgent = userAgent;
  }

  /**
   * Returns the text of a track, in whatever form it comes.
   *
   * @throws Refusal when it is empty or not there
   */
  String get(VideoId videoId, CaptionTrack track, Deadline deadline)
      throws Refusal, InterruptedException {
    URI address = http.allowed(addresses.watchPage(videoId), track.jsonLink());
    return http.send(
        Request.get(address, Map.of("User-Agent", userAgent), Captions.MAX_BYTES), deadline);
  }
}
