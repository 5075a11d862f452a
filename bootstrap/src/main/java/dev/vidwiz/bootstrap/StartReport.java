package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DB_LISTEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_POOL_SIZE;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.ENVIRONMENT;
import static dev.vidwiz.bootstrap.settings.SettingTable.FRONTEND_DIST;
import static dev.vidwiz.bootstrap.settings.SettingTable.GOOGLE_CLIENT_ID;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_ENABLED;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_STORE;
import static dev.vidwiz.bootstrap.settings.SettingTable.S3_BUCKET_NAME;
import static dev.vidwiz.bootstrap.settings.SettingTable.SQS_AI_NOTE_QUEUE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.SQS_SUMMARY_QUEUE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.WORKERS;
import static dev.vidwiz.bootstrap.settings.SettingTable.YTDLP_PATH;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.bootstrap.settings.Environment;
import dev.vidwiz.bootstrap.settings.RateLimitStore;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Workers;
import dev.vidwiz.persistence.DatabaseStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines that a server logs after its start: what runs, on which database, what is on. */
final class StartReport {

  private final Settings settings;
  private final List<String> on = new ArrayList<>();
  private final List<String> off = new ArrayList<>();

  private StartReport(Settings settings) {
    this.settings = settings;
  }

  /** Returns the lines; {@code model} is the name of the model, or null without one. */
  static List<String> lines(Settings settings, DatabaseStart database, @Nullable String model) {
    StartReport report = new StartReport(settings);
    report.addParts(model);
    return List.of(
        "VidWiz %s on Java %s, %s"
            .formatted(
                Version.current(),
                Runtime.version(),
                settings.get(ENVIRONMENT).name().toLowerCase(Locale.ROOT)),
        "database: " + database.product() + report.connections() + "; " + migrations(database),
        "on: %s; off: %s".formatted(listed(report.on), listed(report.off)));
  }

  private void addParts(@Nullable String model) {
    add("built-in workers", settings.get(WORKERS) == Workers.BUILTIN);
    add("Wiz" + (model == null ? "" : " (" + model + ")"), model != null);
    add("transcripts in S3", settings.find(S3_BUCKET_NAME).isPresent());
    add("AI notes to SQS", settings.find(SQS_AI_NOTE_QUEUE_URL).isPresent());
    add("summaries to SQS", settings.find(SQS_SUMMARY_QUEUE_URL).isPresent());
    add("Google sign-in", settings.find(GOOGLE_CLIENT_ID).isPresent());
    boolean shared = settings.get(RATE_LIMIT_STORE) == RateLimitStore.DATABASE;
    add(shared ? "shared rate limits" : "rate limits", settings.get(RATE_LIMIT_ENABLED));
    add("yt-dlp", settings.find(YTDLP_PATH).isPresent());
    add("web app", settings.find(FRONTEND_DIST).isPresent());
    add("/docs", settings.get(ENVIRONMENT) != Environment.PRODUCTION);
  }

  private void add(String part, boolean isOn) {
    (isOn ? on : off).add(part);
  }

  private String connections() {
    if (settings.get(DB_URL) instanceof DatabaseUrl.Sqlite) {
      return "";
    }
    return ", %d connections%s"
        .formatted(
            settings.get(DB_POOL_SIZE),
            settings.get(DB_LISTEN) ? " and one that listens" : ", none that listens");
  }

  private static String migrations(DatabaseStart database) {
    return database.applied().isEmpty()
        ? "its tables were up to date"
        : "migrations applied: "
            + database.applied().stream()
                .map(each -> each.version() + " in " + each.duration().toMillis() + " ms")
                .collect(Collectors.joining(", "));
  }

  private static String listed(List<String> parts) {
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }
}
