package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptCommandTest {

  private static final String VIDEO = "-abcdefgh_1";
  private static final String SUB_RIP =
      "1\n00:00:01,500 --> 00:00:03,000\nHéllo\n\n2\n01:00:00,000 --> 01:00:02,500\nthe end\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {VIDEO, "https://youtu.be/" + VIDEO})
  void a_file_is_stored_at_a_local_server_without_settings(String video) throws IOException {
    Files.writeString(folder.resolve("captions.txt"), SUB_RIP);
    try (Server server = Server.start(folder, Map.of("ADMIN_TOKEN", "", "SECRET_KEY", ""));
        ServerDatabase database = ServerDatabase.Kind.SQLITE.create(folder)) {
      Map<String, String> environment = Map.of("PORT", String.valueOf(server.port()));

      assertThat(run(environment, video, "captions.txt"))
          .isEqualTo("Stored 2 entries for -abcdefgh_1, from 0:01 to 1:00:02\nexit 0");

      assertThat(database.query("SELECT transcript FROM transcripts"))
          .containsExactly(
              "[{\"text\":\"Héllo\",\"offset\":1.5,\"duration\":1.5},"
                  + "{\"text\":\"the end\",\"offset\":3600.0,\"duration\":2.5}]");
      JsonNode read = server.api().newUser().get("/v2/videos/" + VIDEO).expect(200);
      assertThat(read.get("transcript_available").booleanValue()).isTrue();
    }
  }

  @Test
  void a_wrong_token_is_reported() throws IOException {
    Files.write(folder.resolve("a.srt"), ("\ufeff" + SUB_RIP).getBytes(UTF_16LE));
    try (Server server = Server.start(folder, Map.of())) {
      String address = "http://127.0.0.1:" + server.port();
      assertThat(run(Map.of("ADMIN_TOKEN", "wrong"), VIDEO, "a.srt", "--server", address))
          .isEqualTo(
              "vidwiz: "
                  + address
                  + " does not accept ADMIN_TOKEN. Set it to that of the server.\n"
                  + "exit 69");
      assertThat(
              run(
                  Map.of("ADMIN_TOKEN", Server.ADMIN_TOKEN),
                  "--server=" + address + "/",
                  VIDEO,
                  "a.srt"))
          .startsWith("Stored 2 entries");
    }
  }

  @Test
  void another_or_unreachable_server_is_reported() throws IOException {
    Files.writeString(folder.resolve("a.srt"), SUB_RIP);
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
    String address = "http://127.0.0.1:" + other.getAddress().getPort();
    assertThat(run(token(), VIDEO, "a.srt", "--server", address))
        .contains(address + " refuses it: status 404")
        .endsWith("exit 69");
    other.stop(0);
    assertThat(run(token(), VIDEO, "a.srt", "--server", address))
        .contains(address + " cannot be reached (", "Start it")
        .endsWith("exit 69");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Once upon a time | 65 | json3",
        "[{\"text\": \"a\"}] | 65 | SubRip",
        "WEBVTT | 65 | no text",
        "'' | 65 | no text",
      })
  void a_file_without_captions_is_reported(String content, int status, String mentioned)
      throws IOException {
    Files.writeString(folder.resolve("file"), content);
    assertThat(run(token(), VIDEO, "file"))
        .startsWith("vidwiz: ")
        .contains(mentioned)
        .endsWith("exit " + status);
  }

  @Test
  void a_missing_file_or_another_encoding_is_reported() throws IOException {
    Files.write(folder.resolve("latin.srt"), SUB_RIP.getBytes(ISO_8859_1));
    assertThat(run(token(), VIDEO, "latin.srt")).contains("iconv").endsWith("exit 65");
    assertThat(run(token(), VIDEO, "none.srt"))
        .contains("cannot read none.srt")
        .endsWith("exit 66");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        VIDEO,
        "no-video a.srt",
        VIDEO + " a.srt more",
        VIDEO + " a.srt --server",
        VIDEO + " a.srt --server vidwiz.example",
        VIDEO + " a.srt --server http://vidwiz.example/?a=b",
        VIDEO + " --file",
        "https://www.youtube.com/playlist?list=PL1 a.srt",
      })
  void invalid_arguments_print_the_usage(String arguments) {
    assertThat(run(token(), arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .contains("usage: vidwiz transcript VIDEO FILE")
        .endsWith("exit 64");
  }

  @Test
  void without_a_token_nothing_is_sent() throws IOException {
    Files.writeString(folder.resolve("a.srt"), SUB_RIP);
    assertThat(run(Map.of(), VIDEO, "a.srt"))
        .contains("ADMIN_TOKEN is not set")
        .endsWith("exit 78");
  }

  private static Map<String, String> token() {
    return Map.of("ADMIN_TOKEN", Server.ADMIN_TOKEN, "PORT", "1");
  }

  /** Returns the whole output and the exit status. */
  private String run(Map<String, String> environment, String... arguments) {
    List<String> words = new ArrayList<>(List.of("transcript"));
    words.addAll(List.of(arguments));
    try (Program program = Program.start(folder, environment, words.toArray(String[]::new))) {
      return program.output().whole() + program.errors().whole() + "exit " + program.exitStatus();
    }
  }
}
