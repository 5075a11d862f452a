package dev.vidwiz.aws.sqs;

import static dev.vidwiz.aws.TestServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.TestServer;
import dev.vidwiz.aws.TestServer.Answer;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.domain.job.AiJobKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqsFaultsTest {

  private final MessageBodies bodies = new MessageBodies(ZoneOffset.ofHoursMinutes(5, 30));

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void a_failing_server_is_tried_three_times(int status) {
    try (TestServer server = new TestServer(answer(status, "{}"));
        Aws aws = server.adapters()) {
      AwsException failure = failure(aws);
      assertThat(failure.isTemporary()).isTrue();
      assertThat(failure.isOutage()).isFalse();
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void a_refusal_is_not_temporary() {
    try (TestServer server = new TestServer(answer(403, "{}"));
        Aws aws = server.adapters()) {
      assertThat(failure(aws).isTemporary()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void nobody_listens() {
    TestServer server = new TestServer(answer(200, "{}"));
    server.close();
    try (Aws aws = server.adapters()) {
      AwsException failure = failure(aws);
      assertThat(failure.isTemporary()).isTrue();
      assertThat(failure.isOutage()).isTrue();
    }
  }

  @Test
  void the_answer_is_cut_off() {
    Answer cutOff =
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("{\"Successful\":[".getBytes(StandardCharsets.UTF_8));
        };
    try (TestServer server = new TestServer(cutOff);
        Aws aws = server.adapters()) {
      assertThat(failure(aws).isTemporary()).isTrue();
    }
  }

  @Test
  void the_answer_is_no_json() {
    try (TestServer server = new TestServer(answer(200, "<html>"));
        Aws aws = server.adapters()) {
      assertThat(failure(aws)).isNotNull();
    }
  }

  @Test
  void jobs_that_were_refused_are_not_returned() {
    List<AiJobMessage> messages = Jobs.notes(3, Jobs.video("T", null, null));
    String partly =
        """
        {"Successful":[%s,%s],
         "Failed":[{"Id":"1","SenderFault":false,"Code":"InternalError","Message":"as told"}]}\
        """
            .formatted(accepted(0, messages.get(0)), accepted(2, messages.get(2)));
    try (TestServer server = new TestServer(answer(200, partly));
        Aws aws = server.adapters()) {
      assertThat(aws.jobs().publish(AiJobKind.AI_NOTE, messages))
          .containsExactly(messages.get(0), messages.get(2));
    }
  }

  @Test
  void jobs_that_were_accepted_before_the_server_went_away_are_returned() {
    List<AiJobMessage> messages =
        Jobs.notes(2, Jobs.video("T", Jobs.metadata(MessageBodies.MAX_BYTES * 3 / 4), null));
    String first = "{\"Successful\":[%s],\"Failed\":[]}".formatted(accepted(0, messages.get(0)));
    try (TestServer server = new TestServer(answer(200, first), answer(500, "{}"));
        Aws aws = server.adapters()) {
      assertThat(aws.jobs().publish(AiJobKind.AI_NOTE, messages)).containsExactly(messages.get(0));
    }
  }

  private String accepted(int index, AiJobMessage message) {
    return "{\"Id\":\"%d\",\"MessageId\":\"m%d\",\"MD5OfMessageBody\":\"%s\"}"
        .formatted(index, index, md5(bodies.write(message).body()));
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AwsException failure(Aws aws) {
    AwsException failure =
        catchThrowableOfType(
            AwsException.class, () -> aws.jobs().publish(AiJobKind.AI_NOTE, List.of(Jobs.note(1))));
    assertThat(failure).as("the failure").isNotNull();
    return failure;
  }
}
