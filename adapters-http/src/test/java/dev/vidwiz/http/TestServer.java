package dev.vidwiz.http;

import dev.vidwiz.accounts.JwtTokens;
import dev.vidwiz.application.Options;
import dev.vidwiz.application.Ports;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.UsageLimits;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.note.NoteLimits;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.task.NewVideoLimits;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.worker.UserWorkers;
import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.auth.ServerTokens;
import dev.vidwiz.http.jetty.ReceiveLimits;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.openapi.ApiDescription;
import dev.vidwiz.http.request.BodiesInFlight;
import dev.vidwiz.http.video.VideoStreamHandler.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A whole server on a free port, with everything but the storage and the passwords as it is. */
public final class TestServer implements AutoCloseable {

  public static final String ADMIN_TOKEN = "admin-token";
  public static final String SECRET_KEY = "short secret";

  public static final String VIDEO = "dQw4w9WgXcQ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final Set<Part> broken = ConcurrentHashMap.newKeySet();
  private final RecordingMonitor monitor = new RecordingMonitor();
  private final VidWiz app;
  private final HttpServer server;

  private TestServer(
      HttpSettings settings,
      GoogleIdentities google,
      @Nullable ChatModel model,
      UserWorkers userWorkers,
      NoteLimits noteLimits) {
    ServerTokens tokens = tokens(settings.keys(), clock);
    this.app =
        new VidWiz(
            new Ports(
                storage,
                null,
                new Ports.Accounts(
                    new PlainPasswords(),
                    tokens,
                    google,
                    settings.limits().rates().isEmpty() ? null : storage.logins()),
                new Ports.Ai(model, null),
                clock),
            new Options(
                new UserDefaults(false),
                new WizSettings(100, 1_000, 20, 5, 50),
                true,
                false,
                new UsageLimits(NewVideoLimits.DEFAULTS, noteLimits),
                userWorkers));
    this.server =
        HttpServer.start(app, new CheckHealth(checks(), clock), settings, tokens, clock, monitor);
  }

  private static ServerTokens tokens(Keys keys, InstantSource clock) {
    String secret = keys.secretKey();
    return new ServerTokens(
        secret == null ? null : new JwtTokens(secret, keys.tokenLifetime(), clock));
  }

  /** Starts a server that has all it needs. */
  public static TestServer start() {
    return start(settings(keys(SECRET_KEY, ADMIN_TOKEN)));
  }

  /** Starts a server whose users may store so much. */
  public static TestServer start(NoteLimits noteLimits) {
    return start(
        settings(keys(SECRET_KEY, ADMIN_TOKEN)), credential -> Optional.empty(), null, noteLimits);
  }

  /** Starts a server that answers questions, and whose users may store so much. */
  public static TestServer start(
      HttpSettings settings,
      GoogleIdentities google,
      @Nullable ChatModel model,
      NoteLimits noteLimits) {
    return new TestServer(settings, google, model, UserWorkers.OWN, noteLimits);
  }

  /** Starts a server that nobody can sign in to with Google. */
  public static TestServer start(HttpSettings settings) {
    return start(settings, credential -> Optional.empty());
  }

  /** Starts a server. */
  public static TestServer start(HttpSettings settings, GoogleIdentities google) {
    return start(settings, google, null);
  }

  /** Starts a server whose questions are answered by the given model. */
  public static TestServer start(
      HttpSettings settings, GoogleIdentities google, @Nullable ChatModel model) {
    return start(settings, google, model, NoteLimits.DEFAULTS);
  }

  /** Starts a server on which workers of users have the given rights. */
  public static TestServer start(UserWorkers userWorkers) {
    return new TestServer(
        settings(keys(SECRET_KEY, ADMIN_TOKEN)),
        credential -> Optional.empty(),
        null,
        userWorkers,
        NoteLimits.DEFAULTS);
  }

  /** Starts a server whose streams last for other times than usual. */
  public static TestServer start(Times streamTimes) {
    HttpSettings usual = settings(keys(SECRET_KEY, ADMIN_TOKEN));
    return start(
        new HttpSettings(
            usual.server(), usual.keys(), RateLimits.NONE, usual.zone(), true, streamTimes));
  }

  /** Returns settings for any free port, in a zone with minutes in its offset. */
  public static HttpSettings settings(Keys keys) {
    return new HttpSettings(
        listening(0, Set.of(), InetAddress::isLoopbackAddress),
        keys,
        RateLimits.NONE,
        ZoneId.of("Asia/Kolkata"),
        true);
  }

  /** Returns settings for a server on this machine. */
  public static ServerSettings listening(
      int port, Set<String> corsOrigins, Predicate<InetAddress> trustedProxies) {
    ReceiveLimits ample =
        new ReceiveLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            new BodiesInFlight(64 << 20, 16 << 20),
            System::nanoTime);
    return new ServerSettings("127.0.0.1", port, corsOrigins, trustedProxies, ample, null);
  }

  /** Starts a server that has all it needs, and limits its clients. */
  public static TestServer start(RateLimits limits, Predicate<InetAddress> trustedProxies) {
    HttpSettings usual = settings(keys(SECRET_KEY, ADMIN_TOKEN));
    return start(
        new HttpSettings(
            listening(0, Set.of(), trustedProxies), usual.keys(), limits, usual.zone(), true));
  }

  /** Returns keys for tokens that are good for a day. */
  public static Keys keys(@Nullable String secretKey, @Nullable String adminToken) {
    return new Keys(secretKey, adminToken, Duration.ofHours(24), "client-id");
  }

  /** Makes a part look as if it were down, for a reason that is nobody's business. */
  public void breakPart(Part part) {
    broken.add(part);
  }

  public InMemoryStorage storage() {
    return storage;
  }

  public SettableClock clock() {
    return clock;
  }

  public RecordingMonitor monitor() {
    return monitor;
  }

  public VidWiz app() {
    return app;
  }

  public HttpServer server() {
    return server;
  }

  public int port() {
    return server.port();
  }

  /** Returns method and path of each route. */
  public Set<String> routes() {
    return server.routes();
  }

  /**
   * Makes a call with a body of JSON, or none; header names and values alternate. The answer must
   * be one that the OpenAPI document tells of.
   */
  public Answer call(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      Answer answer = new Answer(client.send(request.build(), BodyHandlers.ofString()));
      ApiDescription.checkAnswer(method, path, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a call with a token. */
  public Answer callAs(String token, String method, String path, @Nullable String body) {
    return call(method, path, body, "Authorization", "Bearer " + token);
  }

  /** Makes a call with the admin token. */
  public Answer callAsAdmin(String method, String path, @Nullable String body) {
    return callAs(ADMIN_TOKEN, method, path, body);
  }

  /** Registers a user, logs them in and returns the token. */
  public String logIn(String name) {
    String user =
        """
        {"email": "%s@example.com", "password": "correct horse", "name": "%s"}
        """
            .formatted(name, name);
    call("POST", "/v2/auth/register", user);
    return call("POST", "/v2/auth/login", user).json().get("token").textValue();
  }

  /** Creates a video by taking a note of it. */
  public void createVideo(String token) {
    callAs(token, "POST", "/v2/videos/" + VIDEO + "/notes", "{\"timestamp\": \"0:01\"}");
  }

  private Map<Part, Check> checks() {
    Map<Part, Check> checks = new EnumMap<>(Part.class);
    for (Part part : List.of(Part.DATABASE, Part.MIGRATIONS)) {
      checks.put(
          part,
          () -> {
            if (broken.contains(part)) {
              throw new IllegalStateException("db.internal refused the password");
            }
          });
    }
    return checks;
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
    app.close();
  }
}
