package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wiz with all forms of addresses of model servers, and with white space around keys. */
class WizAddressesTest {

  private static final int QUOTA = 2;
  private static final String KEY = "a-model-key";

  @TempDir Path folder;

  /** An address, the white space around the keys, and the path of the request. */
  enum Row {
    QUERY("HTTP://127.0.0.1:PORT/v1?api-version=1", "%s\n", "/v1/chat/completions?api-version=1"),
    WHOLE_PATH("http://127.0.0.1:PORT/v1/chat/completions/", " \t%s\r\n", "/v1/chat/completions"),
    USER_AND_CONTAINER("http://ann:hush@my_model:PORT", "\n%s ", "/chat/completions");

    private final String url;
    private final String file;
    private final String path;

    Row(String url, String file, String path) {
      this.url = url;
      this.file = file;
      this.path = path;
    }

    boolean hasUser() {
      return url.contains("@");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_is_shown_stored_and_counted_with_every_form_of_address(Row row)
      throws IOException {
    try (FakeLlmServer llm = FakeLlmServer.start(FakeReply.saying("Yes", " [0:05]."));
        Server server = Server.start(folder, settings(row, llm))) {
      String video = OnBothDatabases.newVideoId();
      server.admin().transcript(video, "hello", "and welcome").expect(200);
      Chat chat = Api.guest(server.port(), "guest", "10.0.0.1").chat(video);

      ModelDialect.cited("Yes [0:05].", 5).check("Where?", chat, QUOTA);

      FakeLlmServer.Request request = llm.questions().getFirst();
      assertThat(request.line()).isEqualTo("POST " + row.path + " HTTP/1.1");
      assertThat(request.headers())
          .containsEntry("authorization", row.hasUser() ? "Basic YW5uOmh1c2g=" : "Bearer " + KEY);
    }
  }

  private Map<String, String> settings(Row row, FakeLlmServer llm) throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 my_model localhost\n");
    return Map.of(
        "OPENROUTER_BASE_URL",
        row.url.replace("PORT", String.valueOf(llm.baseUrl().getPort())),
        "OPENROUTER_API_KEY",
        row.hasUser() ? "" : row.file.formatted(KEY),
        "ADMIN_TOKEN",
        row.file.formatted(Server.ADMIN_TOKEN),
        "SECRET_KEY",
        row.file.formatted(Server.SECRET_KEY),
        "WIZ_GUEST_DAILY_QUOTA",
        String.valueOf(QUOTA),
        "_JAVA_OPTIONS",
        "-Djdk.net.hosts.file=" + hosts);
  }
}
