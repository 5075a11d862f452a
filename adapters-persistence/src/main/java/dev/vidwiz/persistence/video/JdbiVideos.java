package dev.vidwiz.persistence.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Videos in the table {@code videos}. */
public final class JdbiVideos implements Videos {

  private static final String FIND =
      "SELECT " + VideoMapper.COLUMNS + " FROM videos WHERE video_id = :videoId";

  private static final String FIND_ALL =
      "SELECT " + VideoMapper.COLUMNS + " FROM videos WHERE video_id IN (<videoIds>)";

  /** The second of two concurrent calls gets the row of the first, and can add the title. */
  private static final String ENSURE =
      """
      INSERT INTO videos (video_id, title, title_folded, created_at, updated_at, requested_by)
      VALUES (:videoId, :title, :folded, :now, :now, '')
      ON CONFLICT (video_id) DO UPDATE
      SET title = COALESCE(videos.title, excluded.title),
          title_folded = COALESCE(videos.title_folded, excluded.title_folded),
          updated_at = CASE WHEN videos.title IS NULL AND excluded.title IS NOT NULL
                            THEN excluded.updated_at ELSE videos.updated_at END
      RETURNING %s
      """
          .formatted(VideoMapper.COLUMNS);

  /** Most videos have several requesters, and are not written to. */
  private static final String ADD_REQUESTER =
      """
      UPDATE videos
      SET requested_by = CASE WHEN requested_by = '' THEN :requestedBy ELSE '*' END
      WHERE video_id = :videoId AND requested_by <> '*' AND requested_by <> :requestedBy
      """;

  private static final String IS_SOLE_REQUESTER =
      """
      SELECT EXISTS (SELECT 1 FROM videos
                     WHERE video_id = :videoId AND requested_by = :requestedBy)
      """;

  private static final String MARK_TRANSCRIPT_AVAILABLE =
      """
      UPDATE videos SET transcript_available = TRUE, transcript_error = NULL, updated_at = :now
      WHERE video_id = :videoId
      """;

  private static final String MARK_TRANSCRIPT_MISSING =
      """
      UPDATE videos SET transcript_available = FALSE, updated_at = :now
      WHERE video_id = :videoId AND transcript_available AND updated_at = :read
      """;

  private static final String STORE_TRANSCRIPT_ERROR =
      """
      UPDATE videos SET transcript_error = :error, updated_at = :now
      WHERE video_id = :videoId AND NOT transcript_available
        AND transcript_error IS DISTINCT FROM :error
      """;

  private static final String STORE_SUMMARY_IF_NONE =
      """
      UPDATE videos SET summary = :summary, updated_at = :now
      WHERE video_id = :videoId AND summary IS NULL
      """;

  private static final String STORE_SUMMARY =
      "UPDATE videos SET summary = :summary, updated_at = :now WHERE video_id = :videoId";

  private static final String STORE_SUGGESTED_QUESTIONS =
      """
      UPDATE videos SET suggested_questions = :questions, updated_at = :now
      WHERE video_id = :videoId
      """;

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiVideos(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Video> find(VideoId videoId) {
    return transactions.find(
        FIND, new VideoMapper(), query -> query.bind("videoId", videoId.value()));
  }

  @Override
  public List<Video> findAll(Collection<VideoId> videoIds) {
    return videoIds.isEmpty()
        ? List.of()
        : transactions.list(
            FIND_ALL,
            new VideoMapper(),
            query -> query.bindList("videoIds", videoIds.stream().map(VideoId::value).toList()));
  }

  @Override
  public Video ensure(VideoId videoId, @Nullable Title title, Instant now) {
    return find(videoId)
        .filter(video -> title == null || video.title() != null)
        .or(
            () ->
                transactions.updateReturning(
                    ENSURE,
                    new VideoMapper(),
                    query ->
                        TitleBinding.bind(query, title)
                            .bind("videoId", videoId.value())
                            .bind("now", now)))
        .orElseThrow();
  }

  @Override
  public void addRequester(VideoId videoId, Requester requester) {
    if (!(requester instanceof Requester.Nobody)) {
      transactions.update(ADD_REQUESTER, update -> bind(update, videoId, requester));
    }
  }

  @Override
  public boolean isSoleRequester(VideoId videoId, Requester requester) {
    return transactions.read(
        handle ->
            bind(handle.createQuery(IS_SOLE_REQUESTER), videoId, requester)
                .mapTo(Boolean.class)
                .one());
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, VideoId videoId, Requester requester) {
    return statement.bind("videoId", videoId.value()).bind("requestedBy", requester.code());
  }

  @Override
  public VideoPage search(VideoSearch search) {
    return transactions.read(handle -> SearchSql.search(handle, search));
  }

  @Override
  public void storeMetadata(
      VideoId videoId, JsonText metadata, @Nullable Title title, Instant now) {
    transactions.update(
        MetadataSql.STORE, update -> MetadataSql.bind(update, videoId, metadata, title, now));
  }

  @Override
  public void markTranscriptAvailable(VideoId videoId, Instant now) {
    transactions.update(
        MARK_TRANSCRIPT_AVAILABLE,
        update -> update.bind("videoId", videoId.value()).bind("now", now));
  }

  @Override
  public boolean markTranscriptMissing(Video read, Instant now) {
    return transactions.update(
            MARK_TRANSCRIPT_MISSING,
            update ->
                update
                    .bind("videoId", read.videoId().value())
                    .bind("read", read.updatedAt())
                    .bind("now", now))
        > 0;
  }

  @Override
  public boolean storeTranscriptError(VideoId videoId, @Nullable String error, Instant now) {
    return transactions.update(
            STORE_TRANSCRIPT_ERROR,
            update -> update.bind("videoId", videoId.value()).bind("error", error).bind("now", now))
        > 0;
  }

  @Override
  public void storeSummary(VideoId videoId, String summary, Instant now) {
    storeSummary(STORE_SUMMARY, videoId, summary, now);
  }

  @Override
  public boolean storeSummaryIfNone(VideoId videoId, String summary, Instant now) {
    return storeSummary(STORE_SUMMARY_IF_NONE, videoId, summary, now) > 0;
  }

  @Override
  public void storeSuggestedQuestions(VideoId videoId, JsonText questions, Instant now) {
    transactions.update(
        STORE_SUGGESTED_QUESTIONS,
        update ->
            update.bind("videoId", videoId.value()).bind("questions", questions).bind("now", now));
  }

  private int storeSummary(String sql, VideoId videoId, String summary, Instant now) {
    return transactions.update(
        sql,
        update ->
            update.bind("videoId", videoId.value()).bind("summary", summary).bind("now", now));
  }
}
