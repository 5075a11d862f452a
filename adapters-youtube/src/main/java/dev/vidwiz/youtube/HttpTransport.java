package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Sends single requests, through the proxy if there is one, within time and size. What an answer is
 * shows in its text, whatever its content type says. Thread-safe.
 */
final class HttpTransport implements AutoCloseable {

  private final Duration readTimeout;
  private final HttpClient client;

  HttpTransport(YouTubeSettings.Network network) {
    this.readTimeout = network.readTimeout();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(network.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    if (network.proxies() != null) {
      builder.proxy(network.proxies());
    }
    // Unlike proxies, the JVM's default authenticator has to be named.
    Optional.ofNullable(network.authenticator())
        .or(() -> Optional.ofNullable(Authenticator.getDefault()))
        .ifPresent(builder::authenticator);
    this.client = builder.build();
  }

  /** Returns the answer, whatever its status is. */
  HttpResponse<byte[]> send(Request request, Deadline deadline)
      throws Refusal, InterruptedException {
    Duration limit = deadline.left(readTimeout);
    HttpRequest.Builder builder = HttpRequest.newBuilder(request.address());
    request.headers().forEach(builder::setHeader);
    builder.setHeader("Accept-Encoding", "gzip");
    if (request.body() != null) {
      builder.setHeader("Content-Type", "application/json");
      builder.POST(BodyPublishers.ofString(request.body()));
    }
    // The timeout of HttpRequest ends with the headers: a body could trickle in for ever.
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(builder.build(), info -> new BoundedBody(request.limit()));
    try {
      return response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Refusal.unreachable("no whole answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      response.cancel(true);
    }
  }

  /** Returns the text of an answer, read as UTF-8. */
  static String text(HttpResponse<byte[]> response, int limit) throws Refusal {
    byte[] body = response.body();
    boolean gzip =
        response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    if (gzip && body.length > 0) {
      body = decompressed(body, limit);
    }
    return new String(body, UTF_8);
  }

  /** Says what an answer means whose status is not 200. */
  static Refusal refusal(HttpResponse<byte[]> response, String text) {
    int status = response.statusCode();
    if (status == 429) {
      return Refusal.blocked("HTTP 429", RetryAfter.of(response.headers()));
    }
    if (status == 408 || status >= 500) {
      return Refusal.unreachable("HTTP " + status);
    }
    return Refusal.withheld(
        "HTTP " + status + (text.contains("FAILED_PRECONDITION") ? " FAILED_PRECONDITION" : ""));
  }

  static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static byte[] decompressed(byte[] body, int limit) throws Refusal {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw BoundedBody.tooLong(limit);
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.withheld("an answer that is no gzip: " + e.getMessage());
    }
  }

  private static Refusal failure(ExecutionException e) {
    return switch (e.getCause()) {
      case Refusal refusal -> refusal;
      case IOException network -> Refusal.unreachable("network: " + network);
      case null, default -> Refusal.withheld("a request that could not be made: " + e);
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
