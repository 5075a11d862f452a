package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says when the model breaks its answers off. */
class BrokenAnswersTest {

  private static final Logger LOG = Logger.getLogger("dev.vidwiz.http.chat.AnswerStream");

  private final ScriptedChatModel model = new ScriptedChatModel();
  private final List<LogRecord> warnings = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().equals(Level.WARNING)) {
            warnings.add(entry);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
  }

  @Test
  void many_broken_answers_are_one_warning() {
    try (TestServer server =
        TestServer.start(
            TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN)),
            credential -> Optional.empty(),
            model)) {
      server.callAsAdmin(
          "POST",
          "/v2/internal/videos/" + TestServer.VIDEO + "/transcript",
          "{\"transcript\": [{\"text\": \"hello\", \"offset\": 0, \"duration\": 1}]}");
      String user = server.logIn("ann");
      String conversation =
          server
              .callAs(
                  user, "POST", "/v2/conversations", "{\"video_id\": \"" + TestServer.VIDEO + "\"}")
              .json()
              .get("id")
              .asText();
      for (int i = 0; i < 5; i++) {
        model.willStream(
            new Next.Text("A word"),
            new Next.Failed(new ChatModelException(Kind.UNAVAILABLE, "broke off", null, null)));
        Answer answer =
            server.callAs(
                user,
                "POST",
                "/v2/conversations/" + conversation + "/messages",
                "{\"message\": \"What is it?\"}");
        assertThat(answer.body()).contains("A word").contains("Processing error");
      }

      assertThat(warnings).hasSize(1);
    }
  }
}
