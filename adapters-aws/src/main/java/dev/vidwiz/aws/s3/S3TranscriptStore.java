package dev.vidwiz.aws.s3;

import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Stores transcripts as objects {@code transcripts/{video_id}.json} in a bucket. Thread-safe. */
public final class S3TranscriptStore implements TranscriptStore {

  /** Twice the maximum that a worker can upload. */
  private static final int MAX_BYTES = 32 << 20;

  private final Supplier<S3Client> client;
  private final String bucket;

  /** Uses the given bucket, which must exist. */
  public S3TranscriptStore(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    byte[] content = transcript.value().getBytes(StandardCharsets.UTF_8);
    try {
      client
          .get()
          .putObject(
              put -> put.bucket(bucket).key(key(videoId)).contentType("application/json"),
              RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw AwsException.of("cannot write " + url(videoId), e);
    }
  }

  @Override
  public Optional<JsonText> find(VideoId videoId) {
    byte[] content;
    try {
      content =
          client
              .get()
              .getObject(
                  get -> get.bucket(bucket).key(key(videoId)),
                  (response, body) -> readBounded(body));
    } catch (SdkException e) {
      if (isMissing(e)) {
        return Optional.empty();
      }
      throw AwsException.of("cannot read " + url(videoId), e);
    }
    if (content.length > MAX_BYTES) {
      throw AwsException.unusable("too large for a transcript: " + url(videoId));
    }
    String text = new String(content, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw AwsException.unusable("empty: " + url(videoId));
    }
    return Optional.of(new JsonText(text));
  }

  /** Reads at most one byte more than allowed. */
  private static byte[] readBounded(AbortableInputStream body) throws IOException {
    byte[] content = body.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      // A close would read the rest, to reuse the connection.
      body.abort();
    }
    return content;
  }

  /** A missing bucket also is a 404. Some servers send no error code for a missing object. */
  private static boolean isMissing(SdkException e) {
    if (!(e instanceof S3Exception answer) || answer.statusCode() != 404) {
      return false;
    }
    String code = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
    return code == null || code.isEmpty() || code.equals("NoSuchKey");
  }

  private static String key(VideoId videoId) {
    return "transcripts/" + videoId + ".json";
  }

  private String url(VideoId videoId) {
    return "s3://" + bucket + "/" + key(videoId);
  }
}
