package dev.vidwiz.youtube;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests to YouTube, only to allowed addresses, with the cookie that avoids the consent
 * page. Every other answer than the requested one is a {@link Refusal}. Thread-safe.
 */
final class YouTubeHttp {

  /** The maximum size of an answer in bytes. The page of a video has about 1 MiB. */
  static final int MAX_BYTES = 8 << 20;

  private static final int MAX_REDIRECTS = 5;
  private static final String NO_CONSENT_NEEDED = "SOCS=CAI";

  /** The value of the consent form; it is unknown after a redirect. */
  private static final Pattern CONSENT_VALUE =
      Pattern.compile("name=\"v\" value=\"([\\w.+-]{1,100})\"");

  private static final Pattern HTML =
      Pattern.compile("\\s*<(?:!doctype )?html", Pattern.CASE_INSENSITIVE);

  private record Page(String text, Optional<BlockPage> block) {}

  private final Addresses addresses;
  private final HttpTransport transport;
  private volatile String cookie = NO_CONSENT_NEEDED;

  YouTubeHttp(URI baseUrl, HttpTransport transport) {
    this.addresses = new Addresses(baseUrl);
    this.transport = transport;
  }

  String get(String path, Map<String, String> headers, Fetch fetch)
      throws Refusal, InterruptedException {
    return send(addresses.at(path), request(headers), MAX_BYTES, fetch);
  }

  String post(String path, Map<String, String> headers, String json, Fetch fetch)
      throws Refusal, InterruptedException {
    HttpRequest.Builder request = request(headers).setHeader("Content-Type", "application/json");
    return send(addresses.at(path), request.POST(BodyPublishers.ofString(json)), MAX_BYTES, fetch);
  }

  /** Returns the captions of a track, in any format. */
  String captions(CaptionTrack track, String userAgent, Fetch fetch)
      throws Refusal, InterruptedException {
    URI link = Addresses.resolve(addresses.at("/"), track.jsonLink().strip());
    HttpRequest.Builder request = request(Map.of("User-Agent", userAgent));
    return send(addresses.allowed(link), request, CaptionFile.MAX_BYTES, fetch);
  }

  private static HttpRequest.Builder request(Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    headers.forEach(request::setHeader);
    return request;
  }

  /** Gives consent and repeats the request once if YouTube asks for consent. */
  private String send(URI address, HttpRequest.Builder request, int maxBytes, Fetch fetch)
      throws Refusal, InterruptedException {
    Page page = follow(address, request.setHeader("Cookie", cookie), maxBytes, fetch);
    if (page.block().filter(BlockPage.CONSENT::equals).isPresent()) {
      Matcher value = CONSENT_VALUE.matcher(page.text());
      cookie = NO_CONSENT_NEEDED + "; CONSENT=YES+" + (value.find() ? value.group(1) : "1");
      page = follow(address, request.setHeader("Cookie", cookie), maxBytes, fetch);
    }
    if (page.block().isPresent()) {
      throw page.block().get().refusal();
    }
    return page.text();
  }

  private Page follow(URI first, HttpRequest.Builder request, int maxBytes, Fetch fetch)
      throws Refusal, InterruptedException {
    URI address = first;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Answer answer = transport.send(request.uri(address), maxBytes, fetch);
      if (!answer.isRedirect()) {
        return page(answer);
      }
      URI target = Addresses.resolve(address, answer.header("Location"));
      Optional<BlockPage> block = BlockPage.at(target);
      if (block.isPresent()) {
        return new Page("", block);
      }
      address = addresses.allowed(target);
    }
    throw Refusal.withheld("more than " + MAX_REDIRECTS + " redirects");
  }

  private static Page page(Answer answer) throws Refusal {
    Optional<BlockPage> block =
        mayBeBlockPage(answer.text()) ? BlockPage.in(answer.text()) : Optional.empty();
    // Status 429 can have a Retry-After, which a block page has not.
    if (answer.status() == 429 || (answer.status() != 200 && block.isEmpty())) {
      throw answer.refusal();
    }
    return new Page(answer.text(), block);
  }

  /** Captions and the page of a video can contain the words of a block page. */
  private static boolean mayBeBlockPage(String text) {
    return HTML.matcher(text).lookingAt() && !text.contains("ytInitialPlayerResponse");
  }
}
