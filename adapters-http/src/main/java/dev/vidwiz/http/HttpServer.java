package dev.vidwiz.http;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.user.AccountUseCases;
import dev.vidwiz.http.auth.Authenticator;
import dev.vidwiz.http.auth.JwtTokens;
import dev.vidwiz.http.auth.SignInHandlers;
import dev.vidwiz.http.chat.ConversationHandlers;
import dev.vidwiz.http.chat.Questions;
import dev.vidwiz.http.error.ErrorAnswers;
import dev.vidwiz.http.health.HealthHandlers;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.legacy.LegacyNotes;
import dev.vidwiz.http.legacy.LegacyVideos;
import dev.vidwiz.http.legacy.LegacyWiz;
import dev.vidwiz.http.limit.RateLimiter;
import dev.vidwiz.http.monitor.MetricsHandler;
import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.http.note.NoteHandlers;
import dev.vidwiz.http.openapi.ApiDocs;
import dev.vidwiz.http.request.ClientAddress;
import dev.vidwiz.http.task.TaskHandlers;
import dev.vidwiz.http.user.ProfileHandlers;
import dev.vidwiz.http.video.InternalVideoHandlers;
import dev.vidwiz.http.video.VideoHandlers;
import dev.vidwiz.http.video.VideoStreamHandler;
import dev.vidwiz.http.work.JobHandlers;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** A running HTTP server over a VidWiz. Thread-safe. */
public final class HttpServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

  private final VidWiz app;
  private final CheckHealth health;
  private final Javalin javalin;
  private final Drain drain;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final int port;

  private HttpServer(VidWiz app, CheckHealth health, Javalin javalin, Drain drain) {
    this.app = app;
    this.health = health;
    this.javalin = javalin;
    this.drain = drain;
    this.port = javalin.port();
  }

  /**
   * Starts a server; it answers requests when this returns.
   *
   * @throws IllegalStateException when the address cannot be listened on
   */
  public static HttpServer start(
      VidWiz app, CheckHealth health, HttpSettings settings, InstantSource clock, Monitor monitor) {
    return start(app, health, settings, clock, monitor, VideoStreamHandler.Times.USUAL);
  }

  static HttpServer start(
      VidWiz app,
      CheckHealth health,
      HttpSettings settings,
      InstantSource clock,
      Monitor monitor,
      VideoStreamHandler.Times streamTimes) {
    UseCases use = app.useCases();
    AccountUseCases accounts = use.accounts();
    Storage storage = app.storage();
    Json json = new Json(settings.zone());
    ErrorAnswers errors = new ErrorAnswers(json);
    HttpSettings.Keys keys = settings.keys();
    JwtTokens tokens = new JwtTokens(keys, clock);
    Authenticator authenticator =
        new Authenticator(tokens, accounts.checkToken(), keys.adminToken());
    ClientAddress addresses = new ClientAddress(settings.clients().trustedProxies());
    RateLimiter limiter =
        new RateLimiter(
            settings.clients().limits(), addresses, authenticator::carriesAdminToken, clock);
    Pipeline pipeline = new Pipeline(limiter, authenticator, errors);
    Questions questions = new Questions(use.answerQuestion, addresses, json);
    Routes routes =
        new Routes(
            new SignInHandlers(
                accounts.register(),
                accounts.logIn(),
                accounts.signInWithGoogle(),
                tokens,
                keys.googleClientId() != null,
                json),
            new ProfileHandlers(
                storage.users(), accounts.createToken(), accounts.revokeToken(), json),
            new VideoHandlers(storage.videos(), json),
            new VideoStreamHandler(use.watchVideo, streamTimes, json),
            new InternalVideoHandlers(
                use.storeTranscript, use.storeMetadata, use.storeSummary, json),
            new NoteHandlers(use.createNote, use.editNote, storage.notes(), json),
            new ConversationHandlers(
                use.beginConversation, storage.conversations(), questions, json),
            new TaskHandlers(
                use.claimTask, use.submitTaskResult, use.giveBackTask, use.resumeTasks, json),
            new JobHandlers(use.listJobs, use.retryJob, use.cancelJob, json, clock),
            new MetricsHandler(monitor),
            new LegacyVideos(storage.videos(), use.storeSummary, json),
            new LegacyNotes(use.createNote, use.editNote, storage.notes(), storage.videos(), json),
            new LegacyWiz(
                use.prepareVideo,
                use.beginConversation,
                storage.videos(),
                storage.conversations(),
                questions,
                json),
            new HealthHandlers(health, json));
    Jetty jetty = new Jetty(settings, errors, new Envelope(addresses, monitor));
    Javalin javalin =
        Javalin.create(
            config -> {
              jetty.configure(config);
              pipeline.addTo(config);
              if (settings.browsers().apiDocs()) {
                new ApiDocs().addTo(config);
              }
              routes.addTo(config.routes);
            });
    try {
      javalin.start();
    } catch (JavalinException e) {
      throw new IllegalStateException(
          "cannot listen on %s:%d".formatted(settings.host(), settings.port()), e);
    }
    return new HttpServer(app, health, javalin, jetty.drain());
  }

  /** Returns the port on which the server listens, or did before it was closed. */
  public int port() {
    return port;
  }

  /** Returns method and path of each route, such as {@code GET /v2/videos}. */
  Set<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .collect(Collectors.toSet());
  }

  /**
   * The beginning of {@link #close}: is not ready any more, stops listening, and tells whoever gets
   * an answer from now on that no other will follow. To be done before anything else is closed.
   */
  public void beginShutdown() {
    health.close();
    try {
      drain.begin();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes leave, sends home whoever waits for a task or watches a video, and lets other requests
   * finish, for some twelve seconds at most; answers of Wiz break off before. The rest of the
   * VidWiz is left open.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    beginShutdown();
    try {
      app.useCases().endWaits();
      drain.end();
      javalin.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JavalinException e) {
      LOG.log(Level.WARNING, "the server did not stop cleanly", e);
    }
  }
}
