package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.fetch.Fetched.NotYet;
import dev.vidwiz.youtube.Refusal.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows when no source gave what it was asked for. One source alone is not believed when it
 * says that a video has nothing for good: some clients are refused videos that others get.
 */
final class Verdict {

  private static final int AGREEING = 2;

  private record SourceRefusal(SourceInfo source, Refusal refusal) {

    boolean is(Kind kind) {
      return refusal.kind() == kind;
    }

    @Override
    public String toString() {
      return source.name() + ": " + refusal.text();
    }
  }

  private final List<SourceRefusal> all = new ArrayList<>();

  void add(SourceInfo source, Refusal refusal) {
    all.add(new SourceRefusal(source, refusal));
  }

  boolean isBlocked() {
    return has(Kind.BLOCKED);
  }

  /** Tells whether other sources can add nothing. */
  boolean isSettled() {
    return has(Kind.LIVE) || has(Kind.UPCOMING) || forGood().isPresent();
  }

  <T> Fetched<T> result() {
    String reason = all.stream().map(SourceRefusal::toString).collect(Collectors.joining("; "));
    return this.<T>notYet(reason)
        .or(() -> forGood().map(Fetched.Gone::new))
        .orElseGet(() -> notNow(reason));
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
  private <T> Fetched<T> notNow(String reason) {
    boolean answered = all.stream().anyMatch(each -> each.refusal().kind().isAboutVideo());
    if (isBlocked() && !answered) {
      return new Fetched.Blocked<>(reason, retryAfter());
    }
    return all.stream().allMatch(each -> each.is(Kind.UNREACHABLE))
        ? new Fetched.Unreachable<>(reason)
        : new Fetched.Withheld<>(reason);
  }

  /**
   * Two clients must agree that it cannot be watched, or that there are no captions, and none of
   * them may be blocked. Pages do not count: they are refused to most servers, for any video.
   */
  private Optional<String> forGood() {
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

  private boolean has(Kind kind) {
    return all.stream().anyMatch(each -> each.is(kind));
  }

  private Stream<Refusal> refusals(Kind kind) {
    return all.stream().filter(each -> each.is(kind)).map(SourceRefusal::refusal);
  }

  private Stream<Refusal> clients(Kind kind) {
    return all.stream()
        .filter(each -> each.is(kind) && each.source().isClient())
        .map(SourceRefusal::refusal);
  }
}
