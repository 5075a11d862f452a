package dev.vidwiz.youtube;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests to YouTube: only to allowed addresses, with the cookie that passes the consent page, and
 * every answer that is none turned into a {@link Refusal}. Thread-safe.
 */
final class YouTubeHttp {

  private static final int MAX_REDIRECTS = 5;
  private static final String NO_CONSENT_NEEDED = "SOCS=CAI";

  /** The consent form's own value for "yes"; the page that is redirected to does not show it. */
  private static final Pattern CONSENT_VALUE =
      Pattern.compile("name=\"v\" value=\"([\\w.+-]{1,100})\"");

  private static final Pattern HTML =
      Pattern.compile("\\s*<(?:!doctype )?html", Pattern.CASE_INSENSITIVE);

  private final Addresses addresses;
  private final HttpTransport transport;
  private volatile String cookie = NO_CONSENT_NEEDED;

  YouTubeHttp(Addresses addresses, HttpTransport transport) {
    this.addresses = addresses;
    this.transport = transport;
  }

  /**
   * Returns the text that answers a request. Where YouTube asks for consent, it is given once.
   *
   * @throws Refusal when there is no such text
   */
  String send(Request request, Deadline deadline) throws Refusal, InterruptedException {
    String cookieBefore = cookie;
    Answer answer = follow(request.with("Cookie", cookieBefore), deadline);
    if (answer.barrier().filter(Barrier.CONSENT::equals).isPresent()) {
      cookie = NO_CONSENT_NEEDED + "; CONSENT=YES+" + consentValue(answer.text());
      answer = follow(request.with("Cookie", cookie), deadline);
    }
    if (answer.barrier().isPresent()) {
      throw answer.barrier().get().refusal();
    }
    return answer.text();
  }

  /** Returns where to fetch what {@code link} on the page {@code page} leads to. */
  URI allowed(URI page, String link) throws Refusal {
    URI target = resolve(page, link.strip());
    URI allowed = addresses.allowed(target);
    if (allowed == null) {
      throw Refusal.withheld("a link to another host: " + target.getHost());
    }
    return allowed;
  }

  private record Answer(String text, Optional<Barrier> barrier) {}

  private Answer follow(Request request, Deadline deadline) throws Refusal, InterruptedException {
    Request next = request;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse<byte[]> response = transport.send(next, deadline);
      if (!HttpTransport.isRedirect(response.statusCode())) {
        return answer(response, request.limit());
      }
      String location = response.headers().firstValue("Location").orElse("");
      Optional<Barrier> barrier = Barrier.at(resolve(next.address(), location));
      if (barrier.isPresent()) {
        return new Answer("", barrier);
      }
      next = next.at(allowed(next.address(), location));
    }
    throw Refusal.withheld("more than " + MAX_REDIRECTS + " redirects");
  }

  private static Answer answer(HttpResponse<byte[]> response, int limit) throws Refusal {
    if (response.statusCode() == 429) {
      throw HttpTransport.refusal(response, "");
    }
    String text = HttpTransport.text(response, limit);
    Optional<Barrier> barrier = mayBeBarrier(text) ? Barrier.in(text) : Optional.empty();
    if (response.statusCode() == 200 || barrier.isPresent()) {
      return new Answer(text, barrier);
    }
    throw HttpTransport.refusal(response, text);
  }

  /** Captions and pages of videos can hold the words of a barrier. */
  private static boolean mayBeBarrier(String text) {
    return HTML.matcher(text).lookingAt() && !text.contains("ytInitialPlayerResponse");
  }

  private static String consentValue(String page) {
    Matcher value = CONSENT_VALUE.matcher(page);
    return value.find() ? value.group(1) : "1";
  }

  private static URI resolve(URI page, String link) throws Refusal {
    if (link.isEmpty()) {
      throw Refusal.withheld("a link to nowhere");
    }
    try {
      return page.resolve(link);
    } catch (IllegalArgumentException e) {
      throw Refusal.withheld("a link that is no address");
    }
  }
}
