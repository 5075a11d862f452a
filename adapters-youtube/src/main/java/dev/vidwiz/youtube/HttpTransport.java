package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Sends HTTP requests, with a limit on their time and on the size of answers. Thread-safe. */
final class HttpTransport implements AutoCloseable {

  private final Duration readTimeout;
  private final HttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  HttpTransport(YouTubeSettings.Network network) {
    this.readTimeout = network.readTimeout();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(network.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    Optional.ofNullable(network.proxies()).ifPresent(builder::proxy);
    // HttpClient uses the JVM's default proxies, but not its default authenticator.
    Optional.ofNullable(network.authenticator())
        .or(() -> Optional.ofNullable(Authenticator.getDefault()))
        .ifPresent(builder::authenticator);
    this.client = builder.build();
  }

  /** Returns the answer of any status, with at most {@code maxBytes} after decompression. */
  Answer send(HttpRequest.Builder request, int maxBytes, Fetch fetch)
      throws Refusal, InterruptedException {
    Duration limit = fetch.timeLeft(readTimeout);
    HttpRequest complete = request.setHeader("Accept-Encoding", "gzip").build();
    // The timeout of HttpRequest does not cover the body.
    Future<Answer> answer = threads.submit(() -> exchange(complete, maxBytes));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Refusal.unreachable("no complete answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case Refusal refusal -> refusal;
        case IOException network -> Refusal.unreachable("network: " + network);
        case null, default -> Refusal.withheld("a request that could not be sent: " + e);
      };
    } finally {
      answer.cancel(true);
    }
  }

  private Answer exchange(HttpRequest request, int maxBytes)
      throws Refusal, IOException, InterruptedException {
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] bytes = read(body, maxBytes);
      Answer packed =
          new Answer(response.statusCode(), response.headers(), new String(bytes, UTF_8));
      boolean gzip = packed.header("Content-Encoding").equalsIgnoreCase("gzip");
      // Redirects and status 429 are handled by their headers, even with an invalid body.
      if (!gzip || bytes.length == 0 || packed.isRedirect() || packed.status() == 429) {
        return packed;
      }
      String text = new String(decompressed(bytes, maxBytes), UTF_8);
      return new Answer(packed.status(), packed.headers(), text);
    }
  }

  private static byte[] decompressed(byte[] bytes, int maxBytes) throws Refusal {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return read(in, maxBytes);
    } catch (IOException e) {
      throw Refusal.withheld("an answer that is not gzip: " + e.getMessage());
    }
  }

  /** Reads everything, or refuses more than {@code maxBytes}. */
  static byte[] read(InputStream in, int maxBytes) throws Refusal, IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw Refusal.withheld("an answer of more than " + maxBytes + " bytes");
    }
    return bytes;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.shutdownNow();
  }
}
