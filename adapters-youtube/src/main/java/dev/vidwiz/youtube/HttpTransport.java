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

/** Sends single requests, through the proxy if there is one, within time and size. Thread-safe. */
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
    if (network.proxies() != null) {
      builder.proxy(network.proxies());
    }
    // Unlike proxies, the JVM's default authenticator has to be named.
    Optional.ofNullable(network.authenticator())
        .or(() -> Optional.ofNullable(Authenticator.getDefault()))
        .ifPresent(builder::authenticator);
    this.client = builder.build();
  }

  /** Returns the answer, whatever its status is; it may have {@code maxBytes}, decompressed. */
  Answer send(HttpRequest.Builder request, int maxBytes, Fetch fetch)
      throws Refusal, InterruptedException {
    Duration limit = fetch.timeLeft(readTimeout);
    HttpRequest complete = request.setHeader("Accept-Encoding", "gzip").build();
    // The timeout of HttpRequest ends with the headers, and does not limit the body.
    Future<Answer> answer = threads.submit(() -> exchange(complete, maxBytes));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Refusal.unreachable("no whole answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case Refusal refusal -> refusal;
        case IOException network -> Refusal.unreachable("network: " + network);
        case null, default -> Refusal.withheld("a request that could not be made: " + e);
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
      // Redirects and 429 are understood by their headers, whatever the body is.
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
      throw Refusal.withheld("an answer that is no gzip: " + e.getMessage());
    }
  }

  /** Reads all there is, up to {@code maxBytes}. */
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
