package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of a web build tool, served by the program. */
class WebAppTest {

  private static final String INDEX = "<!doctype html><title>VidWiz</title>";
  private static final String SCRIPT = "console.log('ü')";
  private static final String HASHED = "/assets/index-DzGhtkQp.js";
  private static final String SECRET = "outside of the folder";
  private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";

  private static Path folder;
  private static Server server;

  /** An answer as received. */
  private record Raw(int status, Map<String, String> headers, String latin1) {

    byte[] bytes() {
      return latin1.getBytes(ISO_8859_1);
    }

    String text() {
      return new String(bytes(), UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  @BeforeAll
  static void start(@TempDir Path parent) throws IOException {
    folder = Files.createDirectories(parent.resolve("dist"));
    write("index.html", INDEX);
    write("favicon.ico", "icon");
    write("site.webmanifest", "{}");
    write("assets/index-DzGhtkQp.js", SCRIPT);
    write("assets/logo.svg", "<svg/>");
    write("assets/main.8d3a1b2c.css", "a{}");
    try (OutputStream packed =
        new GZIPOutputStream(
            Files.newOutputStream(folder.resolve("assets/index-DzGhtkQp.js.gz")))) {
      packed.write(SCRIPT.getBytes(UTF_8));
    }
    Files.writeString(folder.resolve("assets/index-DzGhtkQp.js.br"), "brotli");
    Path outside = Files.createDirectories(parent.resolve("secret"));
    Files.writeString(outside.resolve("key.txt"), SECRET);
    Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("key.txt"));
    Files.createSymbolicLink(folder.resolve("linked"), outside);
    Files.createSymbolicLink(folder.resolve("favicon.ico.gz"), outside.resolve("key.txt"));
    server =
        Server.start(
            Files.createDirectories(parent.resolve("server")),
            Map.of("FRONTEND_DIST", folder.toString(), "FRONTEND_CSP", POLICY));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                         | text/html;charset=utf-8       | no-cache, no-store,"
            + " must-revalidate",
        "/index.html               | text/html;charset=utf-8       | no-cache, no-store,"
            + " must-revalidate",
        "/videos/dQw4w9WgXcQ?t=1   | text/html;charset=utf-8       | no-cache, no-store,"
            + " must-revalidate",
        "/assets                   | text/html;charset=utf-8       | no-cache, no-store,"
            + " must-revalidate",
        "/assets/index-DzGhtkQp.js | text/javascript;charset=utf-8 | public, max-age=31536000,"
            + " immutable",
        "/assets/main.8d3a1b2c.css | text/css;charset=utf-8        | public, max-age=31536000,"
            + " immutable",
        "/assets/logo.svg          | image/svg+xml                 | no-cache",
        "/site.webmanifest         | application/manifest+json     | no-cache",
      })
  void files_have_their_content_type_and_cache_control(
      String path, String type, String cacheControl) throws IOException {
    Raw answer = get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type").replace("; ", ";").toLowerCase(Locale.ROOT))
        .isEqualTo(type);
    assertThat(answer.header("cache-control")).isEqualTo(cacheControl);
    assertThat(answer.header("content-security-policy")).isEqualTo(POLICY);
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    Raw head = send("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("content-length")).isEqualTo("" + answer.latin1().length());
    assertThat(head.text()).isEmpty();
  }

  @Test
  void unknown_paths_return_the_index_so_that_the_app_can_route() throws IOException {
    for (String path : new String[] {"/", "/settings/profile", "/assets/", "/assets/gone.js"}) {
      assertThat(get(path).text()).isEqualTo(INDEX);
    }
  }

  @Test
  void compressed_files_of_the_build_are_sent() throws IOException {
    Raw gzip = get(HASHED, "Accept-Encoding: gzip");
    assertThat(gzip.header("content-encoding")).isEqualTo("gzip");
    assertThat(gzip.header("content-type")).startsWith("text/javascript");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.bytes())).readAllBytes())
        .isEqualTo(SCRIPT.getBytes(UTF_8));
    assertThat(get(HASHED, "Accept-Encoding: gzip, deflate, br").text()).isEqualTo("brotli");

