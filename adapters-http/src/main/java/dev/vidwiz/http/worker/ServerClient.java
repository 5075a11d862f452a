package dev.vidwiz.http.worker;

import java.net.Authenticator;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/** Creates the HTTP client, which uses the proxy settings of the process. */
final class ServerClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private ServerClient() {}

  static HttpClient open() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT);
    Optional.ofNullable(Authenticator.getDefault()).ifPresent(builder::authenticator);
    return builder.build();
  }
}
