package dev.vidwiz.aws.s3;

import com.adobe.testing.s3mock.S3MockApplication;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Adobe's S3Mock in this JVM, and a client of its own to look into it. */
public final class S3MockServer implements AutoCloseable {

  private final S3MockApplication server;
  private final S3Client client;

  /** Returns the one that tests share, which ends with the JVM: it takes seconds to start. */
  static S3MockServer shared() {
    return Shared.SERVER;
  }

  /** Starts on a port. */
  public S3MockServer(int port) {
    server =
        S3MockApplication.start(
            new HashMap<>(
                Map.of(
                    S3MockApplication.PROP_HTTP_PORT,
                    port,
                    S3MockApplication.PROP_HTTPS_PORT,
                    0,
                    S3MockApplication.PROP_SILENT,
                    true)));
    client =
        S3Client.builder()
            .region(Region.AP_SOUTH_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(address())
            .forcePathStyle(true)
            .build();
  }

  @SuppressWarnings("deprecation") // Its authors prefer a container.
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getHttpPort());
  }

  /** Makes a bucket. */
  public void createBucket(String name) {
    try {
      client.createBucket(bucket -> bucket.bucket(name));
    } catch (BucketAlreadyOwnedByYouException e) {
      // The answer was slow, and the client asked again.
    }
  }

  /** Returns what an object holds. */
  public String read(String bucket, String key) {
    return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
  }

  S3Client client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }

  private static final class Shared {
    static final S3MockServer SERVER = new S3MockServer(0);
  }
}
