package dev.vidwiz.bench.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requests as bytes. */
public final class Request {

  private Request() {}

  /** Returns a GET request with a bearer token. */
  public static byte[] get(String path, String token) {
    return bytes("GET", path, "Authorization: Bearer " + token, null);
  }

  /** Returns a GET request of a guest. */
  public static byte[] getAsGuest(String path) {
    return bytes("GET", path, "X-Guest-Session-ID: bench", null);
  }

  /** Returns a POST request with JSON and a bearer token. */
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
