package dev.vidwiz.persistence.video;

import dev.vidwiz.application.transcript.DatabaseTranscripts;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import java.util.List;
import java.util.Optional;

/** Transcripts in the table {@code transcripts}. */
public final class JdbiTranscriptStore implements DatabaseTranscripts {

  private static final String PUT =
      """
      INSERT INTO transcripts (video_id, transcript) VALUES (:videoId, :transcript)
      ON CONFLICT (video_id) DO UPDATE SET transcript = excluded.transcript
      """;

  private static final String FIND = "SELECT transcript FROM transcripts WHERE video_id = :videoId";

  private static final String HELD =
      "SELECT video_id FROM transcripts ORDER BY video_id LIMIT :limit";

  private static final String REMOVE = "DELETE FROM transcripts WHERE video_id = :videoId";

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiTranscriptStore(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    transactions.update(
        PUT, update -> update.bind("videoId", videoId.value()).bind("transcript", transcript));
  }

  @Override
  public Optional<JsonText> find(VideoId videoId) {
    return transactions.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("videoId", videoId.value())
                .mapTo(JsonText.class)
                .findOne());
  }

  @Override
  public List<VideoId> videoIds(int limit) {
    RecordMapper<VideoId> id = row -> new VideoId(row.getText("video_id"));
    return transactions.list(HELD, id, query -> query.bind("limit", limit));
  }

  @Override
  public void remove(VideoId videoId) {
    transactions.update(REMOVE, update -> update.bind("videoId", videoId.value()));
  }
}
