package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.AI_DISPATCH_ON_TRANSCRIPT;
import static dev.vidwiz.bootstrap.settings.SettingTable.AI_NOTES_DEFAULT;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_CLIENT_ID;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_JWKS_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.GUEST_NEW_VIDEOS_PER_DAY;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_ENABLED;
import static dev.vidwiz.bootstrap.settings.SettingTable.S3_BUCKET_NAME;
import static dev.vidwiz.bootstrap.settings.SettingTable.USER_MAX_BYTES;
import static dev.vidwiz.bootstrap.settings.SettingTable.USER_MAX_NOTES;
import static dev.vidwiz.bootstrap.settings.SettingTable.USER_NEW_VIDEOS_PER_DAY;
import static dev.vidwiz.bootstrap.settings.SettingTable.USER_WORKERS;
import static dev.vidwiz.bootstrap.settings.SettingTable.WIZ_CONTEXT_TOKENS;
import static dev.vidwiz.bootstrap.settings.SettingTable.WIZ_GUEST_DAILY_QUOTA;
import static dev.vidwiz.bootstrap.settings.SettingTable.WIZ_GUEST_IP_DAILY_QUOTA;
import static dev.vidwiz.bootstrap.settings.SettingTable.WIZ_MAX_TOKENS;
import static dev.vidwiz.bootstrap.settings.SettingTable.WIZ_USER_DAILY_QUOTA;
import static dev.vidwiz.bootstrap.settings.SettingTable.WORKERS;

import dev.vidwiz.accounts.JwtTokens;
import dev.vidwiz.accounts.ScryptPasswordHasher;
import dev.vidwiz.application.Options;
import dev.vidwiz.application.Ports;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.UsageLimits;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.VidWiz;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.fetch.FetchWorker;
import dev.vidwiz.application.fetch.LocalTasks;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.note.NoteLimits;
import dev.vidwiz.application.task.NewVideoLimits;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.bootstrap.log.RequestLog;
import dev.vidwiz.bootstrap.metrics.Metrics;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Workers;
import dev.vidwiz.http.HttpServer;
import dev.vidwiz.http.HttpSettings;
import dev.vidwiz.http.auth.GoogleIdTokens;
import dev.vidwiz.http.auth.Keys;
import dev.vidwiz.http.auth.ServerTokens;
import dev.vidwiz.llm.OpenRouterChatModel;
import dev.vidwiz.persistence.OpenedStorage;
import dev.vidwiz.youtube.YouTubeVideoSource;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server, assembled from the settings: VidWiz with its database, remote services and HTTP. */
final class RunningServer implements AutoCloseable {

  private final Settings settings;
  private final InstantSource clock = new SystemClock();
  private final Metrics metrics = new Metrics(Version.current());
  private Runnable beginShutdown = () -> {};
  private final List<Runnable> closedConcurrently = new ArrayList<>();
  private final Deque<Runnable> closedLast = new ArrayDeque<>();
  private String address = "";
  private List<String> report = List.of();

  private RunningServer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts a server, which answers requests when this returns. Call it before the first virtual
   * thread starts.
   *
   * @throws CannotRun when the database or the port cannot be used
   */
  static RunningServer start(Settings settings) {
    VirtualThreadTuning.prepareFor(settings.get(DB_URL));
    RunningServer server = new RunningServer(settings);
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Returns the URL of the server on this machine, without a path. */
  String address() {
    return address;
  }

  /** Returns lines for the log about what was started. */
  List<String> report() {
    return report;
  }

  /**
   * Ends waiting requests, gives back in-flight work while running requests finish, and closes the
   * database last.
   */
  @Override
  public void close() {
    beginShutdown.run();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      closedConcurrently.forEach(threads::execute);
    }
    while (!closedLast.isEmpty()) {
      closedLast.pop().run();
    }
  }

