package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.video.VideoId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches the transcript of one video. The language matters more than the source: if a source has
 * a better language gated, the next sources are tried first. For one thread.
 */
record TranscriptSearch(Fetch fetch, List<String> languages, Attempts attempts) {

  private static final int MAX_BYTES = 16 << 20;

  /**
   * A track that a source gives.
   *
   * @param place its place among all candidates; 0 unless the source has a better language gated
   */
  private record Candidate(TranscriptSource source, CaptionTrack track, int place) {}

  /** A transcript, and the number of its segments. */
  record Found(Candidate candidate, int segments, JsonText document) {

    @Override
    public String toString() {
      return "%d entries in %s from %s"
          .formatted(segments, candidate.track, candidate.source.info().name());
    }
  }

  TranscriptSearch(VideoId videoId, List<String> languages, Attempt.Listener listener) {
    this(Fetch.of(videoId), languages, new Attempts(listener));
  }

  /** Returns the result of the fetch, with the transcript or null from {@link #search}. */
  Fetched<JsonText> result(@Nullable Found found) {
    return found == null ? attempts.result() : new Fetched.Found<>(found.document());
  }

  /**
   * Returns the first transcript in the best language, or null. Tries every source, or only as many
   * as necessary.
   */
  @Nullable Found search(List<TranscriptSource> sources, boolean tryAll)
      throws InterruptedException {
    List<Found> found = new ArrayList<>();
    List<Candidate> later = new ArrayList<>();
    for (TranscriptSource source : sources) {
      Candidate candidate =
          tryAll || (found.isEmpty() && !isPointless(source)) ? candidate(source) : null;
      if (candidate != null && (tryAll || candidate.place() == 0)) {
        take(candidate, found);
      } else if (candidate != null) {
        later.add(candidate);
      }
    }
    later.sort(Comparator.comparingInt(Candidate::place));
    for (int i = 0; found.isEmpty() && i < later.size(); i++) {
      take(later.get(i), found);
    }
    return found.stream()
        .min(Comparator.comparingInt(each -> each.candidate().place()))
        .orElse(null);
  }

  /** When YouTube blocks a client, one more request for the page would make things worse. */
  private boolean isPointless(TranscriptSource source) {
    return attempts.areSettled() || (attempts.areBlocked() && !source.info().isClient());
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
      attempts.add(source.info(), Refusal.withheld("all captions are for browsers only"));
      return null;
    }
    int rank = best.rank(languages);
    boolean betterIsGated =
        tracks.stream().anyMatch(track -> track.isGated() && track.rank(languages) < rank);
    return new Candidate(source, best, betterIsGated ? 1 + rank : 0);
  }

  private void take(Candidate candidate, List<Found> found) throws InterruptedException {
    Found transcript =
        attempts.make(
            candidate.source().info(),
            "captions " + candidate.track(),
            () -> transcript(candidate),
            taken -> taken.segments() + " entries");
    if (transcript != null) {
      found.add(transcript);
    }
  }

  private Found transcript(Candidate candidate) throws Refusal, InterruptedException {
    List<Segment> segments = Captions.parse(candidate.source().captions(candidate.track(), fetch));
    JsonText document = TranscriptEntries.write(segments);
    if (document.value().getBytes(UTF_8).length > MAX_BYTES) {
      throw Refusal.withheld("a transcript of more than " + MAX_BYTES + " bytes");
    }
    return new Found(candidate, segments.size(), document);
  }

  private static String describe(List<CaptionTrack> tracks) {
    return tracks.size()
        + (tracks.size() == 1 ? " track: " : " tracks: ")
        + tracks.stream().map(CaptionTrack::toString).collect(Collectors.joining(", "));
  }
}
