package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search for the transcript of one video, source after source. The language goes before the
 * source: where one has a better language that it does not give away, the next ones are asked
 * first. For one thread.
 */
final class TranscriptSearch {

  /**
   * Captions that a source gives away.
   *
   * @param rank the place of their language among those wanted
   * @param isSecondChoice whether the source keeps a better language to itself
   */
  private record Offer(
      TranscriptSource source, CaptionTrack track, int rank, boolean isSecondChoice) {

    /** Returns its place among offers; of equal ones the first is taken. */
    int place() {
      return isSecondChoice ? 1 + rank : 0;
    }
  }

  private final VideoId videoId;
  private final List<String> languages;
  private final Attempts attempts;
  private final Deadline deadline = Deadline.ofFetch();
  private final Verdict verdict = new Verdict();

  TranscriptSearch(VideoId videoId, List<String> languages, Attempts attempts) {
    this.videoId = videoId;
    this.languages = languages;
    this.attempts = attempts;
  }

  /** Returns what follows from all refusals. */
  Verdict verdict() {
    return verdict;
  }

  /** Asks no more sources than it takes. */
  Optional<Captured> first(List<TranscriptSource> sources) throws InterruptedException {
    List<Offer> secondChoices = new ArrayList<>();
    for (TranscriptSource source : sources) {
      Offer offer = isPointless(source) ? null : offer(source);
      if (offer != null && offer.isSecondChoice()) {
        secondChoices.add(offer);
      } else if (offer != null) {
        Captured captured = take(offer);
        if (captured != null) {
          return Optional.of(captured);
        }
      }
    }
    secondChoices.sort(Comparator.comparingInt(Offer::place));
    for (Offer offer : secondChoices) {
      Captured captured = take(offer);
      if (captured != null) {
        return Optional.of(captured);
      }
    }
    return Optional.empty();
  }

  /** Asks every source, and returns what {@link #first} would if none were pointless. */
  Optional<Captured> best(List<TranscriptSource> sources) throws InterruptedException {
    Captured best = null;
    int bestPlace = Integer.MAX_VALUE;
    for (TranscriptSource source : sources) {
      Offer offer = offer(source);
      if (offer != null) {
        Captured captured = take(offer);
        if (captured != null && offer.place() < bestPlace) {
          best = captured;
          bestPlace = offer.place();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** YouTube is not asked once more as a browser when it refuses its apps. */
  private boolean isPointless(TranscriptSource source) {
    return verdict.isSettled() || (verdict.isBlocked() && !source.isClient());
  }

  private @Nullable Offer offer(TranscriptSource source) throws InterruptedException {
    try {
      List<CaptionTrack> tracks =
          attempts.make(
              source,
              source.request(),
              () -> source.tracks(videoId, deadline),
              TranscriptSearch::describe);
      CaptionTrack best =
          CaptionTrack.best(tracks.stream().filter(track -> !track.isGated()).toList(), languages)
              .orElseThrow(() -> Refusal.withheld("all captions are for browsers only"));
      int rank = best.rank(languages);
      return new Offer(
          source,
          best,
          rank,
          tracks.stream().anyMatch(track -> track.isGated() && track.rank(languages) < rank));
    } catch (Refusal e) {
      verdict.add(source, e);
      return null;
    }
  }

  private @Nullable Captured take(Offer offer) throws InterruptedException {
    TranscriptSource source = offer.source();
    CaptionTrack track = offer.track();
    try {
      return attempts.make(
          source,
          "captions " + track,
          () ->
              Captured.of(
                  source.name(), track, Captions.parse(source.captions(videoId, track, deadline))),
          captured -> captured.segments() + " entries");
    } catch (Refusal e) {
      verdict.add(source, e);
      return null;
    }
  }

  private static String describe(List<CaptionTrack> tracks) {
    return tracks.size()
        + (tracks.size() == 1 ? " track: " : " tracks: ")
        + tracks.stream().map(CaptionTrack::toString).collect(Collectors.joining(", "));
  }
}
