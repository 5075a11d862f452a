package dev.vidwiz.application.video;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Videos in memory. */
public final class InMemoryVideos implements Videos {

  private static final Comparator<Video> BY_ID = Comparator.comparingLong(Video::id);
  private static final Comparator<Video> BY_AGE = Comparator.comparing(Video::createdAt);
  private static final Comparator<Video> UNTITLED_LAST =
      Comparator.comparing(video -> video.title() == null);
  private static final Comparator<Video> BY_TITLE =
      (a, b) -> Arrays.compare(codePoints(a.title()), codePoints(b.title()));

  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, Video> rows;
  private final InMemoryTable<String, String> requesters;
  private final InMemoryTable<Long, Note> notes;

  /** Works on a table of its own, and on the notes to search by. */
  public InMemoryVideos(InMemoryTransactions transactions, InMemoryTable<Long, Note> notes) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
    this.requesters = new InMemoryTable<>(transactions);
    this.notes = notes;
  }

  @Override
  public Optional<Video> find(VideoId videoId) {
    return transactions.inTransaction(() -> rows.get(videoId.value()));
  }

  @Override
  public List<Video> findAll(Collection<VideoId> videoIds) {
    return transactions.inTransaction(
        () -> Set.copyOf(videoIds).stream().flatMap(id -> find(id).stream()).toList());
  }

  @Override
  public Video ensure(VideoId videoId, @Nullable Title title, Instant now) {
    return transactions.inTransaction(
        () ->
            find(videoId)
                .map(v -> titled(v, title, now))
                .orElseGet(() -> add(videoId, title, now)));
  }

  @Override
  public void addRequester(VideoId videoId, Requester requester) {
    if (requester instanceof Requester.Nobody) {
      return;
    }
    transactions.inTransaction(
        () ->
            requesters.put(
                videoId.value(),
                requesters
                    .get(videoId.value())
                    .filter(known -> !known.equals(requester.code()))
                    .map(other -> "*")
                    .orElse(requester.code())));
  }

  @Override
  public boolean isSoleRequester(VideoId videoId, Requester requester) {
    return transactions.inTransaction(
        () -> requesters.get(videoId.value()).filter(requester.code()::equals).isPresent());
  }

  @Override
  public VideoPage search(VideoSearch search) {
    return transactions.inTransaction(
        () -> {
          Set<VideoId> noted =
              notes
                  .rows()
                  .filter(note -> note.userId() == search.userId())
                  .map(Note::videoId)
                  .collect(Collectors.toSet());
          List<VideoId> found =
              rows.rows()
                  .filter(video -> noted.contains(video.videoId()))
                  .filter(video -> matches(video, search.foldedText()))
                  .sorted(order(search.sort()))
                  .map(Video::videoId)
                  .toList();
          return new VideoPage(
              found.stream().skip(search.offset()).limit(search.perPage()).toList(), found.size());
        });
  }

  @Override
  public void storeMetadata(
      VideoId videoId, JsonText metadata, @Nullable Title title, Instant now) {
    change(
        videoId,
        v ->
            new Video(
                v.id(),
                videoId,
                filled(v, title),
                metadata,
                v.transcriptAvailable(),
                v.transcriptError(),
                v.summary(),
                v.suggestedQuestions(),
                v.createdAt(),
                now));
  }

  @Override
  public void markTranscriptAvailable(VideoId videoId, Instant now) {
    change(videoId, v -> withTranscript(v, true, null, now));
  }

  @Override
  public boolean markTranscriptMissing(Video read, Instant now) {
    return transactions.inTransaction(
        () -> {
          boolean marks =
              read.transcriptAvailable() && find(read.videoId()).equals(Optional.of(read));
          if (marks) {
            change(read.videoId(), v -> withTranscript(v, false, null, now));
          }
          return marks;
        });
  }

  @Override
  public boolean storeTranscriptError(VideoId videoId, @Nullable String error, Instant now) {
    return transactions.inTransaction(
        () -> {
          boolean changes =
              find(videoId)
                  .filter(video -> !video.transcriptAvailable())
                  .filter(video -> !Objects.equals(video.transcriptError(), error))
                  .isPresent();
          if (changes) {
            change(videoId, v -> withTranscript(v, false, error, now));
          }
          return changes;
        });
  }

  @Override
  public boolean storeSummaryIfNone(VideoId videoId, String summary, Instant now) {
    return transactions.inTransaction(
        () -> {
          boolean none = find(videoId).filter(video -> video.summary() == null).isPresent();
          if (none) {
            storeSummary(videoId, summary, now);
          }
          return none;
        });
  }

  @Override
  public void storeSummary(VideoId videoId, String summary, Instant now) {
    change(
        videoId,
        v ->
            new Video(
                v.id(),
                videoId,
                v.title(),
                v.metadata(),
                v.transcriptAvailable(),
                v.transcriptError(),
                summary,
                v.suggestedQuestions(),
                v.createdAt(),
                now));
  }

  @Override
  public void storeSuggestedQuestions(VideoId videoId, JsonText questions, Instant now) {
    change(
        videoId,
        v ->
            new Video(
                v.id(),
                videoId,
                v.title(),
                v.metadata(),
                v.transcriptAvailable(),
                v.transcriptError(),
                v.summary(),
                questions,
                v.createdAt(),
                now));
  }

  private void change(VideoId videoId, UnaryOperator<Video> change) {
    transactions.inTransaction(
        () -> find(videoId).ifPresent(v -> rows.put(videoId.value(), change.apply(v))));
  }

  private Video add(VideoId videoId, @Nullable Title title, Instant now) {
    String text = title == null ? null : title.value();
    return rows.put(
        videoId.value(),
        new Video(rows.nextId(), videoId, text, null, false, null, null, null, now, now));
  }

  private Video titled(Video v, @Nullable Title title, Instant now) {
    if (v.title() != null || title == null) {
      return v;
    }
    return rows.put(
        v.videoId().value(),
        new Video(
            v.id(),
            v.videoId(),
            title.value(),
            v.metadata(),
            v.transcriptAvailable(),
            v.transcriptError(),
            v.summary(),
            v.suggestedQuestions(),
            v.createdAt(),
            now));
  }

  private static @Nullable String filled(Video v, @Nullable Title title) {
    return v.title() != null || title == null ? v.title() : title.value();
  }

  private static Video withTranscript(
      Video v, boolean available, @Nullable String error, Instant now) {
    return new Video(
        v.id(),
        v.videoId(),
        v.title(),
        v.metadata(),
        available,
        error,
        v.summary(),
        v.suggestedQuestions(),
        v.createdAt(),
        now);
  }

  private static boolean matches(Video video, String folded) {
    String title = video.title();
    return folded.isEmpty() || (title != null && Title.fold(title).contains(folded));
  }

  private static Comparator<Video> order(VideoSearch.Sort sort) {
    return switch (sort) {
      case CREATED_AT_DESC -> BY_AGE.reversed().thenComparing(BY_ID);
      case CREATED_AT_ASC -> BY_AGE.thenComparing(BY_ID);
      case TITLE_ASC -> UNTITLED_LAST.thenComparing(BY_TITLE).thenComparing(BY_ID);
      case TITLE_DESC -> UNTITLED_LAST.thenComparing(BY_TITLE.reversed()).thenComparing(BY_ID);
    };
  }

  private static int[] codePoints(@Nullable String title) {
    return title == null ? new int[0] : Title.fold(title).codePoints().toArray();
  }
}
