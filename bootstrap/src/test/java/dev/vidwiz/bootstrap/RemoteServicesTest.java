package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import dev.vidwiz.domain.video.VideoId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteServicesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://openrouter.ai/api/v1",
        "https://openrouter.ai/api/v1/",
        "https://OpenRouter.ai/api/v1"
      })
  void openrouter_requires_a_key(String url) {
    assertThat(model(Map.of("OPENROUTER_BASE_URL", url))).isNull();
    assertThat(model(Map.of("OPENROUTER_BASE_URL", url, "OPENROUTER_API_KEY", "key"))).isNotNull();
  }

  @Test
  void other_servers_require_no_key() {
    assertThat(model(Map.of("OPENROUTER_BASE_URL", "http://localhost:11434/v1"))).isNotNull();
  }

  @Test
  void googles_key_is_enough_for_googles_server() {
    assertThat(model(Map.of())).isNull();
    assertThat(model(Map.of("GEMINI_API_KEY", "key"))).isNotNull();
    assertThat(
            model(
                Map.of(
                    "GEMINI_API_KEY", "key",
                    "OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1")))
        .isNull();
  }

  @Test
  void temporary_keys_of_aws_are_sent_with_their_token() throws IOException {
    AtomicReference<String> sentToken = new AtomicReference<>();
    HttpServer s3 =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    s3.createContext(
        "/",
        exchange -> {
          sentToken.set(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    s3.start();
    try (Aws aws =
        services(
                Map.of(
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "secret",
                    "AWS_SESSION_TOKEN", "token",
                    "S3_BUCKET_NAME", "bucket",
                    "AWS_ENDPOINT_URL", "http://127.0.0.1:" + s3.getAddress().getPort()))
            .aws()) {
      assertThat(aws.transcripts().find(new VideoId("dQw4w9WgXcQ"))).isEmpty();
    } finally {
      s3.stop(0);
    }

    assertThat(sentToken).hasValue("token");
  }

  private static ChatModel model(Map<String, String> values) {
    return services(values).chatModel(InstantSource.system());
  }

  private static RemoteServices services(Map<String, String> values) {
    return new RemoteServices(Settings.read(List.of(new Source("test", values, List.of()))));
  }
}
