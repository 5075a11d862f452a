package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.transfer.importing.OldServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Users of the Python server can continue with this server. */
@ParameterizedClass
@CsvSource({"SQLITE, POSTGRESQL", "FIRST_ON_POSTGRESQL, SQLITE"})
final class ImportTest {

  /** The hash of the password "pässwörd 👋" by Python's hashlib. */
  private static final String SCRYPT =
      "scrypt:1024:8:1$a1B2c3D4e5F6g7H8$4654fc435d44fd65676e439b53332437708cfb177d8f33f3548a44b3e35d9d115090ec8530f0d4fa736ad21d4aa73acc0668b078298db78daad37810b68c3ee2";

  private static final String PBKDF2 =
      "pbkdf2:sha256:1000$a1B2c3D4e5F6g7H8$07c1d89ed0a933d7f58c8229765b3fa8054b675f8feef6f9a799f5152bf2e4d0";

  private static final String LONG_TERM_TOKEN =
      jwt(
          "{\"user_id\": 7, \"email\": \"ann@example.com\", \"type\": \"long_term\","
              + " \"iat\": 1714979289.123456, \"jti\": \"x\"}");

  private static final String ROWS =
      """
      INSERT INTO users (id, email, name, password_hash, long_term_token, created_at) VALUES
        (7, 'ann@example.com', 'Ann', '%s', '%s', '2024-05-06 07:08:09'),
        (9, 'BOB@example.com', NULL, '%s', NULL, '2024-05-06 07:08:09');
      INSERT INTO videos (id, video_id, title, transcript_available, created_at, updated_at) VALUES
        (40, 'dQw4w9WgXcQ', 'A title', TRUE, '2024-05-06 07:08:09', '2024-05-06 07:08:09');
      INSERT INTO notes (id, user_id, video_id, timestamp, text, created_at, updated_at) VALUES
        (100, 7, 'dQw4w9WgXcQ', '1:23', 'old', '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
        (101, 7, 'dQw4w9WgXcQ', 'soon', 'lost', '2024-05-06 07:08:09', '2024-05-06 07:08:09');
      """
          .formatted(SCRYPT, LONG_TERM_TOKEN, PBKDF2);

  private static final DateTimeFormatter REPORT =
      DateTimeFormatter.ofPattern("'import-'yyyyMMdd-HHmmss'.tsv'");

  @Parameter(0)
  OldServer.Kind from;

  @Parameter(1)
  ServerDatabase.Kind to;

  @TempDir Path folder;
  private OldServer old;
  private ServerDatabase database;

  @BeforeEach
  void create() {
    old = OldServer.create(from, folder);
    old.execute(ROWS);
    database = to.create(folder);
  }

  @AfterEach
  void close() {
    database.close();
    old.close();
  }

  @Test
  void users_find_their_notes_and_their_credentials_work() throws IOException {
    String dryRun = run("import", "--dry-run", "--from", old.url());
    assertThat(dryRun).contains("to copy", "Nothing was written");
    assertThat(folder.resolve("data/vidwiz.db")).doesNotExist();

    String report = run("import", "--from=" + old.url());

    assertThat(remarks(report)).isNotEmpty().isEqualTo(remarks(dryRun));
    assertThat(report.replaceAll(" +", " "))
        .contains(
            "users 2 2 1 0 0 0",
            "notes 2 1 0 0 0 1",
            "notes: its timestamp is not a moment of a video: 1 (id 101)",
            "users: email had capital letters or blanks: 1 (id 9)",
            "SECRET_KEY");
    assertThat(linesOfReports())
        .contains("skipped\tnotes\t101\tits timestamp is not a moment of a video");

    try (Server server = Server.start(folder, database.settings())) {
      Api api = server.api();
      logIn(api, "bob@example.com").expect(200);
      String token = logIn(api, "ann@example.com").expect(200).get("token").textValue();
      Api ann = new Api(server.port(), token);
      JsonNode note = ann.get("/v2/videos/dQw4w9WgXcQ/notes").expect(200).get(0);
      assertThat(note.get("id").longValue()).isEqualTo(100);
      assertThat(note.get("text").textValue()).isEqualTo("old");

      Api phone = new Api(server.port(), LONG_TERM_TOKEN);
      JsonNode fromPhone = phone.note("dQw4w9WgXcQ", "new").expect(201);
      assertThat(fromPhone.get("user_id").longValue()).isEqualTo(7);
      assertThat(fromPhone.get("id").longValue()).isGreaterThan(101);

      Api browser =
          new Api(
              server.port(),
              jwt("{\"user_id\": 7, \"email\": \"ann@example.com\", \"exp\": 4102444800}"));
      assertThat(browser.get("/v2/videos/dQw4w9WgXcQ/notes").expect(200)).hasSize(2);
    }
  }

  @Test
  void the_time_zone_of_dot_env_holds_for_commands_without_secrets() throws IOException {
    Files.writeString(folder.resolve(".env"), "TZ=Pacific/Kiritimati\n");
    ZoneOffset kiritimati = ZoneOffset.ofHours(14);
    LocalDateTime before = LocalDateTime.now(kiritimati).truncatedTo(ChronoUnit.SECONDS);

    run("import", "--from", old.url());

    try (var files = Files.newDirectoryStream(folder.resolve("data"), "import-*.tsv")) {
      String name = files.iterator().next().getFileName().toString();
      assertThat(LocalDateTime.parse(name, REPORT))
          .isBetween(before, LocalDateTime.now(kiritimati));
    }
  }

  private Api.Answer logIn(Api api, String email) {
    return api.post(
        "/v2/auth/login", "{\"email\": \"" + email + "\", \"password\": \"pässwörd 👋\"}");
  }

  private List<String> linesOfReports() throws IOException {
    List<String> lines = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder.resolve("data"), "import-*.tsv")) {
      for (Path file : files) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private static List<String> remarks(String report) {
    return report.lines().filter(line -> line.contains(" (id ")).toList();
  }

  private String run(String... arguments) {
    try (Program program = Program.start(folder, database.settings(), arguments)) {
      String report = program.output().whole();
      assertThat(program.exitStatus()).as(program.errors().whole()).isZero();
      return report;
    }
  }

  private static String jwt(String claims) {
    try {
      String signed = base64("{\"alg\": \"HS256\", \"typ\": \"JWT\"}") + "." + base64(claims);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Server.SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
