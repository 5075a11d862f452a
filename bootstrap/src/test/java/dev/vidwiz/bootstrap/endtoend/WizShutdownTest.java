package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WizShutdownTest {

  @TempDir Path folder;

  @Test
  void a_stop_stores_the_partial_answer() {
    Api guest;
    Chat chat;
    try (FakeLlmServer llm = FakeLlmServer.start(FakeReply.events().text("First").silence())) {
      Map<String, String> settings = Map.of("OPENROUTER_BASE_URL", llm.baseUrl().toString());
      try (Server server = Server.start(folder, settings)) {
        String video = OnBothDatabases.newVideoId();
        server.admin().transcript(video, "hello").expect(200);
        guest = Api.guest(server.port(), "guest", "10.0.0.1");
        chat = guest.chat(video);
        try (HeldRequest reader = chat.hold("Why?")) {
          assertThat(reader.next()).contains("First");
          server.program().terminate();
          assertThat(reader.next()).isEqualTo("data: {\"error\":\"Processing error\"}");
          assertThat(reader.hasEnded()).isTrue();
          assertThat(server.program().exitStatus()).isZero();
        }
      }
    }

    try (Server server = Server.start(folder, Map.of())) {
      Chat again = new Chat(guest.at(server), chat.id());
      assertThat(again.transcript()).isEqualTo(List.of("user: Why?", "assistant: First"));
      assertThat(again.messages().get(1).at("/metadata/partial").booleanValue()).isTrue();
    }
  }
}