    Raw plain = get(HASHED);
    assertThat(plain.text()).isEqualTo(SCRIPT);
    assertThat(plain.headers()).doesNotContainKey("content-encoding");
    assertThat(plain.header("vary")).contains("Accept-Encoding");
    assertThat(get("/favicon.ico", "Accept-Encoding: gzip").text()).isEqualTo("icon");
  }

  @Test
  void a_file_that_has_not_changed_is_not_sent_again() throws IOException {
    String etag = get("/assets/logo.svg").header("etag");

    Raw same = get("/assets/logo.svg", "If-None-Match: " + etag);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.text()).isEmpty();
    assertThat(same.header("etag")).isEqualTo(etag);
    assertThat(get("/assets/logo.svg", "If-None-Match: \"another\"").status()).isEqualTo(200);
    assertThat(get(HASHED, "If-None-Match: " + etag).text()).isEqualTo(SCRIPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret/key.txt",
        "/assets/../../secret/key.txt",
        "/%2e%2e/secret/key.txt",
        "/..%2fsecret/key.txt",
        "/%2e%2e%2fsecret%2fkey.txt",
        "/%252e%252e%252fsecret%252fkey.txt",
        "/..%5csecret%5ckey.txt",
        "/%5c..%5csecret%5ckey.txt",
        "/..;/secret/key.txt",
        "/....//secret/key.txt",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/etc/passwd",
        "/file:///etc/passwd",
        "/link.txt",
        "/linked/key.txt",
        "/linked%2fkey.txt",
        "/favicon.ico.gz",
        "/\\..\\secret\\key.txt"
      })
  void no_path_leaves_the_folder(String path) throws IOException {
    Raw answer = get(path);

    assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("root:");
    if (answer.status() == 200) {
      assertThat(answer.text()).isEqualTo(INDEX);
    } else {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).startsWith("{\"error\":{\"code\":\"NOT_FOUND\"");
    }
  }

  @Test
  void a_path_with_a_nul_is_refused() throws IOException {
    assertThat(get("/link.txt%00.js").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2",
        "/v2/nothing",
        "/api",
        "/api/nothing",
        "//v2/x",
        "/%76%32/x",
        "/a/../api/x"
      })
  void paths_of_the_api_do_not_return_the_app(String path) throws IOException {
    Raw answer = get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).startsWith("{\"error\":{\"code\":\"NOT_FOUND\"");
    assertThat(answer.headers()).doesNotContainKey("content-security-policy");
  }

  @Test
  void routes_take_precedence_and_other_methods_get_404() throws IOException {
    assertThat(get("/health").text()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(get("/v2/users/me").status()).isEqualTo(401);
    assertThat(send("POST", "/settings").status()).isEqualTo(404);
    assertThat(send("DELETE", "/index.html").status()).isEqualTo(404);
  }

  @Test
  void a_new_build_is_served_at_once() throws IOException {
    write("news.txt", "old");
    String etag = get("/news.txt").header("etag");

    write("news.txt", "brand-new");

    assertThat(get("/news.txt", "If-None-Match: " + etag).text()).isEqualTo("brand-new");
    Files.delete(folder.resolve("news.txt"));
    assertThat(get("/news.txt").text()).isEqualTo(INDEX);
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Raw get(String path, String... headers) throws IOException {
    return send("GET", path, headers);
  }

  /** Sends the path unchanged; HTTP clients would normalize it. */
  private static Raw send(String method, String path, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n"
                  .formatted(method, path, lines)
                  .getBytes(UTF_8));
      return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }
  }

  private static Raw parse(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    List<String> lines = answer.substring(0, end).lines().toList();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      headers.merge(line.substring(0, colon), line.substring(colon + 2), (a, b) -> a + ", " + b);
    }
    int status = Integer.parseInt(lines.getFirst().substring("HTTP/1.1 ".length()).substring(0, 3));
    return new Raw(status, headers, answer.substring(end + 4));
  }
}
