package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.health.DownException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Authenticator;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The server of the model. Redirects are not followed, because they would send the key to another
 * server. Thread-safe.
 */
final class ModelServer {

  private static final System.Logger LOG = System.getLogger(ModelServer.class.getName());
  private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(1);
  private static final int MAX_ERROR_BYTES = 64 * 1024;
  private static final Duration ERROR_BODY_TIMEOUT = Duration.ofSeconds(1);

  private final OpenRouterSettings settings;
  private final InstantSource clock;
  private final Failures failures;
  private final Set<Trait> dialect = new ConcurrentSkipListSet<>();
  private volatile HttpClient http;

  ModelServer(OpenRouterSettings settings, InstantSource clock) {
    this.clock = clock;
    String user = settings.address().user();
    this.failures =
        new Failures(settings.key(), user, user == null ? null : user.replaceFirst("^[^:]*:", ""));
    this.settings = settings;
    this.http = newClient();
  }

  Failures failures() {
    return failures;
  }

  Set<Trait> dialect() {
    return Set.copyOf(dialect);
  }

  /** Records a trait of the server for the lifetime of the process. */
  void addTrait(Trait trait) {
    if (dialect.add(trait)) {
      LOG.log(Level.INFO, "the model''s server at {0} {1}", settings.address().display(), trait);
    }
  }

  /**
   * Requests the list of models, which costs no tokens. A server without such a list counts as up.
   *
   * @throws DownException when the server answers and refuses
   * @throws ChatModelException when it does not answer
   */
  void check() throws InterruptedException, DownException {
    Deadline deadline = Deadline.in(CHECK_TIMEOUT, "The list of models did not come in time");
    try {
      // The list can be long and is not needed.
      ask(ChatRequest.to("models", settings).build(), deadline).close();
    } catch (ServerError e) {
      ChatModelException failure = failures.of(e);
      if (failure.kind() != Kind.REFUSED) {
        throw new DownException(reason(e.status), failure);
      }
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  private static String reason(int status) {
    return switch (status) {
      case 401, 403 -> "The key is refused";
      case 402 -> "The credits are used up";
      case 429 -> "Too many requests";
      default -> "It answers with status " + status;
    };
  }

  /**
   * Sends a request and waits for the response headers. An interrupt closes the connection.
   *
   * @return the body of a successful response; the caller closes it
   * @throws ServerError when the status is not 2xx
   */
  ResponseBytes ask(HttpRequest request, Deadline deadline)
      throws IOException, InterruptedException {
    ResponseBytes body = new ResponseBytes();
    try {
      requireSuccess(send(request, body, deadline), deadline);
      return body;
    } catch (Throwable e) {
      body.close();
      throw e;
    }
  }

  private HttpResponse<ResponseBytes> send(
      HttpRequest request, ResponseBytes body, Deadline deadline)
      throws IOException, InterruptedException {
    long timeout = deadline.nanosLeft();
    HttpClient client = http;
    CompletableFuture<HttpResponse<ResponseBytes>> response =
        client.sendAsync(request, head -> body);
    try {
      return response.get(timeout, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException(deadline.message());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io && !(io instanceof ProtocolException)) {
        throw io;
      }
      retire(client);
      throw new IOException("The response cannot be read", e.getCause());
    } finally {
      response.cancel(true); // No effect after the response.
    }
  }

  private void requireSuccess(HttpResponse<ResponseBytes> response, Deadline deadline)
      throws IOException, InterruptedException {
    HttpHeaders headers = response.headers();
    if (response.statusCode() / 100 != 2) {
      Deadline soon = Deadline.in(ERROR_BODY_TIMEOUT, "").orEarlier(deadline);
      String detail = Chunk.errorIn(response.body().readText(MAX_ERROR_BYTES, soon)).detail;
      throw new ServerError(response.statusCode(), detail, retryAfter(headers));
    }
    if (!headers.firstValue("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
      throw new ProtocolException("The model's server sent a compressed answer, unasked");
    }
  }

  /**
   * Replaces the client, which closes after its running requests. The JDK's client (at least in 25)
   * leaves a connection open when it cannot parse the response headers; only the end of the client
   * closes it.
   */
  private synchronized void retire(HttpClient client) {
    if (http.equals(client)) {
      http = newClient();
    }
    client.shutdown();
  }

  private HttpClient newClient() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.limits().connect());
    Optional.ofNullable(Authenticator.getDefault()).ifPresent(builder::authenticator);
    return builder.build();
  }

  private @Nullable Duration retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(value -> RetryAfter.parse(value, clock.instant()))
        .orElse(null);
  }
}
