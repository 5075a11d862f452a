package dev.vidwiz.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.aws.AwsSettings.AccessKey;
import dev.vidwiz.aws.AwsSettings.Endpoints;
import dev.vidwiz.aws.AwsSettings.Timeouts;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AwsTest {

  private static final URI ANY = URI.create("http://any.example");
  private static final URI OWN = URI.create("http://own.example");

  @Test
  void has_nothing_when_nothing_is_set() {
    try (Aws aws =
        new Aws(
            new AwsSettings(
                "ap-south-1", null, Endpoints.AMAZON, null, Map.of(), Timeouts.DEFAULTS),
            ZoneOffset.UTC)) {
      assertThat(aws.transcripts()).isNull();
      assertThat(aws.jobs()).isNull();
    }
  }

  @Test
  void is_unavailable_once_closed() {
    Aws aws = TestServer.adapters(ANY);
    TranscriptStore store = aws.transcripts();
    aws.close();

    assertThatThrownBy(() -> store.find(new VideoId("dQw4w9WgXcQ")))
        .isInstanceOfSatisfying(
            AwsException.class, failure -> assertThat(failure.isTemporary()).isTrue());
  }

  @Test
  void a_service_has_its_own_server_or_that_of_all() {
    assertThat(Endpoints.AMAZON.forS3()).isNull();
    assertThat(Endpoints.AMAZON.forSqs()).isNull();
    assertThat(new Endpoints(ANY, null, null).forS3()).isEqualTo(ANY);
    assertThat(new Endpoints(ANY, null, null).forSqs()).isEqualTo(ANY);
    assertThat(new Endpoints(ANY, OWN, null).forS3()).isEqualTo(OWN);
    assertThat(new Endpoints(ANY, null, OWN).forSqs()).isEqualTo(OWN);
  }

  @Test
  void the_secrets_are_not_shown() {
    assertThat(new AccessKey("AKIA", "hidden", "hidden too")).hasToString("AccessKey[id=AKIA]");
  }

  @Test
  void a_timeout_must_be_positive() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Timeouts(second, second, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
