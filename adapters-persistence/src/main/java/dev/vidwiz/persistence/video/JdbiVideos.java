package dev.vidwiz.persistence.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Videos in the table of that name. */
public final class JdbiVideos implements Videos {

  private static final String FIND =
      "SELECT " + VideoMapper.COLUMNS + " FROM videos WHERE video_id = :videoId";

  private static final String FIND_ALL =
      "SELECT " + VideoMapper.COLUMNS + " FROM videos WHERE video_id IN (<videoIds>)";

  /** Whoever comes second finds the row of the first, and may still bring the title. */
  private static final String ENSURE =
      """
      INSERT INTO videos (video_id, title, title_folded, created_at, updated_at)
      VALUES (:videoId, :title, :folded, :now, :now)
      ON CONFLICT (video_id) DO UPDATE
      SET title = COALESCE(videos.title, excluded.title),
          title_folded = COALESCE(videos.title_folded, excluded.title_folded),
          updated_at = CASE WHEN videos.title IS NULL AND excluded.title IS NOT NULL
                            THEN excluded.updated_at ELSE videos.updated_at END
      RETURNING %s
      """
          .formatted(VideoMapper.COLUMNS);

  private static final String MARK_TRANSCRIPT_AVAILABLE =
      """
      UPDATE videos SET transcript_available = TRUE, transcript_error = NULL, updated_at = :now
      WHERE video_id = :videoId
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

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiVideos(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Video> find(VideoId videoId) {
    return transactions.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("videoId", videoId.value())
                .map(new VideoMapper())
                .findOne());
  }

  @Override
  public List<Video> findAll(Collection<VideoId> videoIds) {
    if (videoIds.isEmpty()) {
      return List.of();
    }
    return transactions.read(
        handle ->
            handle
                .createQuery(FIND_ALL)
                .bindList("videoIds", videoIds.stream().map(VideoId::value).toList())
                .map(new VideoMapper())
                .list());
  }

  @Override
  public Video ensure(VideoId videoId, @Nullable Title title, Instant now) {
    return find(videoId)
        .filter(video -> title == null || video.title() != null)
        .orElseGet(() -> transactions.write(handle -> ensure(handle, videoId, title, now)));
  }

  @Override
  public VideoPage search(VideoSearch search) {
    return transactions.read(handle -> SearchSql.search(handle, search));
  }

  @Override
  public void storeMetadata(
      VideoId videoId, JsonText metadata, @Nullable Title title, Instant now) {
    transactions.write(
        handle ->
            MetadataSql.bind(handle.createUpdate(MetadataSql.STORE), videoId, metadata, title, now)
                .execute());
  }

  @Override
  public void markTranscriptAvailable(VideoId videoId, Instant now) {
    transactions.write(
        handle ->
            handle
                .createUpdate(MARK_TRANSCRIPT_AVAILABLE)
                .bind("videoId", videoId.value())
                .bind("now", now)
                .execute());
  }

  @Override
  public boolean storeTranscriptError(VideoId videoId, @Nullable String error, Instant now) {
    return transactions.write(
        handle ->
            handle
                    .createUpdate(STORE_TRANSCRIPT_ERROR)
                    .bind("videoId", videoId.value())
                    .bind("error", error)
                    .bind("now", now)
                    .execute()
                > 0);
  }

  @Override
  public void storeSummary(VideoId videoId, String summary, Instant now) {
    storeSummary(STORE_SUMMARY, videoId, summary, now);
  }

  @Override
  public boolean storeSummaryIfNone(VideoId videoId, String summary, Instant now) {
    return storeSummary(STORE_SUMMARY_IF_NONE, videoId, summary, now) > 0;
  }

  private int storeSummary(String sql, VideoId videoId, String summary, Instant now) {
    return transactions.write(
        handle ->
            handle
                .createUpdate(sql)
                .bind("videoId", videoId.value())
                .bind("summary", summary)
                .bind("now", now)
                .execute());
  }

  private static Video ensure(Handle handle, VideoId videoId, @Nullable Title title, Instant now) {
    return handle
        .createQuery(ENSURE)
        .bind("videoId", videoId.value())
        .bind("title", title == null ? null : title.value())
        .bind("folded", title == null ? null : title.folded())
        .bind("now", now)
        .map(new VideoMapper())
        .one();
  }
}
