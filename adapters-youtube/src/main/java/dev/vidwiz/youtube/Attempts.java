package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.fetch.Fetched.NotYet;
import dev.vidwiz.youtube.Refusal.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one fetch: each is reported to the listener, and the refusals determine the
 * result when no source succeeds. One source is not enough for a permanent result: some clients are
 * refused videos that others get. For one thread.
 */
final class Attempts {

  private static final int AGREEING = 2;

  /** A request to a source. */
  @FunctionalInterface
  interface Request<T> {
    T send() throws Refusal, InterruptedException;
  }

  private record SourceRefusal(SourceInfo source, Refusal refusal) {}

  private final Attempt.Listener listener;
  private final List<SourceRefusal> refusals = new ArrayList<>();

  Attempts(Attempt.Listener listener) {
    this.listener = listener;
  }

  /** Returns the answer, or null when the source refuses. */
  <T> @Nullable T make(
      SourceInfo source, String name, Request<T> request, Function<T, String> describe)
      throws InterruptedException {
    long start = System.nanoTime();
    T answer = null;
    String outcome = "found";
    String detail;
    try {
      answer = request.send();
      detail = describe.apply(answer);
    } catch (Refusal e) {
      add(source, e);
      outcome = e.kind().name().toLowerCase(Locale.ROOT);
      detail = e.text();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    // Details quote YouTube, and are printed in logs and on terminals.
    String line = detail.replaceAll("\\p{Cntrl}+", " ");
    listener.ended(new Attempt(source.name(), name, outcome, line, time));
    return answer;
  }

  /** Adds a refusal that is not reported as an attempt. */
  void add(SourceInfo source, Refusal refusal) {
    refusals.add(new SourceRefusal(source, refusal));
  }

  boolean areBlocked() {
    return refusals(Kind.BLOCKED).findAny().isPresent();
  }

  /** Tells whether other sources cannot change the result. */
  boolean areSettled() {
    return Stream.of(Kind.LIVE, Kind.UPCOMING).flatMap(this::refusals).findAny().isPresent()
        || permanent().isPresent();
  }

  /** Returns the result of a fetch in which no source succeeded. */
  <T> Fetched<T> result() {
    String reason =
        refusals.stream()
            .map(each -> each.source().name() + ": " + each.refusal().text())
            .collect(Collectors.joining("; "));
    return this.<T>notYet(reason)
        .or(() -> permanent().map(Fetched.Gone::new))
        .orElseGet(() -> temporary(reason));
  }

  private <T> Optional<Fetched<T>> notYet(String reason) {
    return Stream.of(Kind.UPCOMING, Kind.LIVE, Kind.AGE_RESTRICTED)
        .flatMap(this::refusals)
        .findFirst()
        .map(
            refusal ->
                new NotYet<>(
                    NotYet.Cause.valueOf(refusal.kind().name()), refusal.startsAt(), reason));
  }

  /** A source that says something about the video does not refuse this server. */
  private <T> Fetched<T> temporary(String reason) {
    if (areBlocked() && refusals.stream().noneMatch(each -> each.refusal().kind().isAboutVideo())) {
      return new Fetched.Blocked<>(reason, retryAfter());
    }
    return refusals.stream().allMatch(each -> each.refusal().kind() == Kind.UNREACHABLE)
        ? new Fetched.Unreachable<>(reason)
        : new Fetched.Withheld<>(reason);
  }

  /**
   * Two clients must agree that the video cannot be watched, or that it has no captions, and no
   * client may be blocked. The page is not a client: most servers are refused it, for any video.
   */
  private Optional<String> permanent() {
    return clients(Kind.BLOCKED).findAny().isPresent()
        ? Optional.empty()
        : agreed(Kind.NO_CAPTIONS).or(() -> agreed(Kind.UNAVAILABLE));
  }

  /** Returns the most exact sentence of the clients that agree. */
  private Optional<String> agreed(Kind kind) {
    List<String> sentences = clients(kind).map(Refusal::text).toList();
    return sentences.size() < AGREEING
        ? Optional.empty()
        : sentences.stream().min(Comparator.comparing(Reasons.GONE::equals));
  }

  private @Nullable Duration retryAfter() {
    return refusals(Kind.BLOCKED)
        .map(Refusal::retryAfter)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<Refusal> refusals(Kind kind) {
    return refusals.stream().map(SourceRefusal::refusal).filter(each -> each.kind() == kind);
  }

  private Stream<Refusal> clients(Kind kind) {
    return refusals.stream()
        .filter(each -> each.source().isClient())
        .map(SourceRefusal::refusal)
        .filter(each -> each.kind() == kind);
  }
}
