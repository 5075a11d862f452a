package dev.vidwiz.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.transcript.TranscriptStoreContract;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.TestServer;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

final class S3TranscriptStoreTest extends TranscriptStoreContract {

  private static final JsonText TRANSCRIPT =
      new JsonText("[{\"text\":\"Grüße 👋\\n\",\"offset\":1.50,  \"x\":null}]");

  private static final S3MockServer SERVER = S3MockServer.shared();
  private static final Aws AWS = TestServer.adapters(SERVER.address());

  private final TranscriptStore store = AWS.transcripts();

  @BeforeAll
  static void makeBucket() {
    SERVER.createBucket("bucket");
  }

  @AfterAll
  static void stop() {
    AWS.close();
  }

  @Override
  protected TranscriptStore store() {
    return store;
  }

  @Test
  void keeps_the_largest_transcript_that_can_be_sent() {
    VideoId videoId = new VideoId("largest_001");
    String text = "[{\"text\":\"" + "x".repeat(16 << 20) + "\"}]";
    store.put(videoId, new JsonText(text));

    assertThat(store.find(videoId).orElseThrow().value().equals(text)).isTrue();
  }

  @Test
  void writes_the_object_that_workers_elsewhere_look_for() {
    store.put(new VideoId("dQw4w9WgXcQ"), TRANSCRIPT);

    ResponseBytes<GetObjectResponse> object =
        SERVER
            .client()
            .getObjectAsBytes(get -> get.bucket("bucket").key("transcripts/dQw4w9WgXcQ.json"));
    assertThat(object.response().contentType()).isEqualTo("application/json");
    assertThat(object.response().contentEncoding()).isNullOrEmpty();
    assertThat(object.asString(StandardCharsets.UTF_8)).isEqualTo(TRANSCRIPT.value());
  }

  @Test
  void reads_the_object_that_a_worker_elsewhere_wrote() {
    SERVER
        .client()
        .putObject(
            put -> put.bucket("bucket").key("transcripts/elsewhere_1.json"),
            RequestBody.fromString(TRANSCRIPT.value()));

    assertThat(store.find(new VideoId("elsewhere_1"))).contains(TRANSCRIPT);
  }

  @Test
  void refuses_an_object_that_is_empty() {
    SERVER
        .client()
        .putObject(
            put -> put.bucket("bucket").key("transcripts/empty_00001.json"), RequestBody.empty());

    assertThatThrownBy(() -> store.find(new VideoId("empty_00001")))
        .isInstanceOf(InfrastructureException.class)
        .hasMessage("empty: s3://bucket/transcripts/empty_00001.json");
  }
}
