package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ACCESS_KEY_ID;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL_S3;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL_SQS;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_REGION;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_SECRET_ACCESS_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_SESSION_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.FETCH_CONCURRENCY;
import static dev.vidwiz.bootstrap.settings.SettingTable.FETCH_PER_HOUR;
import static dev.vidwiz.bootstrap.settings.SettingTable.GEMINI_API_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.GEMINI_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_CONNECT_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_FIRST_TOKEN_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_IDLE_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_TOTAL_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_API_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_MODEL;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_REFERER;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_TITLE;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.S3_BUCKET_NAME;
import static dev.vidwiz.bootstrap.settings.SettingTable.SQS_AI_NOTE_QUEUE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.SQS_SUMMARY_QUEUE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.TRANSCRIPT_LANGUAGES;
import static dev.vidwiz.bootstrap.settings.SettingTable.WIZ_MAX_ANSWER_CHARS;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_API_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_API_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_CLIENTS;
import static dev.vidwiz.bootstrap.settings.SettingTable.YOUTUBE_PROXY;
import static dev.vidwiz.bootstrap.settings.SettingTable.YTDLP_COOKIES;
import static dev.vidwiz.bootstrap.settings.SettingTable.YTDLP_PATH;

import dev.vidwiz.application.fetch.FetchSettings;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.AwsSettings;
import dev.vidwiz.bootstrap.network.Proxies;
import dev.vidwiz.bootstrap.settings.ProxyUrl;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.llm.OpenRouterChatModel;
import dev.vidwiz.llm.OpenRouterSettings;
import dev.vidwiz.youtube.Attempt;
import dev.vidwiz.youtube.YouTubeSettings;
import dev.vidwiz.youtube.YouTubeSettings.DataApiSettings;
import dev.vidwiz.youtube.YouTubeSettings.Network;
import dev.vidwiz.youtube.YouTubeSettings.YtDlpSettings;
import dev.vidwiz.youtube.YouTubeVideoSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates the clients of remote services from the settings. */
final class RemoteServices {

  private final Settings settings;

  /** Also installs the proxies of the environment for all clients. */
  RemoteServices(Settings settings) {
    this.settings = settings;
    Proxies.install(settings);
  }

  /**
   * Returns the model; null when the server is OpenRouter, which requires a key, and there is none.
   */
  @Nullable OpenRouterChatModel chatModel(InstantSource clock) {
    URI server = settings.get(OPENROUTER_BASE_URL);
    String key = key(server);
    return key == null && isAt(OPENROUTER_URL, server)
        ? null
        : valid(
            () ->
                new OpenRouterChatModel(
                    new OpenRouterSettings(
                        server,
                        key,
                        settings.get(OPENROUTER_MODEL),
                        settings.find(OPENROUTER_REFERER).orElse(null),
                        settings.find(OPENROUTER_TITLE).orElse(null),
                        new OpenRouterSettings.Limits(
                            settings.get(LLM_CONNECT_TIMEOUT),
                            settings.get(LLM_FIRST_TOKEN_TIMEOUT),
                            settings.get(LLM_IDLE_TIMEOUT),
                            settings.get(LLM_TOTAL_TIMEOUT),
                            settings.get(WIZ_MAX_ANSWER_CHARS))),
                    clock));
  }

  /** Returns S3 and SQS, or compatible servers; both are optional. */
  Aws aws() {
    Map<AiJobKind, URI> queues = new EnumMap<>(AiJobKind.class);
    settings.find(SQS_AI_NOTE_QUEUE_URL).ifPresent(url -> queues.put(AiJobKind.AI_NOTE, url));
    settings.find(SQS_SUMMARY_QUEUE_URL).ifPresent(url -> queues.put(AiJobKind.SUMMARY, url));
    return new Aws(
        new AwsSettings(
            settings.get(AWS_REGION),
            accessKey(),
            new AwsSettings.Endpoints(
                settings.find(AWS_ENDPOINT_URL).orElse(null),
                settings.find(AWS_ENDPOINT_URL_S3).orElse(null),
                settings.find(AWS_ENDPOINT_URL_SQS).orElse(null)),
            settings.find(S3_BUCKET_NAME).orElse(null),
            queues,
            AwsSettings.Timeouts.DEFAULTS),
        ZoneId.systemDefault());
  }

  /**
   * Returns the client of YouTube; the listener receives each attempt.
   *
   * @throws CannotRun when yt-dlp cannot be used
   */
  YouTubeVideoSource videoSource(InstantSource clock, Attempt.Listener listener) {
    return valid(
        () ->
            new YouTubeVideoSource(
                new YouTubeSettings(
                    settings.get(YOUTUBE_BASE_URL),
                    settings.get(YOUTUBE_CLIENTS),
                    settings.get(TRANSCRIPT_LANGUAGES),
                    settings
                        .find(YOUTUBE_API_KEY)
                        .map(key -> new DataApiSettings(settings.get(YOUTUBE_API_BASE_URL), key))
                        .orElse(null),
                    settings.find(YTDLP_PATH).map(this::ytDlp).orElse(null),
                    settings
                        .find(YOUTUBE_PROXY)
                        .map(RemoteServices::through)
                        .orElse(Network.DEFAULTS)),
                clock,
                listener));
  }

  /** Returns the limits of the built-in worker. */
  FetchSettings fetchSettings() {
    return new FetchSettings(settings.get(FETCH_CONCURRENCY), settings.get(FETCH_PER_HOUR));
  }

  private YtDlpSettings ytDlp(Path program) {
    return new YtDlpSettings(
        program,
        settings.find(YTDLP_COOKIES).orElse(null),
        settings.find(YOUTUBE_PROXY).map(ProxyUrl::withLogin).orElse(null));
  }

  private static Network through(ProxyUrl url) {
    Proxies proxies = Proxies.always(url);
    return new Network(
        Network.DEFAULTS.connectTimeout(),
        Network.DEFAULTS.readTimeout(),
        proxies.selector(),
        proxies.authenticator());
  }

  /** Google's key is sent to Google's server only. */
  private @Nullable String key(URI server) {
    return settings
        .find(OPENROUTER_API_KEY)
        .or(() -> settings.find(GEMINI_API_KEY).filter(k -> isAt(GEMINI_BASE_URL, server)))
        .orElse(null);
  }

  /** Compares hosts only, because paths are written with and without a trailing slash. */
  private static boolean isAt(String url, URI server) {
    return URI.create(url).getHost().equalsIgnoreCase(server.getHost());
  }

  private AwsSettings.@Nullable AccessKey accessKey() {
    return settings
        .find(AWS_ACCESS_KEY_ID)
        .flatMap(
            id ->
                settings
                    .find(AWS_SECRET_ACCESS_KEY)
                    .map(
                        secret ->
                            new AwsSettings.AccessKey(
                                id, secret, settings.find(AWS_SESSION_TOKEN).orElse(null))))
        .orElse(null);
  }

  private static <T> T valid(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new CannotRun(ExitStatus.CONFIGURATION, "invalid settings: " + e.getMessage());
    }
  }
}
