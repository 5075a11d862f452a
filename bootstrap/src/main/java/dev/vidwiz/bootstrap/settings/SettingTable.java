package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.worker.UserWorkers;
import dev.vidwiz.youtube.AppVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All settings. A new one needs only a row here. */
public final class SettingTable {

  private static final List<Setting<?>> TABLE = new ArrayList<>();
  private static final String SECRET_EXAMPLE = "$(openssl rand -hex 32)";

  private static final String PROXY_EXAMPLE = "http://user:password@proxy.example:3128";
  private static final String YOUTUBE_APPS = "visionos:1.02,android:21.26.364,ios:21.26.4";

  /** OpenRouter's server, the only one that requires a key. */
  public static final String OPENROUTER_URL = "https://openrouter.ai/api/v1";

  /** Google's OpenAI-compatible server. */
  public static final String GEMINI_BASE_URL =
      "https://generativelanguage.googleapis.com/v1beta/openai";

  // The server
  public static final Setting<Environment> ENVIRONMENT =
      row("ENVIRONMENT", Kinds.oneOf(Environment.class), "production").otherwise("local");
  public static final Setting<String> HOST =
      row("HOST", Kinds.HOST, "127.0.0.1").otherwise(inLocal("127.0.0.1", "0.0.0.0"));
  public static final Setting<Integer> PORT = count("PORT", 0, 65_535, "5000");

  // Data
  public static final Setting<Path> DATA_DIR =
      row("DATA_DIR", Kinds.PATH, "/var/lib/vidwiz").otherwise("./data");
  public static final Setting<DatabaseUrl> DB_URL =
      row("DB_URL", Kinds.DATABASE, "postgresql://vidwiz:password@localhost:5432/vidwiz")
          .otherwise(settings -> "sqlite:///" + settings.get(DATA_DIR).resolve("vidwiz.db"));
  public static final Setting<Integer> DB_POOL_SIZE = count("DB_POOL_SIZE", 1, 1_000, "10");
  public static final Setting<Boolean> DB_LISTEN =
      row("DB_LISTEN", Kinds.BOOLEAN, "false").otherwise("true");
  public static final Setting<String> DB_SCHEMA = row("DB_SCHEMA", Kinds.SCHEMA, "vidwiz");
  public static final Setting<Boolean> DB_MIGRATE =
      row("DB_MIGRATE", Kinds.BOOLEAN, "false").otherwise("true");

  // Credentials
  public static final Setting<String> SECRET_KEY =
      row("SECRET_KEY", Kinds.SECRET, SECRET_EXAMPLE).untrimmed();
  public static final Setting<String> ADMIN_TOKEN =
      row("ADMIN_TOKEN", Kinds.HEADER_SECRET, SECRET_EXAMPLE)
          .alsoAs("VIDWIZ_INTERNAL_API_ADMIN_TOKEN");
  public static final Setting<Integer> JWT_EXPIRY_HOURS =
      count("JWT_EXPIRY_HOURS", 1, 876_000, "24");
  public static final Setting<String> GOOGLE_CLIENT_ID =
      row("GOOGLE_CLIENT_ID", Kinds.TEXT, "1234-abcd.apps.googleusercontent.com");
  public static final Setting<URI> GOOGLE_JWKS_URL =
      usual("GOOGLE_JWKS_URL", Kinds.HTTP_URL, "https://www.googleapis.com/oauth2/v3/certs");
  public static final Setting<Boolean> AI_NOTES_DEFAULT =
      row("AI_NOTES_DEFAULT", Kinds.BOOLEAN, "true").otherwise("false");

  // Storage limits of a user
  public static final Setting<Integer> USER_MAX_NOTES = count("USER_MAX_NOTES", 0, "100000");
  public static final Setting<Integer> USER_MAX_BYTES = count("USER_MAX_BYTES", 0, "200000000");

