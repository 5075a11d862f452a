package dev.vidwiz.aws.s3;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BucketCheckTest {

  @Test
  void a_bucket_is_there_once_it_has_been_made() {
    S3MockServer s3 = S3MockServer.shared();
    try (Aws aws = TestServer.adapters(s3.address(), "new-bucket")) {
      assertIsDown(aws, "The bucket does not exist");
      s3.createBucket("new-bucket");
      assertThatCode(() -> PatientCheck.look(check(aws))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, The bucket is in another region",
    "403, 'The key is refused, or has no right to the bucket'",
    "503, It answers with status 503"
  })
  void a_bucket_that_is_forbidden_or_broken_is_not_there(int status, String reason) {
    try (TestServer s3 = new TestServer(answer(status, ""));
        Aws aws = s3.adapters()) {
      assertIsDown(aws, reason);
    }
  }

  @Test
  void a_service_that_does_not_respond_times_out_soon() {
    try (TestServer s3 = new TestServer(silence());
        Aws aws = s3.adapters()) {
      assertThatExceptionOfType(DownException.class)
          .isThrownBy(() -> check(aws).look())
          .withMessage("No answer in time");
    }
  }

  private static void assertIsDown(Aws aws, String reason) {
    assertThatExceptionOfType(DownException.class)
        .isThrownBy(() -> PatientCheck.look(check(aws)))
        .withMessage(reason);
  }

  private static Check check(Aws aws) {
    return Objects.requireNonNull(aws.checks().get(Part.TRANSCRIPT_STORE));
  }
}
