package dev.vidwiz.aws.sqs;

import static dev.vidwiz.aws.TestServer.answer;
import static dev.vidwiz.aws.TestServer.silence;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.PatientCheck;
import dev.vidwiz.aws.TestServer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

final class QueuesCheckTest {

  @Test
  void queues_are_there_when_all_have_been_made() {
    ElasticMq sqs = ElasticMq.shared();
    sqs.deleteQueues();
    try (Aws aws = TestServer.adapters(sqs.address())) {
      sqs.createQueue("notes");
      assertIsNotThere(aws);
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
      assertIsNotThere(aws);
    }
  }

  @Test
  void a_service_that_does_not_respond_times_out_soon() {
    try (TestServer sqs = new TestServer(silence());
        Aws aws = sqs.adapters()) {
      assertIsNotThere(aws);
    }
  }

  private static TestServer refusing(String code) {
    return new TestServer(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          answer(403, "{\"__type\": \"com.amazonaws.sqs#%s\"}".formatted(code)).write(exchange);
        });
  }

  private static void assertIsNotThere(Aws aws) {
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> check(aws).look());
  }

  private static Check check(Aws aws) {
    return Objects.requireNonNull(aws.checks().get(Part.JOB_QUEUE));
  }
}
