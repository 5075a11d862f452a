package dev.vidwiz.persistence.note;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteFastPath;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.task.NewVideoQuota;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import dev.vidwiz.persistence.postgres.SqlState;
import dev.vidwiz.persistence.task.Schedulable;
import dev.vidwiz.persistence.task.TaskDetails;
import dev.vidwiz.persistence.task.TurnSql;
import dev.vidwiz.persistence.video.TitleBinding;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Saves a note with one statement, for a new video or one that is not changed by the note. A video
 * that a concurrent transaction adds is not visible to the statement, which then fails, so that
 * {@code CreateNote} falls back to its steps.
 */
public final class PostgresNoteFastPath implements NoteFastPath {

  /** Does not lock an existing video, or the notes on a popular one would wait for each other. */
  static final String SAVE = save("");

  /** Waits for a concurrent transcript of the video, which waits for the note in the same way. */
  static final String SAVE_BLANK = save("FOR SHARE");

  private static final NoteMapper NOTE = new NoteMapper();

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public PostgresNoteFastPath(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Saved> save(
      NewNote note, @Nullable Title title, Instant failedBefore, int newVideosPerDay) {
    try {
      return saved(note, title, failedBefore, newVideosPerDay);
    } catch (StorageException e) {
      if (SqlState.DUPLICATE.isReasonOf(e)) {
        // Another transaction added the video: the statement has done nothing.
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Saved> saved(
      NewNote note, @Nullable Title title, Instant failedBefore, int newVideosPerDay) {
    Requester requester = new Requester.User(note.userId());
    return transactions.updateReturning(
        note.text() == null ? SAVE_BLANK : SAVE,
        (RecordMapper<Saved>) PostgresNoteFastPath::saved,
        query ->
            TitleBinding.bind(TurnSql.bind(NoteBinding.bind(query, note), note.createdAt()), title)
                .bind("requestedBy", requester.code())
                .bind("subject", NewVideoQuota.subject(requester))
                .bind("day", NewVideoQuota.day(note.createdAt()).toString())
                .bind("newVideosPerDay", newVideosPerDay)
                .bind("details", TaskDetails.of(note.videoId()))
                .bind("failedBefore", failedBefore));
  }

  private static String save(String lock) {
    return """
    WITH known AS (
      SELECT video_id, video_metadata IS NULL AS lacks_metadata,
             NOT transcript_available AS lacks_transcript,
             (transcript_error IS NULL OR NOT (%4$s))
               AND (title IS NOT NULL OR CAST(:title AS text) IS NULL)
               AND (NOT transcript_available OR CAST(:text AS text) IS NOT NULL)
               AND requested_by IN ('*', :requestedBy)
               AND NOT EXISTS (SELECT 1 FROM tasks
                               WHERE tasks.video_id = :videoId AND tasks.requested_by <> :requestedBy
                                 AND status IN ('pending', 'in_progress')
                                 AND status = 'pending') AS stays_as_it_is
      FROM videos
      WHERE video_id = :videoId
      %7$s),
    counted AS (
      INSERT INTO quotas (subject, day, used)
      SELECT :subject, :day, 1 WHERE NOT EXISTS (SELECT 1 FROM known)
      ON CONFLICT (subject, day) DO UPDATE SET used = quotas.used + 1
      WHERE quotas.used < :newVideosPerDay
      RETURNING 1),
    added AS (
      INSERT INTO videos (video_id, title, title_folded, created_at, updated_at, requested_by)
      SELECT :videoId, :title, :folded, :createdAt, :createdAt, :requestedBy
      WHERE EXISTS (SELECT 1 FROM counted)
      RETURNING video_id),
    video AS (
      SELECT video_id, lacks_metadata, lacks_transcript FROM known WHERE stays_as_it_is
      UNION ALL
      SELECT video_id, TRUE, TRUE FROM added),
    scheduled AS (
      INSERT INTO tasks
        (task_type, video_id, status, task_details, available_at, created_at, updated_at,
         requested_by, turn)
      SELECT type, video_id, 'pending', :details, :createdAt, :createdAt, :createdAt,
             :requestedBy, turn
      FROM (SELECT '%1$s' AS type, video_id, %8$s AS turn FROM video
            WHERE lacks_metadata AND %2$s
            UNION ALL
            SELECT '%3$s', video_id, %9$s FROM video
            WHERE lacks_transcript AND %4$s) AS lacking
      %5$s
      RETURNING task_type)
    INSERT INTO notes
      (user_id, video_id, "timestamp", text, generated_by_ai, created_at, updated_at)
    SELECT :userId, video_id, :timestamp, :text, FALSE, :createdAt, :createdAt
    FROM video
    RETURNING %6$s, (SELECT string_agg(task_type, ' ') FROM scheduled) AS scheduled
    """
        .formatted(
            TaskType.METADATA.code(),
            Schedulable.condition(TaskType.METADATA),
            TaskType.TRANSCRIPT.code(),
            Schedulable.condition(TaskType.TRANSCRIPT),
            Schedulable.UNLESS_ADDED_MEANWHILE,
            NoteMapper.COLUMNS,
            lock,
            turn(TaskType.METADATA),
            turn(TaskType.TRANSCRIPT));
  }

  private static String turn(TaskType type) {
    return TurnSql.next("'" + type.code() + "'", "FALSE", ":requestedBy");
  }

  private static Saved saved(Row row) throws SQLException {
    return new Saved(NOTE.map(row), types(row.findText("scheduled")));
  }

  private static Set<TaskType> types(@Nullable String codes) {
    return codes == null
        ? Set.of()
        : Stream.of(codes.split(" ")).map(TaskType::ofCode).collect(Collectors.toSet());
  }
}
