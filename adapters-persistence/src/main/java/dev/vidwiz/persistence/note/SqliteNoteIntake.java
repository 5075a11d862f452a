package dev.vidwiz.persistence.note;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteIntake;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.task.Schedulable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Saves a note by one statement when its video is there and nothing is to be done about it. That is
 * looked up by a reader first, which keeps nobody from writing.
 */
public final class SqliteNoteIntake implements NoteIntake {

  private static final String FROM_VIDEO_AT_REST =
      """
      FROM videos
      WHERE video_id = :videoId
        AND (title IS NOT NULL OR :title IS NULL)
        AND (NOT transcript_available OR :text IS NOT NULL)
        AND (video_metadata IS NOT NULL OR NOT (%s))
        AND (transcript_available OR NOT (%s))
      """
          .formatted(
              Schedulable.condition(TaskType.METADATA), Schedulable.condition(TaskType.TRANSCRIPT));

  static final String LOOK = "SELECT EXISTS (SELECT 1 %s)".formatted(FROM_VIDEO_AT_REST);

  static final String SAVE =
      """
      INSERT INTO notes
        (user_id, video_id, "timestamp", text, generated_by_ai, created_at, updated_at)
      SELECT :userId, video_id, :timestamp, :text, FALSE, :createdAt, :createdAt
      %s
      RETURNING %s
      """
          .formatted(FROM_VIDEO_AT_REST, NoteMapper.COLUMNS);

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public SqliteNoteIntake(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Saved> save(NewNote note, @Nullable Title title, Instant failedBefore) {
    UnaryOperator<Query> bound =
        query ->
            NoteBinding.bind(query, note)
                .bind("title", title == null ? null : title.value())
                .bind("failedBefore", failedBefore);
    boolean atRest =
        transactions.read(
            handle -> bound.apply(handle.createQuery(LOOK)).mapTo(Boolean.class).one());
    return atRest
        ? transactions
            .write(handle -> bound.apply(handle.createQuery(SAVE)).map(new NoteMapper()).findOne())
            .map(saved -> new Saved(saved, Set.of()))
        : Optional.empty();
  }
}
