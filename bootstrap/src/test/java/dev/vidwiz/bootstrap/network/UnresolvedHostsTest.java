package dev.vidwiz.bootstrap.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The top-level domain {@code invalid} never resolves (RFC 6761). */
final class UnresolvedHostsTest {

  @Test
  void are_named_with_their_settings() {
    assertThat(
            find(
                Map.of(
                    "DB_URL", "postgresql://127.0.0.1:1,db.invalid:5432/wiz",
                    "HOST", "here.invalid",
                    "OPENROUTER_BASE_URL", "http://my_llm.invalid:8000/v1",
                    "AWS_ENDPOINT_URL", "http://[::1]:9000",
                    "YOUTUBE_BASE_URL", "http://localhost:1")))
        .containsExactly(
            "HOST names the host here.invalid, which does not resolve",
            "DB_URL names the host db.invalid, which does not resolve",
            "OPENROUTER_BASE_URL names the host my_llm.invalid, which does not resolve");
  }

  @Test
  void behind_a_proxy_are_left_to_the_proxy() {
    assertThat(
            find(
                Map.of(
                    "HTTPS_PROXY", "http://proxy.invalid:3128",
                    "OPENROUTER_BASE_URL", "https://llm.invalid/v1",
                    "AWS_ENDPOINT_URL_S3", "https://s3.intra.invalid",
                    "YOUTUBE_BASE_URL", "http://tube.invalid",
                    "NO_PROXY", "intra.invalid")))
        .containsExactly(
            "HTTPS_PROXY names the host proxy.invalid, which does not resolve",
            "AWS_ENDPOINT_URL_S3 names the host s3.intra.invalid, which does not resolve",
            "YOUTUBE_BASE_URL names the host tube.invalid, which does not resolve");
  }

  @Test
  void of_defaults_are_not_looked_up() {
    assertThat(find(Map.of())).isEmpty();
  }

  private static List<String> find(Map<String, String> values) {
    return UnresolvedHosts.find(Settings.read(List.of(new Source("test", values, List.of()))));
  }
}
