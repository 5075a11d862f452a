package dev.vidwiz.youtube;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets pages the way a browser does, from allowed addresses only. Every page is read as UTF-8
 * whatever its content type says; what it is shows in the page itself. Thread-safe.
 */
final class Browser implements AutoCloseable {

  private static final int MAX_REDIRECTS = 5;
  private static final String USER_AGENT =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private final Addresses addresses;
  private final Duration readTimeout;
  private final String acceptLanguage;
  private final HttpClient http;

  Browser(Addresses addresses, YouTubeSettings settings) {
    this.addresses = addresses;
    this.readTimeout = settings.readTimeout();
    this.acceptLanguage = acceptLanguage(settings.languages());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * Returns the text at {@code address}.
   *
   * @param limit how many bytes it may have
   * @param missing what it means when there is nothing at the address
   */
  String read(URI address, int limit, NotFetched missing) throws NotFetched, InterruptedException {
    URI page = address;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse<byte[]> response = send(page, limit);
      if (!isRedirect(response.statusCode())) {
        requireSuccess(response, missing);
        return new String(response.body(), StandardCharsets.UTF_8);
      }
      page = allowed(page, response.headers().firstValue("Location").orElse(""));
    }
    throw NotFetched.broken("more than " + MAX_REDIRECTS + " redirects");
  }

  /** Returns where to fetch what {@code link} on the page {@code page} leads to. */
  URI allowed(URI page, String link) throws NotFetched {
    URI target = resolve(page, link.strip());
    Optional<String> barrier = Barrier.at(target);
    if (barrier.isPresent()) {
      throw NotFetched.notNow(barrier.get(), NotFetched.LATER);
    }
    URI allowed = addresses.allowed(target);
    if (allowed == null) {
      throw NotFetched.broken("a link to a foreign host: " + target.getHost());
    }
    return allowed;
  }

  private static URI resolve(URI page, String link) throws NotFetched {
    if (link.isEmpty()) {
      throw NotFetched.broken("a link to nowhere");
    }
    try {
      return page.resolve(link);
    } catch (IllegalArgumentException e) {
      throw NotFetched.broken("a link that is no address");
    }
  }

  private HttpResponse<byte[]> send(URI address, int limit)
      throws NotFetched, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", USER_AGENT)
            .header("Accept", "text/html,application/xhtml+xml,application/json,*/*;q=0.8")
            .header("Accept-Language", acceptLanguage)
            .build();
    // The timeout of HttpRequest ends with the headers: a body could trickle in for ever.
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(request, info -> new BoundedBody(limit));
    try {
      return response.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw NotFetched.notNow("no whole answer within " + readTimeout, NotFetched.SOON);
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      response.cancel(true);
    }
  }

  private static NotFetched failure(ExecutionException e) {
    return switch (e.getCause()) {
      case NotFetched notFetched -> notFetched;
      case IOException network -> NotFetched.notNow("network: " + network, NotFetched.SOON);
      case null, default -> NotFetched.broken("a request that could not be made: " + e);
    };
  }

  private static void requireSuccess(HttpResponse<byte[]> response, NotFetched missing)
      throws NotFetched {
    int status = response.statusCode();
    if (status == 200) {
      return;
    }
    String reason = "HTTP " + status;
    if (status == 429 || status == 403) {
      throw NotFetched.notNow(reason, RetryAfter.of(response.headers(), NotFetched.LATER));
    }
    if (status == 408 || status >= 500) {
      throw NotFetched.notNow(reason, RetryAfter.of(response.headers(), NotFetched.SOON));
    }
    if (status == 404 || status == 410) {
      throw missing;
    }
    throw NotFetched.broken(reason);
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /**
   * {@code en, hi} becomes {@code en,hi;q=0.9,*;q=0.1}: a wish less for each place down the list.
   */
  private static String acceptLanguage(List<String> languages) {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < languages.size(); i++) {
      header.append(languages.get(i));
      header.append(i == 0 ? "," : String.format(Locale.ROOT, ";q=0.%d,", Math.max(2, 10 - i)));
    }
    return header.append("*;q=0.1").toString();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
