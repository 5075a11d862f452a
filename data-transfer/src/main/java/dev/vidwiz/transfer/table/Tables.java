package dev.vidwiz.transfer.table;

import static dev.vidwiz.transfer.table.ColumnType.BOOLEAN;
import static dev.vidwiz.transfer.table.ColumnType.ID;
import static dev.vidwiz.transfer.table.ColumnType.INSTANT;
import static dev.vidwiz.transfer.table.ColumnType.INTEGER;
import static dev.vidwiz.transfer.table.ColumnType.JSON;
import static dev.vidwiz.transfer.table.ColumnType.JSONB;
import static dev.vidwiz.transfer.table.ColumnType.TEXT;

import java.util.List;
import java.util.Optional;

/** The tables as the newest migration leaves them. */
public final class Tables {

  public static final Table USERS =
      Table.numbered("users")
          .with(TEXT, "email", "name", "password_hash", "google_id", "profile_image_url")
          .with(TEXT, "long_term_token")
          .with(JSONB, "profile_data")
          .with(INSTANT, "created_at");

  public static final Table VIDEOS =
      Table.numbered("videos")
          .with(TEXT, "video_id", "title", "title_folded")
          .with(JSON, "video_metadata")
          .with(BOOLEAN, "transcript_available")
          .with(TEXT, "transcript_error", "summary")
          .with(INSTANT, "created_at", "updated_at")
          .with(TEXT, "requested_by")
          .with(JSON, "suggested_questions");

  public static final Table TRANSCRIPTS =
      Table.keyed("transcripts", "video_id").with(JSON, "transcript");

  public static final Table NOTES =
      Table.numbered("notes")
          .with(ID, "user_id")
          .with(TEXT, "video_id", "timestamp", "text")
          .with(BOOLEAN, "generated_by_ai")
          .with(INSTANT, "created_at", "updated_at");

  public static final Table CONVERSATIONS =
      Table.numbered("conversations")
          .with(TEXT, "video_id")
          .with(ID, "user_id")
          .with(TEXT, "guest_session_id")
          .with(INSTANT, "created_at", "updated_at");

  public static final Table MESSAGES =
      Table.numbered("messages")
          .with(ID, "conversation_id")
          .with(TEXT, "role", "content")
          .with(JSONB, "metadata")
          .with(INSTANT, "created_at");

  public static final Table TASKS =
      Table.numbered("tasks")
          .with(TEXT, "task_type", "video_id", "status")
          .with(JSONB, "task_details", "worker_details")
          .with(INTEGER, "retry_count")
          .with(INSTANT, "available_at", "started_at", "completed_at", "created_at", "updated_at")
          .with(TEXT, "requested_by")
          .with(BOOLEAN, "for_guest")
          .with(ID, "turn")
          .with(TEXT, "claim_id");

  public static final Table QUOTAS = Table.keyed("quotas", "subject", "day").with(INTEGER, "used");

  public static final Table OUTBOX =
      Table.numbered("outbox")
          .with(TEXT, "kind", "video_id")
          .with(ID, "note_id")
          .with(TEXT, "status")
          .with(INTEGER, "attempts")
          .with(JSONB, "errors")
          .with(INSTANT, "available_at", "created_at", "updated_at", "started_at");

  /**
   * All tables that are archived; a table comes after those it has foreign keys to. Five tables are
   * left out: {@code rate_limits} counts the calls of the last minutes, triggers fill {@code
   * noted_videos} and {@code note_usage} from the others, and {@code last_runs} and {@code rounds}
   * tell what was run on this database, not on the one that it is restored from.
   */
  public static final List<Table> ALL =
      List.of(USERS, VIDEOS, TRANSCRIPTS, NOTES, CONVERSATIONS, MESSAGES, TASKS, QUOTAS, OUTBOX);

  private Tables() {}

  /** Returns the table with that name; empty if there is none. */
  public static Optional<Table> find(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
