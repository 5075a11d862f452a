package dev.vidwiz.persistence.note;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteChange;
import dev.vidwiz.application.note.NoteUsage;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.user.AiNotes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Notes in the table {@code notes}. */
public final class JdbiNotes implements Notes {

  private static final String INSERT =
      """
      INSERT INTO notes
        (user_id, video_id, "timestamp", text, generated_by_ai, created_at, updated_at)
      VALUES (:userId, :videoId, :timestamp, :text, FALSE, :createdAt, :createdAt)
      RETURNING %s
      """
          .formatted(NoteMapper.COLUMNS);

  private static final String FIND =
      "SELECT %s FROM notes WHERE id = :id".formatted(NoteMapper.COLUMNS);

  static final String FIND_BY_USER_AND_VIDEO =
      """
      SELECT %s FROM notes
      WHERE user_id = :userId AND video_id = :videoId AND (created_at, id) > (:time, :afterId)
      ORDER BY created_at, id
      LIMIT :count OFFSET :skip
      """
          .formatted(NoteMapper.COLUMNS);

  static final String FIND_BLANK_OF_AI_USERS =
      """
      SELECT %s FROM notes
      WHERE video_id = :videoId AND text IS NULL AND (created_at, id) > (:time, :afterId)
        AND EXISTS (SELECT 1 FROM users WHERE users.id = notes.user_id AND %s)
      ORDER BY created_at, id
      LIMIT :count OFFSET :skip
      """
          .formatted(NoteMapper.COLUMNS, AiNotes.CONDITION.formatted("users.profile_data"));

  private static final String UPDATE_ANY =
      """
      UPDATE notes
      SET text = CASE WHEN :changesText THEN :text ELSE text END,
          generated_by_ai = COALESCE(:generatedByAi, generated_by_ai),
          updated_at = :now
      WHERE id = :id
      """;

  private static final String RETURNING = "RETURNING " + NoteMapper.COLUMNS;

  private static final String FILL_IN_IF_BLANK =
      """
      UPDATE notes SET text = :text, generated_by_ai = TRUE, updated_at = :now
      WHERE id = :id AND text IS NULL
      """;

  private static final String DELETE_OWN = "DELETE FROM notes WHERE id = :id AND user_id = :userId";

  private static final String USAGE = "SELECT notes, bytes FROM note_usage WHERE user_id = :userId";

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiNotes(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Note insert(NewNote note) {
    return transactions
        .updateReturning(INSERT, new NoteMapper(), query -> NoteBinding.bind(query, note))
        .orElseThrow();
  }

  @Override
  public Optional<Note> find(long id) {
    return transactions.find(FIND, new NoteMapper(), query -> query.bind("id", id));
  }

  @Override
  public List<Note> findByUserAndVideo(long userId, VideoId videoId, ListPart part) {
    return transactions.list(
        FIND_BY_USER_AND_VIDEO,
        new NoteMapper(),
        query -> bind(query, videoId, part).bind("userId", userId));
  }

  @Override
  public List<Note> findBlankOfAiUsers(VideoId videoId, ListPart part) {
    return transactions.list(
        FIND_BLANK_OF_AI_USERS, new NoteMapper(), query -> bind(query, videoId, part));
  }

  private static Query bind(Query query, VideoId videoId, ListPart part) {
    return query
        .bind("videoId", videoId.value())
        .bind("time", part.time())
        .bind("afterId", part.id())
        .bind("count", part.count())
        .bind("skip", part.skip());
  }

  @Override
  public Optional<Note> updateOwn(long userId, long noteId, NoteChange change, Instant now) {
    return transactions.updateReturning(
        UPDATE_ANY + "AND user_id = :userId " + RETURNING,
        new NoteMapper(),
        query -> bind(query, noteId, change, now).bind("userId", userId));
  }

  @Override
  public Optional<Note> updateAny(long noteId, NoteChange change, Instant now) {
    return transactions.updateReturning(
        UPDATE_ANY + RETURNING, new NoteMapper(), query -> bind(query, noteId, change, now));
  }

  @Override
  public boolean fillInIfBlank(long noteId, String text, Instant now) {
    return transactions.update(
            FILL_IN_IF_BLANK,
            update -> update.bind("id", noteId).bind("text", text).bind("now", now))
        > 0;
  }

  @Override
  public NoteUsage usage(long userId) {
    RecordMapper<NoteUsage> mapper =
        row -> new NoteUsage(row.getLong("notes"), row.getLong("bytes"));
    return transactions
        .find(USAGE, mapper, query -> query.bind("userId", userId))
        .orElse(NoteUsage.NONE);
  }

  @Override
  public boolean deleteOwn(long userId, long noteId) {
    return transactions.update(
            DELETE_OWN, update -> update.bind("id", noteId).bind("userId", userId))
        > 0;
  }

  private static Query bind(Query query, long noteId, NoteChange change, Instant now) {
    return query
        .bind("id", noteId)
        .bind("changesText", change.text() != null)
        .bind("text", change.textInPlaceOf(null))
        .bind("generatedByAi", change.generatedByAi())
        .bind("now", now);
  }
}
