package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search for the transcript of one video, source after source. The language goes before the
 * source: where one has a better language only behind a gate, the next ones are asked first. For
 * one thread.
 */
final class TranscriptSearch {

  /**
   * Captions that a source gives.
   *
   * @param place its place among candidates, 0 unless the source has a better language gated; of
   *     equal ones the first is taken
   */
  private record Candidate(TranscriptSource source, CaptionTrack track, int place) {}

  private final Fetch fetch;
  private final List<String> languages;
  private final Attempts attempts;

  TranscriptSearch(VideoId videoId, List<String> languages, Attempt.Listener listener) {
    this.fetch = Fetch.of(videoId);
    this.languages = languages;
    this.attempts = new Attempts(listener);
  }

  /** Returns what a fetch results in that has found this, or nothing. */
  Fetched<JsonText> result(@Nullable FoundTranscript found) {
    return found == null ? attempts.verdict().result() : new Fetched.Found<>(found.document());
  }

  /** Returns the first transcript in the best language, or null; asks no more than it must. */
  @Nullable FoundTranscript first(List<TranscriptSource> sources) throws InterruptedException {
    List<Candidate> later = new ArrayList<>();
    for (TranscriptSource source : sources) {
      Candidate candidate = isPointless(source) ? null : candidate(source);
      if (candidate != null && candidate.place() > 0) {
        later.add(candidate);
      } else if (candidate != null) {
        FoundTranscript found = take(candidate);
        if (found != null) {
          return found;
        }
      }
    }
    later.sort(Comparator.comparingInt(Candidate::place));
    for (Candidate candidate : later) {
      FoundTranscript found = take(candidate);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Asks every source, and returns what {@link #first} would if none were pointless. */
  @Nullable FoundTranscript best(List<TranscriptSource> sources) throws InterruptedException {
    FoundTranscript best = null;
    int bestPlace = Integer.MAX_VALUE;
    for (TranscriptSource source : sources) {
      Candidate candidate = candidate(source);
      FoundTranscript found = candidate == null ? null : take(candidate);
      if (candidate != null && found != null && candidate.place() < bestPlace) {
        best = found;
        bestPlace = candidate.place();
      }
    }
    return best;
  }

  /** YouTube is not asked once more as a browser when it refuses its apps. */
  private boolean isPointless(TranscriptSource source) {
    Verdict verdict = attempts.verdict();
    return verdict.isSettled() || (verdict.isBlocked() && !source.info().isClient());
  }

  private @Nullable Candidate candidate(TranscriptSource source) throws InterruptedException {
    List<CaptionTrack> tracks =
        attempts.make(
            source.info(),
            source.info().request(),
            () -> source.tracks(fetch),
            TranscriptSearch::describe);
    if (tracks == null) {
      return null;
    }
    CaptionTrack best =
        CaptionTrack.best(tracks.stream().filter(track -> !track.isGated()).toList(), languages)
            .orElse(null);
    if (best == null) {
      Refusal gated = Refusal.withheld("all captions are for browsers only");
      attempts.verdict().add(source.info(), gated);
      return null;
    }
    int rank = best.rank(languages);
    boolean betterIsGated =
        tracks.stream().anyMatch(track -> track.isGated() && track.rank(languages) < rank);
    return new Candidate(source, best, betterIsGated ? 1 + rank : 0);
  }

  private @Nullable FoundTranscript take(Candidate candidate) throws InterruptedException {
    SourceInfo source = candidate.source().info();
    CaptionTrack track = candidate.track();
    return attempts.make(
        source,
        "captions " + track,
        () ->
            FoundTranscript.of(
                source.name(), track, Captions.parse(candidate.source().captions(track, fetch))),
        found -> found.segments() + " entries");
  }

  private static String describe(List<CaptionTrack> tracks) {
    return tracks.size()
        + (tracks.size() == 1 ? " track: " : " tracks: ")
        + tracks.stream().map(CaptionTrack::toString).collect(Collectors.joining(", "));
  }
}
