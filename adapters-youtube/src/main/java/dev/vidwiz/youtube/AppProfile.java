package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What each client sends to YouTube about itself: its name, its number and its device. The values
 * are those of yt-dlp 2026.08.19.
 */
enum AppProfile {
  VISIONOS(
      101,
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_7_3) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/26.0 Safari/605.1.15",
      Map.of(
          "deviceMake", "Apple",
          "deviceModel", "RealityDevice17,1",
          "osName", "visionOS",
          "osVersion", "26.5.23O471")),
  ANDROID(
      3,
      "com.google.android.youtube/%s (Linux; U; Android 11) gzip",
      Map.of("osName", "Android", "osVersion", "11", "androidSdkVersion", 30)),
  IOS(
      5,
      "com.google.ios.youtube/%s (iPhone16,2; U; CPU iOS 18_3_2 like Mac OS X;)",
      Map.of(
          "deviceMake", "Apple",
          "deviceModel", "iPhone16,2",
          "osName", "iPhone",
          "osVersion", "18.3.2.22D82")),
  WEB(1, YouTubeSettings.BROWSER, Map.of());

  private final int number;
  private final String userAgent;

  @SuppressWarnings("ImmutableEnumChecker") // From Map.of.
  private final Map<String, ?> device;

  AppProfile(int number, String userAgent, Map<String, ?> device) {
    this.number = number;
    this.userAgent = userAgent;
    this.device = device;
  }

  int number() {
    return number;
  }

  String userAgent(String version) {
    return userAgent.formatted(version);
  }

  /** Returns the property {@code context} of the requests of this client. */
  ObjectNode context(String version) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    ObjectNode client = context.putObject("client");
    client.put("clientName", name()).put("clientVersion", version);
    device.forEach(client::putPOJO);
    client.put("userAgent", userAgent(version)).put("hl", "en");
    client.put("timeZone", "UTC").put("utcOffsetMinutes", 0);
    return context;
  }
}
