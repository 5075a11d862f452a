package dev.vidwiz.aws.s3;

import static dev.vidwiz.aws.TestServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.AwsSettings;
import dev.vidwiz.aws.TestServer;
import dev.vidwiz.aws.TestServer.Answer;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class S3FaultsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final JsonText TRANSCRIPT = new JsonText("[{\"text\":\"hello\"}]");
  private static final AwsSettings.Timeouts SHORT =
      new AwsSettings.Timeouts(
          Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(900));

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 429})
  void a_failing_server_is_tried_three_times(int status) {
    try (TestServer server = new TestServer(answer(status, ""));
        Aws aws = server.adapters()) {
      assertThat(failure(() -> aws.transcripts().find(VIDEO)).isTemporary()).isTrue();
      assertThat(server.requests()).hasSize(3);

      assertThat(failure(() -> aws.transcripts().put(VIDEO, TRANSCRIPT)).isTemporary()).isTrue();
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void one_failed_attempt_is_retried() {
    try (TestServer server =
            new TestServer(answer(500, ""), error(503, "SlowDown"), answer(200, "[1]"));
        Aws aws = server.adapters()) {
      assertThat(aws.transcripts().find(VIDEO)).contains(new JsonText("[1]"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied",
    "403, InvalidAccessKeyId",
    "404, NoSuchBucket",
    "400, ''",
    "301, PermanentRedirect"
  })
  void a_refusal_is_neither_temporary_nor_a_missing_transcript(int status, String code) {
    try (TestServer server = new TestServer(error(status, code));
        Aws aws = server.adapters()) {
      assertThat(failure(() -> aws.transcripts().find(VIDEO)).isTemporary()).isFalse();
      assertThat(failure(() -> aws.transcripts().put(VIDEO, TRANSCRIPT)).isTemporary()).isFalse();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NoSuchKey", ""})
  void a_missing_object_is_a_missing_transcript(String code) {
    try (TestServer server = new TestServer(error(404, code));
        Aws aws = server.adapters()) {
      assertThat(aws.transcripts().find(VIDEO)).isEmpty();
    }
  }

  @Test
  void a_404_without_a_code_is_a_missing_transcript() {
    try (TestServer server = new TestServer(answer(404, ""));
        Aws aws = server.adapters()) {
      assertThat(aws.transcripts().find(VIDEO)).isEmpty();
    }
  }

  @Test
  void a_bucket_is_part_of_the_path_on_other_servers() {
    try (TestServer server = new TestServer(answer(200, ""));
        Aws aws = server.adapters()) {
      aws.transcripts().put(VIDEO, TRANSCRIPT);

      assertThat(server.requests())
          .containsExactly("PUT /bucket/transcripts/dQw4w9WgXcQ.json " + TRANSCRIPT);
    }
  }

  @Test
  void nobody_listens() {
    TestServer server = new TestServer(answer(200, "[]"));
    server.close();
    try (Aws aws = server.adapters()) {
      assertThat(failure(() -> aws.transcripts().find(VIDEO)).isTemporary()).isTrue();
      assertThat(failure(() -> aws.transcripts().put(VIDEO, TRANSCRIPT)).isTemporary()).isTrue();
    }
  }

  @Test
  void the_server_hangs_up_without_an_answer() {
    assertUnavailable(exchange -> exchange.close());
  }

  @Test
  void the_answer_is_cut_off() {
    assertUnavailable(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("[{\"text\":".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        });
  }

  @Test
  void the_server_never_answers() {
    assertUnavailable(exchange -> awaitInterrupt(), SHORT);
  }

  @Test
  void the_answer_never_ends() {
    assertUnavailable(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          while (!Thread.currentThread().isInterrupted()) {
            body.write(' ');
            body.flush();
            Thread.onSpinWait();
          }
        },
        SHORT);
  }

  @Test
  void an_object_that_is_too_large_is_not_read_to_its_end() {
    Answer endless =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = new byte[1 << 16];
          while (true) {
            exchange.getResponseBody().write(blanks);
          }
        };
    try (TestServer server = new TestServer(endless);
        Aws aws = server.adapters()) {
      AwsException failure = failure(() -> aws.transcripts().find(VIDEO));
      assertThat(failure).hasMessageStartingWith("too large");
      assertThat(failure.isTemporary()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static void assertUnavailable(Answer answer) {
    try (TestServer server = new TestServer(answer);
        Aws aws = server.adapters()) {
      assertThat(failure(() -> aws.transcripts().find(VIDEO)).isTemporary()).isTrue();
    }
  }

  private static void assertUnavailable(Answer answer, AwsSettings.Timeouts timeouts) {
    try (TestServer server = new TestServer(answer);
        Aws aws = TestServer.adapters(server.address(), timeouts)) {
      assertThat(failure(() -> aws.transcripts().find(VIDEO)).isTemporary()).isTrue();
    }
  }

  private static AwsException failure(ThrowingCallable call) {
    AwsException failure = catchThrowableOfType(AwsException.class, call);
    assertThat(failure).as("the failure").isNotNull();
    return failure;
  }

  private static Answer error(int status, String code) {
    return answer(
        status,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error>"
            + (code.isEmpty() ? "" : "<Code>" + code + "</Code>")
            + "<Message>as told</Message></Error>");
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
