package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.Answer;
import dev.vidwiz.http.HttpSettings;
import dev.vidwiz.http.TestServer;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsPageTest {

  private static final TestServer SERVER = TestServer.start();
  private static final Pattern BASE = Pattern.compile("<base href=\"([^\"]+)\">");
  private static final Pattern LINK =
      Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/"})
  void everything_on_the_page_loads_from_here_under_any_path(String path) {
    Answer page = SERVER.call("GET", path, null);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(links(page))
        .hasSize(4)
        .noneMatch(link -> link.startsWith("/") || link.contains(":"));
    URI outside =
        URI.create("https://example.com/behind/a/proxy" + path).resolve(first(BASE, page));
    for (String link : links(page)) {
      String address = outside.resolve(link).toString();
      assertThat(address).startsWith("https://example.com/behind/a/proxy/docs/");
      Answer part = SERVER.call("GET", address.substring(address.indexOf("/docs/")), null);
      assertThat(part.status()).as(link).isEqualTo(200);
      assertThat(part.body()).isNotEmpty();
    }
  }

  @Test
  void the_page_has_no_inline_script_and_the_policy_allows_none() {
    Answer page = SERVER.call("GET", "/docs", null);

    assertThat(page.body())
        .doesNotContainPattern("<script[^>]*>[^<]")
        .doesNotContain("<style", " on");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';")
        .doesNotContain("unsafe");
  }

  @Test
  void assets_have_content_types_and_may_be_cached() {
    List<String> links = links(SERVER.call("GET", "/docs", null));

    assertThat(links)
        .extracting(link -> SERVER.call("GET", "/docs/" + link, null))
        .extracting(part -> part.header("Content-Type"))
        .containsExactly(
            "image/png",
            "text/css; charset=utf-8",
            "text/javascript; charset=utf-8",
            "text/javascript; charset=utf-8");
    assertThat(SERVER.call("GET", "/docs/" + links.getFirst(), null).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(SERVER.call("GET", "/docs/" + links.getLast(), null).header("Cache-Control"))
        .isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{version}/index.html",
        "{version}/swagger-ui.js",
        "{version}/..%2fpom.properties",
        "{version}%2f..%2f{version}/swagger-ui.css",
        "{version}/..%2f..%2f..%2f..%2fMANIFEST.MF",
        "0.0.0/swagger-ui.css",
        "docs.html",
        "api.yaml",
        "..%2f..%2fv2"
      })
  void nothing_else_is_served(String path) {
    String version = first(Pattern.compile("href=\"([0-9.]+)/"), SERVER.call("GET", "/docs", null));

    Answer answer = SERVER.call("GET", "/docs/" + path.replace("{version}", version), null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/docs", "/docs/", "/docs/docs.js"})
  void without_api_docs_nothing_is_served(String path) {
    HttpSettings settings = TestServer.settings(TestServer.keys(null, null));
    try (TestServer silent =
        TestServer.start(
            new HttpSettings(
                settings.server(), settings.keys(), settings.limits(), settings.zone(), false))) {
      Answer answer = silent.call("GET", path, null);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
  }

  private static List<String> links(Answer page) {
    return LINK.matcher(page.body()).results().map(link -> link.group(1)).toList();
  }

  private static String first(Pattern pattern, Answer page) {
    return pattern
        .matcher(page.body())
        .results()
        .map((MatchResult m) -> m.group(1))
        .findFirst()
        .orElseThrow();
  }
}
