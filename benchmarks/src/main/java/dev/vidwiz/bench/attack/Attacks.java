package dev.vidwiz.bench.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The attacks on one server. */
public final class Attacks {

  private static final String ATTACKER = "127.0.0.9";
  private static final int BODY = 1 << 20;
  private static final int LARGE_BODY = 16_000_000;
  private static final byte[] HEAD =
      "GET /health HTTP/1.1\r\nHost: bench\r\nX: ".getBytes(StandardCharsets.US_ASCII);
  private static final String NO_CREDENTIALS = "X-Attack: yes";

  private final int port;
  private final String admin;
  private final String user;

  /**
   * Prepares attacks on a server.
   *
   * @param port its port on this machine
   * @param admin the admin token, for workers that send wrong results
   * @param user the token of a user, for downloads
   */
  public Attacks(int port, String admin, String user) {
    this.port = port;
    this.admin = "Authorization: Bearer " + admin;
    this.user = "Authorization: Bearer " + user;
  }

  /**
   * Returns all attacks.
   *
   * @param task the id of a task in progress
   * @param video its video
   * @param longList the path of a list of many megabytes
   */
  public List<Attack> all(String task, String video, String longList) {
    byte[] wrongEntries = wrongEntries(video);
    return List.of(
        new Attack("200 unfinished bodies", 200, client -> holdBody(ATTACKER)),
        new Attack("the same from 200 addresses", 200, client -> holdBody("127.1.0." + client)),
        new Attack("500 slow heads", 500, client -> sendHeadSlowly()),
        new Attack("300 logins without a reader", 300, client -> logInAndLeave()),
        new Attack("12 results of wrong entries", 12, client -> report(task, wrongEntries)),
        new Attack("8 lists, read slowly", 8, client -> readSlowly(longList)),
        new Attack("guests from 200 addresses open videos", 200, this::openVideo));
  }

  private void holdBody(String from) throws IOException {
    try (HostileSocket socket = HostileSocket.open(from, port)) {
      socket.sendHead("POST /v2/auth/register", NO_CREDENTIALS, BODY);
      byte[] body = new byte[BODY - 1];
      Arrays.fill(body, (byte) ' ');
      socket.send(body);
      socket.awaitAnswer();
    }
  }

  private void sendHeadSlowly() throws IOException {
    try (HostileSocket socket = HostileSocket.open(ATTACKER, port)) {
      socket.send(HEAD);
      socket.sendSlowly("a".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void logInAndLeave() throws IOException {
    byte[] body =
        "{\"email\": \"nobody@example.com\", \"password\": \"a wrong password\"}"
            .getBytes(StandardCharsets.US_ASCII);
    try (HostileSocket socket = HostileSocket.open(ATTACKER, port)) {
      socket.sendHead("POST /v2/auth/login", NO_CREDENTIALS, body.length);
      socket.send(body);
    }
  }

  private void report(String task, byte[] body) throws IOException {
    try (HostileSocket socket = HostileSocket.open(ATTACKER, port)) {
      socket.sendHead("POST /v2/internal/tasks/" + task + "/result", admin, body.length);
      socket.send(body);
      socket.awaitAnswer();
    }
  }

  private void readSlowly(String path) throws IOException {
    try (HostileSocket socket = HostileSocket.open(ATTACKER, port)) {
      socket.sendHead("GET " + path, user, 0);
      socket.readSlowly(BODY);
    }
  }

  private void openVideo(int client) throws IOException {
    byte[] body =
        "{\"video_id\": \"%s\"}"
            .formatted("g%010x".formatted(System.nanoTime() & 0xff_ffff_ffffL))
            .getBytes(StandardCharsets.US_ASCII);
    try (HostileSocket socket = HostileSocket.open("127.2.0." + client, port)) {
      socket.sendHead("POST /v2/conversations", "X-Guest-Session-ID: g" + client, body.length);
      socket.send(body);
      socket.awaitAnswer();
    }
  }

  /** Returns a result of a transcript task whose segments are all wrong. */
  private static byte[] wrongEntries(String video) {
    StringBuilder json = new StringBuilder(LARGE_BODY + 100);
    json.append("{\"video_id\": \"").append(video);
    json.append("\", \"success\": true, \"transcript\": [1");
    while (json.length() < LARGE_BODY) {
      json.append(",1");
    }
    return json.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
