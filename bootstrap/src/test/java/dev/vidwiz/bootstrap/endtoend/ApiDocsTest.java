package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDocsTest {

  private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"/.]+[/.][^\"]+)\"");

  @TempDir Path folder;

  @Test
  void a_local_server_serves_its_documentation() {
    try (Server server = Server.start(folder, Map.of())) {
      assertThat(server.api().get("/openapi.json").expect(200).get("paths").has("/v2/users/me"))
          .isTrue();
      List<String> links =
          LINK.matcher(server.api().get("/docs").text()).results().map(l -> l.group(1)).toList();
      assertThat(links).hasSize(4);
      for (String link : links) {
        Api.Answer part = server.api().get("/docs/" + link);
        assertThat(part.status()).as(link).isEqualTo(200);
        assertThat(part.text()).isNotEmpty();
      }
    }
  }

  @Test
  void a_server_in_production_serves_no_documentation() {
    Map<String, String> production = Map.of("ENVIRONMENT", "production", "LOG_FORMAT", "text");
    try (Server server = Server.start(folder, production)) {
      for (String path :
          List.of("/openapi.json", "/openapi-legacy.json", "/docs", "/docs/", "/docs/docs.js")) {
        assertThat(server.api().get(path).expect(404).at("/error/code").textValue())
            .isEqualTo("NOT_FOUND");
      }
    }
  }
}
