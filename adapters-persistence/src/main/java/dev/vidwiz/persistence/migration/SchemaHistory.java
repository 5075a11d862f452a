package dev.vidwiz.persistence.migration;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The table of Flyway that records which migrations have run. Earlier releases used Flyway's own
 * name for it, which belongs to the program that VidWiz is embedded in. Their table is copied, and
 * kept up to date, because servers of these releases still read it when they start.
 */
public enum SchemaHistory {
  SQLITE(
      "SELECT name FROM sqlite_master",
      "SELECT t.name || '.' || c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
          + " WHERE t.type = 'table'",
      """
      CREATE TABLE vidwiz_schema_history (
        installed_rank INT NOT NULL PRIMARY KEY,
        version VARCHAR(50),
        description VARCHAR(200) NOT NULL,
        type VARCHAR(20) NOT NULL,
        script VARCHAR(1000) NOT NULL,
        checksum INT,
        installed_by VARCHAR(100) NOT NULL,
        installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
        execution_time INT NOT NULL,
        success BOOLEAN NOT NULL
      )
      """),

  /** Tables, indexes, sequences and views share their names. */
  POSTGRES(
      """
      SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = current_schema()
        AND (relname <> 'flyway_schema_history' OR has_table_privilege(pg_class.oid, 'SELECT'))
      """,
      """
      SELECT relname || '.' || attname FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid
        JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = current_schema()
      """,
      "CREATE TABLE vidwiz_schema_history (LIKE flyway_schema_history INCLUDING ALL)");

  /** What a database holds. */
  enum State {
    UP_TO_DATE,
    OUTDATED,
    /** The tables of an earlier release, with its history. */
    FORMER_HISTORY,
    /** The tables of a Python server. */
    OLDER_SERVER,
    /** Tables of another program, with names of ours. */
    OTHER_PROGRAM
  }

  static final String TABLE = "vidwiz_schema_history";
  static final String FORMER_TABLE = "flyway_schema_history";

  /** All tables; a test compares them with those of the migrations. */
  static final Set<String> TABLES =
      Set.of(
          "users",
          "videos",
          "transcripts",
          "notes",
          "conversations",
          "messages",
          "tasks",
          "quotas",
          "outbox",
          "rate_limits",
          "noted_videos",
          "note_usage",
          "last_runs",
          "rounds");

  /** Columns that every Python server has in one of its tables, and hardly another program. */
  private static final Set<String> OLDER_SERVER_COLUMNS =
      Set.of("videos.video_id", "notes.video_id", "tasks.task_details");

  /** Another program's history can have the same versions. */
  private static final String IS_FORMER =
      "SELECT count(*) FROM flyway_schema_history"
          + " WHERE script = 'V001__users_videos_notes_tasks.sql'";

  private static final String COPY =
      "INSERT INTO vidwiz_schema_history SELECT * FROM flyway_schema_history";

  private static final String COPY_BACK =
      """
      INSERT INTO flyway_schema_history SELECT * FROM vidwiz_schema_history AS ours
      WHERE success AND NOT EXISTS
        (SELECT 1 FROM flyway_schema_history AS former WHERE former.version = ours.version)
      """;

  private final String names;
  private final String columns;
  private final String create;

  SchemaHistory(String names, String columns, String create) {
    this.names = names;
    this.columns = columns;
    this.create = create;
  }

  /** Returns where the files of the migrations are, on the class path. */
  String folder() {
    return switch (this) {
      case SQLITE -> "dev/vidwiz/persistence/migration/sqlite/";
      case POSTGRES -> "dev/vidwiz/persistence/migration/postgres/";
    };
  }

  /**
   * Returns the version of the tables.
   *
   * @return 0 when there are none of VidWiz
   */
  public int version(Handle handle) {
    Set<String> found = names(handle);
    if (found.contains(TABLE)) {
      return version(handle, TABLE);
    }
    return hasFormer(handle, found) ? version(handle, FORMER_TABLE) : 0;
  }

  State find(Handle handle) {
    Set<String> found = names(handle);
    if (found.contains(TABLE)) {
      return hasNewest(handle) ? State.UP_TO_DATE : State.OUTDATED;
    }
    if (hasFormer(handle, found)) {
      return State.FORMER_HISTORY;
    }
    if (found.stream().noneMatch(TABLES::contains)) {
      return State.OUTDATED;
    }
    return strings(handle, columns).stream().anyMatch(OLDER_SERVER_COLUMNS::contains)
        ? State.OLDER_SERVER
        : State.OTHER_PROGRAM;
  }

  /** Returns the tables with names of ours, sorted. */
  Set<String> taken(Handle handle) {
    Set<String> taken = new TreeSet<>(names(handle));
    taken.retainAll(TABLES);
    return taken;
  }

  /** Returns what {@link #takeOver} does. */
  PendingMigration takingOver() {
    return new PendingMigration("history as " + TABLE, create.strip() + ";\n" + COPY + ";\n");
  }

  /** Copies the history of an earlier release, in a transaction of the caller. */
  void takeOver(Handle handle) {
    handle.execute(create);
    handle.execute(COPY);
  }

  /** Adds what has run since to the history that servers of earlier releases read. */
  void keepFormer(Handle handle) {
    if (hasFormer(handle, names(handle))) {
      handle.execute(COPY_BACK);
    }
  }

  static boolean hasNewest(Handle handle) {
    return handle
            .createQuery("SELECT count(*) FROM " + TABLE + " WHERE version = :newest AND success")
            .bind("newest", Migrations.NEWEST)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private Set<String> names(Handle handle) {
    return strings(handle, names);
  }

  private static boolean hasFormer(Handle handle, Set<String> names) {
    return names.contains(FORMER_TABLE)
        && handle.createQuery(IS_FORMER).mapTo(Integer.class).one() > 0;
  }

  private static int version(Handle handle, String table) {
    return handle
        .createQuery("SELECT version FROM " + table + " WHERE success AND version IS NOT NULL")
        .mapTo(String.class)
        .collect(Collectors.summarizingInt(Integer::parseInt))
        .getMax();
  }

  private static Set<String> strings(Handle handle, String query) {
    return handle.createQuery(query).mapTo(String.class).collectIntoSet();
  }
}