  private void start() {
    closedLast.push(metrics::close);
    RemoteServices remote = new RemoteServices(settings);
    Migrate.requireCompleteTables(settings);
    OpenedStorage storage = Database.open(settings);
    closedLast.push(storage::close);
    metrics.watchBacklog(storage.metrics(), clock, settings.find(S3_BUCKET_NAME).isPresent());
    metrics.watchConnections(storage::connections);
    HttpSettings httpSettings = Web.settings(settings, storage);
    metrics.watch(httpSettings.server().receiving().bodies());
    Aws aws = remote.aws();
    closedLast.push(aws::close);
    OpenRouterChatModel model = remote.chatModel(clock);
    ServerTokens tokens = tokens(httpSettings.keys(), clock);
    VidWiz app = new VidWiz(ports(storage, aws, model, tokens), options(), metrics.observer());
    closedConcurrently.add(app::close);
    metrics.watch(app.useCases().claimTask);
    Map<Part, Check> checks = checks(storage, aws, model);
    if (settings.get(WORKERS) == Workers.BUILTIN) {
      FetchWorker worker = startWorker(app, remote);
      metrics.watchFetches(worker::state);
      checks.put(Part.VIDEO_SOURCE, new FetchCheck(worker::state));
    }
    CheckHealth health = new CheckHealth(checks, clock);
    closedConcurrently.add(health::close);
    metrics.watch(health);
    HttpServer http = Web.start(app, health, httpSettings, tokens, clock, new RequestLog(metrics));
    health.watch();
    beginShutdown = http::beginShutdown;
    closedConcurrently.add(http::close);
    report = StartReport.lines(settings, storage.start(), model == null ? null : model.name());
    address = Address.of(httpSettings.server().host(), http.port());
  }

  private static ServerTokens tokens(Keys keys, InstantSource clock) {
    String secret = keys.secretKey();
    return new ServerTokens(
        secret == null ? null : new JwtTokens(secret, keys.tokenLifetime(), clock));
  }

  private FetchWorker startWorker(VidWiz app, RemoteServices remote) {
    YouTubeVideoSource videos = remote.videoSource(clock, metrics::count);
    closedLast.push(videos::close);
    UseCases use = app.useCases();
    LocalTasks tasks = new LocalTasks(use.claimTask, use.submitTaskResult, use.resumeTasks);
    FetchWorker worker =
        new FetchWorker(tasks, videos, remote.fetchSettings(), clock, new Random());
    closedConcurrently.add(worker::close);
    return worker;
  }

  private static Map<Part, Check> checks(
      Storage storage, Aws aws, @Nullable OpenRouterChatModel model) {
    Map<Part, Check> checks = new EnumMap<>(storage.checks());
    checks.putAll(aws.checks());
    if (model != null) {
      checks.put(Part.CHAT_MODEL, model.check());
    }
    return checks;
  }

  private Ports ports(
      Storage storage, Aws aws, @Nullable OpenRouterChatModel model, ServerTokens tokens) {
    return new Ports(
        storage,
        aws.transcripts(),
        new Ports.Accounts(
            new ScryptPasswordHasher(),
            tokens,
            new GoogleIdTokens(
                settings.find(GOOGLE_CLIENT_ID).orElse(null), settings.get(GOOGLE_JWKS_URL), clock),
            settings.get(RATE_LIMIT_ENABLED) ? storage.logins() : null),
        ai(model, aws.jobs()),
        clock);
  }

  private Ports.Ai ai(@Nullable ChatModel model, @Nullable JobPublisher publisher) {
    return new Ports.Ai(
        model == null ? null : metrics.measured(model),
        publisher == null ? null : metrics.counted(publisher));
  }

  private Options options() {
    return new Options(
        new UserDefaults(settings.get(AI_NOTES_DEFAULT)),
        new WizSettings(
            settings.get(WIZ_MAX_TOKENS),
            settings.get(WIZ_CONTEXT_TOKENS),
            settings.get(WIZ_USER_DAILY_QUOTA),
            settings.get(WIZ_GUEST_DAILY_QUOTA),
            settings.get(WIZ_GUEST_IP_DAILY_QUOTA)),
        settings.get(AI_DISPATCH_ON_TRANSCRIPT),
        settings.get(WORKERS) == Workers.BUILTIN,
        new UsageLimits(
            new NewVideoLimits(
                settings.get(GUEST_NEW_VIDEOS_PER_DAY), settings.get(USER_NEW_VIDEOS_PER_DAY)),
            new NoteLimits(settings.get(USER_MAX_NOTES), settings.get(USER_MAX_BYTES))),
        settings.get(USER_WORKERS));
  }
}
