package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vidwiz model}, and the addresses that a model's server may have. */
class ModelCommandTest {

  @TempDir Path folder;
  private final FakeLlmServer llm = FakeLlmServer.start(ModelCommandTest::reply);

  @AfterEach
  void close() {
    llm.close();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:PORT/v1?api-version=1, /v1/chat/completions?api-version=1, Bearer key",
    "http://127.0.0.1:PORT/v1/chat/completions, /v1/chat/completions, Bearer key",
    "HTTP://127.0.0.1:PORT, /chat/completions, Bearer key",
    "http://ann:hush@127.0.0.1:PORT/, /chat/completions, Basic YW5uOmh1c2g=",
    "http://my_model:PORT/v1/, /v1/chat/completions, Bearer key",
    "http://ann:hush@my_model:PORT/v1, /v1/chat/completions, Basic YW5uOmh1c2g=",
  })
  void every_form_of_address_works(String url, String path, String authorization)
      throws IOException {
    int port = llm.baseUrl().getPort();
    boolean user = authorization.startsWith("Basic");
    String address = url.replace("PORT", String.valueOf(port));
    try (Program program =
        model(Map.of("OPENROUTER_BASE_URL", address, "KEY", user ? "" : "key"))) {
      assertThat(program.output().whole())
          .contains(" ok (stop) after ", "11 in, 7 out", "It is what was said.", ":" + port)
          .doesNotContain("hush", "Hm.");
      assertThat(program.exitStatus()).isZero();
    }
    assertThat(llm.requests())
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.line()).isEqualTo("POST " + path + " HTTP/1.1");
              assertThat(request.headers()).containsEntry("authorization", authorization);
              assertThat(request.headers().get("host")).endsWith(":" + port);
            });
  }

  @Test
  void the_dialect_is_printed() throws IOException {
    try (Program program = model(Map.of("OPENROUTER_BASE_URL", llm.baseUrl().toString()))) {
      assertThat(program.output().whole())
          .containsPattern("dialect .*max_completion_tokens.*; thinks aloud");
    }
  }

  @ParameterizedTest
  @CsvSource({"401, 78", "404, 78", "402, 69"})
  void failures_are_printed(int status, int exitStatus) throws IOException {
    try (FakeLlmServer failing =
            FakeLlmServer.start(FakeReply.status(status, "{\"detail\":\"No.\"}"));
        Program program = model(Map.of("OPENROUTER_BASE_URL", failing.baseUrl().toString()))) {
      assertThat(program.output().whole()).contains("status " + status + ": No.", "never");
      assertThat(program.exitStatus()).isEqualTo(exitStatus);
    }
  }

  @Test
  void a_model_must_be_configured() throws IOException {
    try (Program program = model(Map.of())) {
      assertThat(program.errors().whole()).contains("no model is configured", "OPENROUTER_API_KEY");
      assertThat(program.exitStatus()).isEqualTo(78);
    }
  }

  @Test
  void invalid_addresses_are_refused_with_the_name_of_the_setting() throws IOException {
    for (String url : new String[] {"http://a/v1#x", "https://my_model/v1", "http://u:hush@a/v1"}) {
      try (Program program = model(Map.of("OPENROUTER_BASE_URL", url, "KEY", "key"))) {
        assertThat(program.errors().whole())
            .contains("OPENROUTER_BASE_URL must ")
            .doesNotContain("hush");
        assertThat(program.exitStatus()).isEqualTo(78);
      }
    }
  }

  /** Starts the program with a hosts file that contains {@code my_model}. */
  private Program model(Map<String, String> settings) throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 my_model localhost\n");
    Map<String, String> environment = new HashMap<>(settings);
    String key = environment.remove("KEY");
    if (key != null && !key.isEmpty()) {
      environment.put("OPENROUTER_API_KEY", key + "\n");
    }
    environment.put("_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts);
    return Program.start(folder, environment, "model");
  }

  private static FakeReply reply(FakeLlmServer.Request request) {
    return request.body().contains("\"max_tokens\"")
        ? FakeReply.status(400, "{\"error\": {\"param\": \"max_tokens\"}}")
        : FakeReply.saying("<think>Hm.</think>", "It is what", " was said.");
  }
}
