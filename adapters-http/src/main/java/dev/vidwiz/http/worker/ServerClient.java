package dev.vidwiz.http.worker;

import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/** The HTTP client, which uses the proxy settings of the process, and what it requests. */
final class ServerClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private ServerClient() {}

  /** Returns the address of an endpoint. The server may be at a path, behind a proxy. */
  static URI endpoint(URI server, String path) {
    return server.resolve(server.getRawPath().replaceFirst("/+$", "") + path);
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
