package dev.vidwiz.http.worker;

import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/** Calls a server with the proxy settings of the process. */
final class ServerClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private ServerClient() {}

  /** Returns the URL of a path of the API, below the path of the server's URL if it has one. */
  static URI url(URI server, String path) {
    return URI.create(server.toString().replaceFirst("/+$", "") + path);
  }

  static HttpClient open() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT);
    Optional.ofNullable(Authenticator.getDefault()).ifPresent(builder::authenticator);
    return builder.build();
  }
}
