package dev.vidwiz.aws.s3;

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

final class BucketCheckTest {

  @Test
  void a_bucket_is_there_once_it_has_been_made() {
    S3MockServer s3 = S3MockServer.shared();
    try (Aws aws = TestServer.adapters(s3.address(), "new-bucket")) {
      assertIsNotThere(aws);
      s3.createBucket("new-bucket");
      assertThatCode(() -> PatientCheck.look(check(aws))).doesNotThrowAnyException();
    }
  }

  @Test
  void a_bucket_that_is_forbidden_or_broken_is_not_there() {
    for (int status : new int[] {403, 503}) {
      try (TestServer s3 = new TestServer(answer(status, ""));
          Aws aws = s3.adapters()) {
        assertIsNotThere(aws);
      }
    }
  }

  @Test
  void a_service_that_does_not_respond_times_out_soon() {
    try (TestServer s3 = new TestServer(silence());
        Aws aws = s3.adapters()) {
      assertIsNotThere(aws);
    }
  }

  private static void assertIsNotThere(Aws aws) {
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> check(aws).look());
  }

  private static Check check(Aws aws) {
    return Objects.requireNonNull(aws.checks().get(Part.TRANSCRIPT_STORE));
  }
}
