package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.http.error.ErrorResponses;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong inside, here where Google's tokens are checked. */
class FailuresTest {

  private static final Logger LOG = Logger.getLogger(ErrorResponses.class.getName());

  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void a_bug_is_500_without_details_and_is_logged_with_the_request_id() {
    IllegalStateException bug = new IllegalStateException("password123");

    assertInternalError(signIn(credential -> throwing(bug)));
    assertThat(logged).hasSize(1);
    assertThat(logged.getFirst().getThrown()).isSameAs(bug);
    assertThat(logged.getFirst().getMessage()).contains("request-7");
  }

  @Test
  void a_stack_overflow_is_500() {
    assertInternalError(
        signIn(
            credential -> {
              throw new StackOverflowError("password123");
            }));
    assertThat(logged).hasSize(1);
  }

  @Test
  void a_broken_database_is_500_and_an_unavailable_one_503() {
    assertInternalError(
        signIn(credential -> throwing(StorageException.broken("password123", null))));
    Answer away = signIn(credential -> throwing(StorageException.unavailable("password123", null)));
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body())
        .isEqualTo(
            """
            {"error":{"code":"SERVICE_UNAVAILABLE",\
            "message":"The server cannot answer right now, please try again soon",\
            "details":null}}\
            """);
  }

  private static void assertInternalError(Answer answer) {
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":{"code":"INTERNAL_ERROR","message":"Internal Server Error",\
            "details":null}}\
            """);
    assertThat(answer.header("X-Request-ID")).isEqualTo("request-7");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static Answer signIn(GoogleIdentities google) {
    HttpSettings settings = TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, null));
    try (TestServer server = TestServer.start(settings, google)) {
      return server.call(
          "POST", "/v2/auth/google", "{\"credential\": \"x\"}", "X-Request-ID", "request-7");
    }
  }

  private static Optional<GoogleIdentity> throwing(RuntimeException e) {
    throw e;
  }
}
