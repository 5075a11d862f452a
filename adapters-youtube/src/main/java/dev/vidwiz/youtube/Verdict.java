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

  private record Said(Source source, Refusal refusal) {

    @Override
    public String toString() {
      return source.name() + ": " + refusal.text();
    }
  }

  private final List<Said> all = new ArrayList<>();

  void add(Source source, Refusal refusal) {
    all.add(new Said(source, refusal));
  }

  boolean isBlocked() {
    return refusals(Kind.BLOCKED).findAny().isPresent();
  }

  /** Tells whether other sources can add nothing. */
  boolean isSettled() {
    return refusals(Kind.LIVE, Kind.UPCOMING).findAny().isPresent() || forGood().isPresent();
  }

  <T> Fetched<T> result() {
    String reason = all.stream().map(Said::toString).collect(Collectors.joining("; "));
    Optional<Fetched<T>> later = notYet(reason);
    if (later.isPresent()) {
      return later.get();
    }
    Optional<String> sentence = forGood();
    if (sentence.isPresent()) {
      return new Fetched.Gone<>(sentence.get());
    }
    // Who was told something about the video is not kept out by that source.
    if (all.stream().noneMatch(said -> said.refusal().kind().isAboutVideo())) {
      if (isBlocked()) {
        return new Fetched.Blocked<>(reason, retryAfter());
      }
      if (all.stream().allMatch(said -> said.refusal().kind() == Kind.UNREACHABLE)) {
        return new Fetched.Unreachable<>(reason);
      }
    }
    return new Fetched.Withheld<>(reason);
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

  /**
   * Two clients must agree that it cannot be watched, or that there are no captions, and none of
   * them may be blocked. Pages do not count: they are refused to most servers, for any video.
   */
  private Optional<String> forGood() {
    return clients(Kind.BLOCKED).findAny().isPresent()
        ? Optional.empty()
        : Stream.of(Kind.NO_CAPTIONS, Kind.UNAVAILABLE)
            .map(this::agreed)
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** Returns the most exact of the sentences of those who agree. */
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

  private Stream<Refusal> clients(Kind kind) {
    return all.stream()
        .filter(said -> said.source().isClient())
        .map(Said::refusal)
        .filter(refusal -> refusal.kind() == kind);
  }

  private Stream<Refusal> refusals(Kind... kinds) {
    return all.stream()
        .map(Said::refusal)
        .filter(refusal -> List.of(kinds).contains(refusal.kind()));
  }
}
