package dev.vidwiz.bench.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requests as the bytes that go over the wire. */
public final class Request {

  private Request() {}

  /** A GET request with a bearer's token. */
  public static byte[] get(String path, String token) {
    return bytes("GET", path, "Authorization: Bearer " + token, null);
  }

  /** A GET request of a guest. */
  public static byte[] getAsGuest(String path) {
    return bytes("GET", path, "X-Guest-Session-ID: bench", null);
  }

  /** A POST request of JSON with a bearer's token. */
  public static byte[] post(String path, String token, String json) {
    return bytes("POST", path, "Authorization: Bearer " + token, json);
  }

  private static byte[] bytes(String method, String path, String header, @Nullable String json) {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: bench\r\n");
    head.append(header).append("\r\n");
    if (json != null) {
      head.append("Content-Type: application/json\r\nContent-Length: ");
      head.append(json.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
    }
    head.append("\r\n").append(json == null ? "" : json);
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }
}