  // S3 and SQS
  public static final Setting<String> AWS_ACCESS_KEY_ID =
      row("AWS_ACCESS_KEY_ID", Kinds.HEADER, "AKIAIOSFODNN7EXAMPLE");
  public static final Setting<String> AWS_SECRET_ACCESS_KEY =
      row("AWS_SECRET_ACCESS_KEY", Kinds.SECRET, "the secret that belongs to AWS_ACCESS_KEY_ID");
  public static final Setting<String> AWS_SESSION_TOKEN =
      row("AWS_SESSION_TOKEN", Kinds.HEADER_SECRET, "the token that comes with temporary keys");
  public static final Setting<String> AWS_REGION =
      usual("AWS_REGION", AwsKinds.REGION, "ap-south-1");
  public static final Setting<URI> AWS_ENDPOINT_URL =
      row("AWS_ENDPOINT_URL", Kinds.HTTP_URL, "http://localhost:4566");
  public static final Setting<URI> AWS_ENDPOINT_URL_S3 =
      row("AWS_ENDPOINT_URL_S3", Kinds.HTTP_URL, "http://localhost:9000");
  public static final Setting<URI> AWS_ENDPOINT_URL_SQS =
      row("AWS_ENDPOINT_URL_SQS", Kinds.HTTP_URL, "http://localhost:9324");
  public static final Setting<String> S3_BUCKET_NAME =
      row("S3_BUCKET_NAME", AwsKinds.BUCKET, "vidwiz-transcripts")
          .alsoAs("S3_TRANSCRIPT_BUCKET_NAME");
  public static final Setting<URI> SQS_AI_NOTE_QUEUE_URL =
      row("SQS_AI_NOTE_QUEUE_URL", Kinds.HTTP_URL, queue("ai-notes"));
  public static final Setting<URI> SQS_SUMMARY_QUEUE_URL =
      row("SQS_SUMMARY_QUEUE_URL", Kinds.HTTP_URL, queue("summaries"));
  public static final Setting<Boolean> AI_DISPATCH_ON_TRANSCRIPT =
      row("AI_DISPATCH_ON_TRANSCRIPT", Kinds.BOOLEAN, "false").otherwise("true");

  // The language model
  public static final Setting<String> OPENROUTER_API_KEY =
      row("OPENROUTER_API_KEY", Kinds.HEADER_SECRET, "sk-or-v1-…");
  public static final Setting<String> GEMINI_API_KEY =
      row("GEMINI_API_KEY", Kinds.HEADER_SECRET, "AIza…");
  public static final Setting<String> OPENROUTER_MODEL =
      row("OPENROUTER_MODEL", Kinds.TEXT, "google/gemini-3-flash-preview")
          .otherwise(withGemini("gemini-3-flash-preview", "google/gemini-3-flash-preview"));
  public static final Setting<URI> OPENROUTER_BASE_URL =
      row("OPENROUTER_BASE_URL", Kinds.MODEL_URL, "http://localhost:11434/v1")
          .otherwise(withGemini(GEMINI_BASE_URL, OPENROUTER_URL));
  public static final Setting<String> OPENROUTER_REFERER =
      row("OPENROUTER_REFERER", Kinds.HEADER, "https://vidwiz.example");
  public static final Setting<String> OPENROUTER_TITLE =
      row("OPENROUTER_TITLE", Kinds.HEADER, "VidWiz");
  public static final Setting<Duration> LLM_CONNECT_TIMEOUT = seconds("LLM_CONNECT_TIMEOUT", "10");
  public static final Setting<Duration> LLM_FIRST_TOKEN_TIMEOUT =
      seconds("LLM_FIRST_TOKEN_TIMEOUT", "60");
  public static final Setting<Duration> LLM_IDLE_TIMEOUT = seconds("LLM_IDLE_TIMEOUT", "90");
  public static final Setting<Duration> LLM_TOTAL_TIMEOUT = seconds("LLM_TOTAL_TIMEOUT", "300");
  public static final Setting<Integer> WIZ_MAX_TOKENS =
      count("WIZ_MAX_TOKENS", 16, 1_000_000, "4096");
  public static final Setting<Integer> WIZ_MAX_ANSWER_CHARS =
      count("WIZ_MAX_ANSWER_CHARS", 100, 10_000_000, "65536");
  public static final Setting<Integer> WIZ_CONTEXT_TOKENS =
      count("WIZ_CONTEXT_TOKENS", 500, 10_000_000, "200000");
  public static final Setting<Integer> WIZ_USER_DAILY_QUOTA =
      count("WIZ_USER_DAILY_QUOTA", 0, "20");
  public static final Setting<Integer> WIZ_GUEST_DAILY_QUOTA =
      count("WIZ_GUEST_DAILY_QUOTA", 0, "5");
  public static final Setting<Integer> WIZ_GUEST_IP_DAILY_QUOTA =
      count("WIZ_GUEST_IP_DAILY_QUOTA", 0, "50");

