package dev.vidwiz.aws.sqs;

import static dev.vidwiz.aws.TestServer.answer;
import static dev.vidwiz.aws.TestServer.silence;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DownException;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.PatientCheck;
import dev.vidwiz.aws.TestServer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class QueuesCheckTest {

  @Test
  void queues_are_there_when_all_have_been_made() {
    ElasticMq sqs = ElasticMq.shared();
    sqs.deleteQueues();
    try (Aws aws = TestServer.adapters(sqs.address())) {
      sqs.createQueue("notes");
      assertIsDown(aws, "The queue does not exist");
      sqs.createQueue("summaries.fifo");
      assertThatCode(() -> PatientCheck.look(check(aws))).doesNotThrowAnyException();
    }
  }

  @Test
  void credentials_that_may_only_send_count_as_up() {
    try (TestServer sqs = refusing("AccessDeniedException");
        Aws aws = sqs.adapters()) {
      assertThatCode(() -> PatientCheck.look(check(aws))).doesNotThrowAnyException();
    }
  }

  @Test
  void rejected_credentials_are_reported() {
    try (TestServer sqs = refusing("InvalidClientTokenId");
        Aws aws = sqs.adapters()) {
      assertIsDown(aws, "The key is refused, or has no right to the queue");
    }
  }

  @Test
  void a_service_that_does_not_respond_times_out_soon() {
    try (TestServer sqs = new TestServer(silence());
        Aws aws = sqs.adapters()) {
      assertThatExceptionOfType(DownException.class)
          .isThrownBy(() -> check(aws).look())
          .withMessage("No answer in time");
    }
  }

  private static TestServer refusing(String code) {
    return new TestServer(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          answer(403, "{\"__type\": \"com.amazonaws.sqs#%s\"}".formatted(code)).write(exchange);
        });
  }

  private static void assertIsDown(Aws aws, String reason) {
    assertThatExceptionOfType(DownException.class)
        .isThrownBy(() -> PatientCheck.look(check(aws)))
        .withMessage(reason);
  }

  private static Check check(Aws aws) {
    return Objects.requireNonNull(aws.checks().get(Part.JOB_QUEUE));
  }
}
