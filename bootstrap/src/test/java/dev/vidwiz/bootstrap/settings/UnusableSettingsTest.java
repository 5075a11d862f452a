package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that have a valid form and cannot work. */
final class UnusableSettingsTest extends SettingsReading {

  private static final String QUEUE = "SQS_SUMMARY_QUEUE_URL=https://sqs.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S3_BUCKET_NAME=ab",
        "S3_BUCKET_NAME=Transcripts",
        "S3_BUCKET_NAME=my_transcripts",
        "S3_BUCKET_NAME=-transcripts",
        "S3_BUCKET_NAME=transcripts.",
        "S3_BUCKET_NAME=my..transcripts",
        "S3_BUCKET_NAME=192.168.5.4",
        "S3_BUCKET_NAME=xn--transcripts",
        "S3_BUCKET_NAME=s3://transcripts",
        "S3_BUCKET_NAME=arn:aws:s3:::transcripts",
        "S3_BUCKET_NAME=a123456789012345678901234567890123456789012345678901234567890123",
        "AWS_REGION=eu central 1",
        "AWS_REGION=EU-Central-1",
        "AWS_REGION=eu-central S3_BUCKET_NAME=transcripts",
        "AWS_REGION=auto " + QUEUE + "auto.amazonaws.com/123456789012/ai",
        QUEUE + "us-east-1.amazonaws.com/123456789012/ai AWS_REGION=eu-west-1",
        QUEUE + "us-east-1.api.aws/123456789012/ai AWS_REGION=eu-west-1",
        "SQS_AI_NOTE_QUEUE_URL=https://us-west-2.queue.amazonaws.com/123456789012/ai"
            + " AWS_REGION=eu-west-1",
        QUEUE + "ap-south-1.amazonaws.com/ai",
        QUEUE + "ap-south-1.amazonaws.com/123456789012/my+queue",
        QUEUE + "example/123456789012/ai",
        "TRUSTED_PROXIES=0.0.0.0/0",
        "TRUSTED_PROXIES=loopback,::/0",
        "TRUSTED_PROXIES=0.0.0.0/1,128.0.0.0/1",
        "FRONTEND_CSP=default-src\n'self'",
        "GOOGLE_CLIENT_ID=one\ntwo",
        "LLM_FIRST_TOKEN_TIMEOUT=301",
        "LLM_FIRST_TOKEN_TIMEOUT=30 LLM_TOTAL_TIMEOUT=20",
        "LLM_IDLE_TIMEOUT=30 LLM_TOTAL_TIMEOUT=20",
        "LLM_CONNECT_TIMEOUT=30 LLM_TOTAL_TIMEOUT=20",
        "WIZ_MAX_TOKENS=1",
        "WIZ_MAX_TOKENS=2000000",
        "WIZ_CONTEXT_TOKENS=10",
        "WIZ_CONTEXT_TOKENS=2147483647",
        "WIZ_MAX_ANSWER_CHARS=1",
        "DB_URL=postgresql://db/wiz?ssl_mode=require",
        "DB_URL=postgresql://db/wiz?pgbouncer=true",
        "DB_URL=postgresql://db/wiz?PGHOST=other",
        "DB_URL=sqlite:///wiz.db?mode=ro",
        "TZ=Europe/Berlinn",
        "TZ=UTC-99",
        "TZ=/no/such/zone",
      })
  void are_refused_by_the_name_of_the_first(String lines) {
    assertThatThrownBy(() -> settings(values(lines)))
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("A setting is invalid:")
        .hasMessageContaining("  " + lines.substring(0, lines.indexOf('=')) + " must ")
        .hasMessageContaining("Example: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S3_BUCKET_NAME=my.transcripts-1",
        "S3_BUCKET_NAME=transcripts-abc123-s3alias",
        "S3_BUCKET_NAME=arn:aws:s3:eu-west-1:123456789012:accesspoint/transcripts",
        "AWS_REGION=auto AWS_ENDPOINT_URL_S3=https://r2.example S3_BUCKET_NAME=transcripts",
        "AWS_REGION=us-gov-west-1 S3_BUCKET_NAME=transcripts",
        "AWS_REGION=eu-west-1 " + QUEUE + "eu-west-1.amazonaws.com/123456789012/ai.fifo",
        "AWS_REGION=cn-north-1 " + QUEUE + "cn-north-1.amazonaws.com.cn/123456789012/ai",
        "AWS_REGION=eu-west-1"
            + " SQS_AI_NOTE_QUEUE_URL=https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com/123456789012/ai",
        "AWS_ENDPOINT_URL=http://mq:9324 SQS_SUMMARY_QUEUE_URL=http://mq:9324/000000000000/ai",
        "TRUSTED_PROXIES=10.0.0.0/8,fc00::/7",
        "LLM_TOTAL_TIMEOUT=20",
        "WIZ_CONTEXT_TOKENS=1000000 WIZ_MAX_TOKENS=65536",
        "DB_URL=postgresql://db/wiz?sslmode=require&connect_timeout=3&channel_binding=require",
        "DB_URL=sqlite:///wiz.db?check_same_thread=false",
      })
  void are_not_confused_with_unusual_ones(String lines) {
    assertThatCode(() -> settings(values(lines))).doesNotThrowAnyException();
  }

  @Test
  void a_similar_parameter_of_an_address_is_suggested() {
    assertThatThrownBy(() -> settings(Map.of("DB_URL", "postgresql://db/wiz?ssl_mode=require")))
        .hasMessageContaining("the parameter \"ssl_mode\"")
        .hasMessageContaining("is \"sslmode\" meant?");
  }

  @Test
  void an_unknown_parameter_that_may_be_part_of_a_password_is_not_repeated() {
    assertThatThrownBy(
            () -> settings(Map.of("DB_URL", "postgresql://db/wiz?user=ann&password=hu&sh=1")))
        .hasMessageContaining("DB_URL must ")
        .hasMessageNotContaining("sh=")
        .hasMessageNotContaining("\"sh\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Kolkata, Asia/Kolkata",
    ":Europe/Berlin, Europe/Berlin",
    "EST5EDT, EST5EDT",
    "UTC, UTC",
  })
  void time_zones_have_the_names_that_systems_have(String text, String zone) {
    assertThat(settings(Map.of("TZ", text)).get(SettingTable.TZ).getRules())
        .isEqualTo(ZoneId.of(zone).getRules());
  }

  @ParameterizedTest
  @CsvSource({"UTC-3, +03:00", "<+0530>-5:30, +05:30", "EST5, -05:00"})
  void time_zones_may_be_an_offset(String text, String offset) {
    assertThat(settings(Map.of("TZ", text)).get(SettingTable.TZ)).isEqualTo(ZoneOffset.of(offset));
  }

  @Test
  void folders_are_made_where_files_and_links_to_nothing_are_not(@TempDir Path folder)
      throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path broken = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));

    assertFolder(Map.of("DATA_DIR", folder.resolve("a/b").toString()), "");
    assertFolder(Map.of("DATA_DIR", file.toString()), "DATA_DIR");
    assertFolder(Map.of("DATA_DIR", file.resolve("data").toString()), "DATA_DIR");
    assertFolder(Map.of("DATA_DIR", broken.toString()), "DATA_DIR");
    assertFolder(Map.of("DATA_DIR", "/proc/vidwiz"), "DATA_DIR");
    assertFolder(Map.of("DB_URL", "sqlite:///" + file.resolve("wiz.db")), "DB_URL");
    assertFolder(Map.of("DB_URL", "sqlite:///" + folder), "DB_URL");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  /** A server with a database elsewhere and its own secrets writes nothing. */
  @Test
  void a_folder_that_is_not_used_may_be_anything() {
    assertFolder(
        Map.of(
            "ENVIRONMENT", "production",
            "SECRET_KEY", LONG_SECRET,
            "ADMIN_TOKEN", LONG_SECRET,
            "DATA_DIR", "/proc/vidwiz",
            "DB_URL", "postgresql://db/wiz"),
        "");
  }

  @Test
  void nothing_is_written_beside_secrets_that_are_there(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("secrets.env"));
    FileTime past = FileTime.fromMillis(0);
    Files.setLastModifiedTime(folder, past);

    assertFolder(Map.of("DATA_DIR", folder.toString(), "DB_URL", "postgresql://db/wiz"), "");

    assertThat(Files.getLastModifiedTime(folder)).isEqualTo(past);
  }

  private static void assertFolder(Map<String, String> values, String named) {
    Settings settings = settings(values);
    if (named.isEmpty()) {
      assertThatCode(() -> SettingFolders.check(settings)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> SettingFolders.check(settings))
          .isInstanceOf(BadSettings.class)
          .hasMessageStartingWith("A setting is invalid:\n  " + named + " must be a f");
    }
  }

  /** Each word that has a name before its equals sign is a setting; the rest belongs to a value. */
  private static Map<String, String> values(String lines) {
    return Arrays.stream(lines.split(" (?=[A-Z0-9_]+=)"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }
}