  // Limits of users and guests
  public static final Setting<Integer> GUEST_NEW_VIDEOS_PER_DAY =
      count("GUEST_NEW_VIDEOS_PER_DAY", 0, "20");
  public static final Setting<Integer> USER_NEW_VIDEOS_PER_DAY =
      count("USER_NEW_VIDEOS_PER_DAY", 0, "200");
  public static final Setting<UserWorkers> USER_WORKERS =
      row("USER_WORKERS", Kinds.oneOf(UserWorkers.class), "off").otherwise("own");

  // Rate limits and the web
  public static final Setting<Boolean> RATE_LIMIT_ENABLED =
      row("RATE_LIMIT_ENABLED", Kinds.BOOLEAN, "false").otherwise("true");
  public static final Setting<Rate> RATE_LIMIT_DEFAULT = limit("DEFAULT", "60/minute");
  public static final Setting<Rate> RATE_LIMIT_AUTH = limit("AUTH", "10/minute");
  public static final Setting<Rate> RATE_LIMIT_CONVERSATIONS = limit("CONVERSATIONS", "20/minute");
  public static final Setting<Rate> RATE_LIMIT_VIDEOS = limit("VIDEOS", "30/minute");
  public static final Setting<RateLimitStore> RATE_LIMIT_STORE =
      usual("RATE_LIMIT_STORE", Kinds.oneOf(RateLimitStore.class), "memory");
  public static final Setting<Integer> REQUEST_HEAD_TIMEOUT =
      count("REQUEST_HEAD_TIMEOUT", 0, "10");
  public static final Setting<Integer> REQUEST_BODY_TIMEOUT =
      count("REQUEST_BODY_TIMEOUT", 0, "30");
  public static final Setting<Integer> REQUEST_BODIES_MIB =
      row("REQUEST_BODIES_MIB", Kinds.wholeNumber(0, Integer.MAX_VALUE), "128");
  public static final Setting<Integer> REQUEST_BODIES_MIB_PER_ADDRESS =
      count("REQUEST_BODIES_MIB_PER_ADDRESS", 0, "16");
  public static final Setting<List<Network>> TRUSTED_PROXIES =
      row("TRUSTED_PROXIES", Kinds.NETWORKS, "10.0.0.0/8,::1").otherwise("loopback");
  public static final Setting<List<String>> CORS_ALLOWED_ORIGINS =
      row("CORS_ALLOWED_ORIGINS", Kinds.listOf(Kinds.ORIGIN), "https://vidwiz.example")
          .otherwise("*");
  public static final Setting<Path> FRONTEND_DIST =
      row("FRONTEND_DIST", Kinds.FOLDER, "/srv/vidwiz/web");
  public static final Setting<String> FRONTEND_CSP =
      row("FRONTEND_CSP", Kinds.HEADER, "default-src 'self'");

  // The built-in workers
  public static final Setting<Workers> WORKERS =
      row("WORKERS", Kinds.oneOf(Workers.class), "none").otherwise("builtin");
  public static final Setting<URI> YOUTUBE_BASE_URL =
      usual("YOUTUBE_BASE_URL", Kinds.HTTP_URL, "https://www.youtube.com");
  public static final Setting<URI> YOUTUBE_API_BASE_URL =
      row("YOUTUBE_API_BASE_URL", Kinds.HTTP_URL, "https://www.googleapis.com")
          .otherwise(insteadOf(YOUTUBE_BASE_URL, "https://www.googleapis.com"));
  public static final Setting<String> YOUTUBE_API_KEY =
      row("YOUTUBE_API_KEY", Kinds.SECRET, "AIza…");
  public static final Setting<List<AppVersion>> YOUTUBE_CLIENTS =
      usual("YOUTUBE_CLIENTS", YouTubeClients.KIND, YOUTUBE_APPS);
  public static final Setting<ProxyUrl> YOUTUBE_PROXY =
      row("YOUTUBE_PROXY", ProxyUrl.KIND, PROXY_EXAMPLE);
  public static final Setting<Path> YTDLP_PATH =
      row("YTDLP_PATH", Kinds.PROGRAM, "/usr/local/bin/yt-dlp");
  public static final Setting<Path> YTDLP_COOKIES =
      row("YTDLP_COOKIES", Kinds.FILE, "/etc/vidwiz-cookies.txt");
  public static final Setting<Integer> FETCH_CONCURRENCY = count("FETCH_CONCURRENCY", 1, 64, "2");
  public static final Setting<Integer> FETCH_PER_HOUR = count("FETCH_PER_HOUR", 1, "250");
  public static final Setting<List<String>> TRANSCRIPT_LANGUAGES =
      usual("TRANSCRIPT_LANGUAGES", Kinds.listOf(Kinds.LANGUAGE), "en,hi");

