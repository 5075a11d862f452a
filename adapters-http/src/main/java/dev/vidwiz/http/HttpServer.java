package dev.vidwiz.http;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.user.AccountUseCases;
import dev.vidwiz.http.auth.Authenticator;
import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.auth.ServerTokens;
import dev.vidwiz.http.auth.SignInHandlers;
import dev.vidwiz.http.chat.ConversationHandlers;
import dev.vidwiz.http.chat.Questions;
import dev.vidwiz.http.error.ErrorResponses;
import dev.vidwiz.http.health.HealthHandlers;
import dev.vidwiz.http.jetty.Drain;
import dev.vidwiz.http.jetty.Jetty;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.job.JobHandlers;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.legacy.LegacyNotes;
import dev.vidwiz.http.legacy.LegacyVideos;
import dev.vidwiz.http.legacy.LegacyWiz;
import dev.vidwiz.http.limit.RateLimiter;
import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.http.note.NoteHandlers;
import dev.vidwiz.http.openapi.ApiDocs;
import dev.vidwiz.http.payment.PaymentHandlers;
import dev.vidwiz.http.quota.QuotaHandlers;
import dev.vidwiz.http.request.PublicAddress;
import dev.vidwiz.http.task.TaskHandlers;
import dev.vidwiz.http.user.ProfileHandlers;
import dev.vidwiz.http.video.InternalVideoHandlers;
import dev.vidwiz.http.video.VideoHandlers;
import dev.vidwiz.http.video.VideoStreamHandler;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The running HTTP server. Thread-safe. */
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
   * Creates all handlers and starts the server. It accepts requests when this method returns.
   *
   * @param tokens made from the keys of the settings
   * @throws IllegalStateException when the server cannot listen on the address
   */
  public static HttpServer start(
      VidWiz app,
      CheckHealth health,
      HttpSettings settings,
      ServerTokens tokens,
      InstantSource clock,
      Monitor monitor) {
    UseCases use = app.useCases();
    AccountUseCases accounts = use.accounts();
    Storage storage = app.storage();
    Json json = new Json(settings.zone());
    ErrorResponses errors = new ErrorResponses(json, Jetty::statusOf);
    Jetty jetty = new Jetty(settings.server(), errors, monitor);
    Keys keys = settings.keys();
    Authenticator authenticator =
        new Authenticator(tokens, accounts.checkToken(), storage.users(), keys.adminToken());
    RateLimiter limiter =
        new RateLimiter(settings.limits(), authenticator::carriesAdminToken, clock);
    Pipeline pipeline = new Pipeline(limiter, authenticator, errors);

    SignInHandlers signIn =
        new SignInHandlers(
            accounts.register(),
            accounts.logIn(),
            accounts.signInWithGoogle(),
            tokens,
            keys.googleClientId() != null,
            json);
    ProfileHandlers profile =
        new ProfileHandlers(storage.users(), accounts.createToken(), accounts.revokeToken(), json);
    VideoHandlers videos = new VideoHandlers(storage.videos(), json);
    VideoStreamHandler stream = new VideoStreamHandler(use.watchVideo, settings.streams(), json);
    NoteHandlers notes = new NoteHandlers(use.createNote, use.editNote, storage.notes(), json);
    TaskHandlers tasks =
        new TaskHandlers(
            use.claimTask,
            use.submitTaskResult,
            use.giveBackTask,
            use.resumeTasks,
            use.workerRights,
            json);
    Questions questions = new Questions(use.answerQuestion, json);

    Javalin javalin =
        Javalin.create(
            config -> {
              jetty.configure(config);
              pipeline.addTo(config);
              config.appData(PublicAddress.TRUSTED_PROXIES, settings.server().trustedProxies());
              if (settings.apiDocs()) {
                new ApiDocs().addTo(config);
              }
              Routes routes = new Routes(config.routes);
              routes.addProbes(new HealthHandlers(health, monitor, json));
              routes.addAccounts(signIn, profile);
              routes.addPayments(new PaymentHandlers(json));
              routes.addVideosAndNotes(videos, stream, notes);
              routes.addConversations(
                  new ConversationHandlers(
                      use.beginConversation, storage.conversations(), questions, json));
              routes.addTasks(tasks);
              routes.addJobs(
                  new JobHandlers(use.listJobs, use.retryJob, use.cancelJob, json, clock));
              routes.addQuotas(new QuotaHandlers(storage.quotas(), storage.users(), json, clock));
              routes.addInternal(
                  videos,
                  new InternalVideoHandlers(
                      use.storeTranscript, use.storeMetadata, use.storeSummary, json),
                  notes);
              routes.addLegacyAccounts(signIn, profile);
              routes.addLegacyVideos(
                  videos, new LegacyVideos(storage.videos(), use.storeSummary, json));
              routes.addLegacyNotes(
                  notes,
                  new LegacyNotes(
                      use.createNote, use.editNote, storage.notes(), storage.videos(), json));
              routes.addLegacyTasks(tasks);
              routes.addLegacyWiz(
                  new LegacyWiz(
                      use.prepareVideo,
                      use.beginConversation,
                      storage.videos(),
                      storage.conversations(),
                      questions,
                      json));
            });
    listen(javalin, settings.server());
    return new HttpServer(app, health, javalin, jetty.drain());
  }

  private static void listen(Javalin javalin, ServerSettings address) {
    try {
      javalin.start();
    } catch (JavalinException e) {
      throw new IllegalStateException(
          "cannot listen on %s:%d".formatted(address.host(), address.port()), e);
    }
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
   * Starts the shutdown: {@code /ready} answers 503, no new connection is accepted, and every
   * response closes its connection. Call this before anything else is closed.
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
   * Starts the shutdown, ends requests that wait for a task or watch a video, and lets others
   * finish for up to about twelve seconds. Answers of Wiz are stopped earlier. Use cases and
   * storage stay open.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    beginShutdown();
    try {
      app.endWaits();
      drain.end();
      javalin.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JavalinException e) {
      LOG.log(Level.WARNING, "the server did not stop cleanly", e);
    }
  }
}
