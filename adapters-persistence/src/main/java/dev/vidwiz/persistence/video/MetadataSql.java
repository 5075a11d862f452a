package dev.vidwiz.persistence.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The SQL that stores metadata. */
public final class MetadataSql {

  /** Ends with a condition, so that others can be appended. */
  public static final String STORE =
      """
      UPDATE videos
      SET video_metadata = :metadata,
          title = COALESCE(title, :title),
          title_folded = COALESCE(title_folded, :folded),
          updated_at = :now
      WHERE video_id = :videoId\
      """;

  private MetadataSql() {}

  /** Binds the parameters of {@link #STORE}. */
  public static <S extends SqlStatement<S>> S bind(
      S statement, VideoId videoId, JsonText metadata, @Nullable Title title, Instant now) {
    return TitleBinding.bind(statement, title)
        .bind("videoId", videoId.value())
        .bind("metadata", metadata)
        .bind("now", now);
  }
}
