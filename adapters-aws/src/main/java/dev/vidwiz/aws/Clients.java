package dev.vidwiz.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates the SDK's clients. */
final class Clients {

  private static final int MAX_ATTEMPTS = 3;

  /** The JVM's proxy. The SDK reads the environment in another way than VidWiz. */
  private static final ProxyConfiguration JVM_PROXY =
      ProxyConfiguration.builder()
          .useEnvironmentVariablesValues(false)
          .useSystemPropertyValues(false)
          .build();

  private final AwsSettings settings;

  Clients(AwsSettings settings) {
    this.settings = settings;
  }

  S3Client s3() {
    URI endpoint = settings.endpoints().forS3();
    boolean custom = endpoint != null;
    S3ClientBuilder builder =
        configured(S3Client.builder(), endpoint)
            .serviceConfiguration(
                s3 ->
                    s3.pathStyleAccessEnabled(custom)
                        .chunkedEncodingEnabled(!custom)
                        // A server without support for it delays each request by five seconds.
                        .expectContinueEnabled(false));
    if (custom) {
      // Amazon's newer checksums are part of the body, which not every server supports.
      builder
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }
    return builder.build();
  }

  SqsClient sqs() {
    return configured(SqsClient.builder(), settings.endpoints().forSqs()).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
      B builder, @Nullable URI endpoint) {
    AwsSettings.Timeouts timeouts = settings.timeouts();
    builder
        .region(Region.of(settings.region()))
        .credentialsProvider(credentials())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(MAX_ATTEMPTS)
                        .build())
                .apiCallAttemptTimeout(timeouts.attempt())
                .apiCallTimeout(timeouts.call())
                .build())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .proxyConfiguration(JVM_PROXY)
                .connectionTimeout(timeouts.connect())
                .socketTimeout(timeouts.attempt()));
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  private AwsCredentialsProvider credentials() {
    AwsSettings.AccessKey key = settings.accessKey();
    if (key == null) {
      return DefaultCredentialsProvider.builder().build();
    }
    String token = key.sessionToken();
    return StaticCredentialsProvider.create(
        token == null
            ? AwsBasicCredentials.create(key.id(), key.secret())
            : AwsSessionCredentials.create(key.id(), key.secret(), token));
  }
}