  // Outgoing requests
  public static final Setting<ProxyUrl> HTTP_PROXY =
      row("HTTP_PROXY", ProxyUrl.KIND, PROXY_EXAMPLE).ratherAs("http_proxy");
  public static final Setting<ProxyUrl> HTTPS_PROXY =
      row("HTTPS_PROXY", ProxyUrl.KIND, PROXY_EXAMPLE).ratherAs("https_proxy");
  public static final Setting<NoProxy> NO_PROXY =
      row("NO_PROXY", NoProxy::parse, ".example.com,10.0.0.0/8").ratherAs("no_proxy");

  // Logs
  public static final Setting<LogFormat> LOG_FORMAT =
      row("LOG_FORMAT", Kinds.oneOf(LogFormat.class), "json")
          .otherwise(s -> s.get(ENVIRONMENT) == Environment.PRODUCTION ? "json" : "text");
  public static final Setting<LogLevel> LOG_LEVEL =
      usual("LOG_LEVEL", Kinds.oneOf(LogLevel.class), "INFO");

  // This machine
  public static final Setting<ZoneId> TZ = row("TZ", TimeZoneKind.KIND, "Europe/Berlin");

  /** The rows in the order above; a row depends on earlier rows only. */
  static final List<Setting<?>> ROWS = Collections.unmodifiableList(TABLE);

  private SettingTable() {}

  private static <T> Setting<T> row(String name, Kind<T> kind, String example) {
    Setting<T> setting = new Setting<>(name, kind, example);
    TABLE.add(setting);
    return setting;
  }

  /** A row whose default is also its example. */
  private static <T> Setting<T> usual(String name, Kind<T> kind, String text) {
    return row(name, kind, text).otherwise(text);
  }

  private static Setting<Duration> seconds(String name, String otherwise) {
    return usual(name, Kinds.SECONDS, otherwise);
  }

  private static Setting<Integer> count(String name, int min, String otherwise) {
    return count(name, min, Integer.MAX_VALUE, otherwise);
  }

  private static Setting<Integer> count(String name, int min, int max, String otherwise) {
    return usual(name, Kinds.wholeNumber(min, max), otherwise);
  }

  private static Setting<Rate> limit(String group, String otherwise) {
    return usual("RATE_LIMIT_" + group, Kinds.RATE, otherwise);
  }

  private static String queue(String name) {
    return "https://sqs.ap-south-1.amazonaws.com/123456789012/" + name;
  }

  private static Function<Settings, @Nullable String> inLocal(String local, String elsewhere) {
    return settings -> settings.get(ENVIRONMENT) == Environment.LOCAL ? local : elsewhere;
  }

  /** A server that replaces one server of YouTube also replaces the other. */
  private static Function<Settings, @Nullable String> insteadOf(
      Setting<URI> other, String otherwise) {
    return settings -> settings.isGiven(other) ? settings.get(other).toString() : otherwise;
  }

  /** A Gemini key alone selects Google's OpenAI-compatible server. */
  private static Function<Settings, @Nullable String> withGemini(String gemini, String otherwise) {
    return settings ->
        settings.find(OPENROUTER_API_KEY).isEmpty() && settings.find(GEMINI_API_KEY).isPresent()
            ? gemini
            : otherwise;
  }
}
