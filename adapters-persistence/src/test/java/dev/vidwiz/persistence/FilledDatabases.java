package dev.vidwiz.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** One database of each kind with many rows in every table, for all tests of plans. */
final class FilledDatabases implements AutoCloseable {

  private static final int USERS = 10_000;
  private static final int MANY = 100_000;
  private static final int CONVERSATIONS = 1_000;

  private final Path folder;
  private final List<PlannedDatabase> databases;

  private FilledDatabases() {
    try {
      folder = Files.createTempDirectory("vidwiz-plans");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    databases = List.of(PlannedDatabase.sqlite(folder), PlannedDatabase.postgres());
    databases.forEach(FilledDatabases::fill);
  }

  private static void fill(PlannedDatabase database) {
    database.fill(
        USERS,
        "INSERT INTO users (email, profile_data, created_at)"
            + " SELECT 'u' || i || '@example.com', '{\"ai_notes_enabled\": true}', <time>");
    database.fill(
        MANY,
        """
        INSERT INTO videos (video_id, title, title_folded, created_at, updated_at)
        SELECT 'video' || i, 'Title ' || i, 'title ' || i, <time>, <time>
        """);
    database.fill(
        MANY,
        """
        INSERT INTO notes (user_id, video_id, "timestamp", text, created_at, updated_at)
        SELECT i % 1000 + 1, 'video' || i, '0:01', CASE i % 3 WHEN 0 THEN NULL ELSE 'text' END,
               <time>, <time>
        """);
    database.fill(
        CONVERSATIONS,
        "INSERT INTO conversations (video_id, user_id, created_at, updated_at)"
            + " SELECT 'video' || i, i, <time>, <time>");
    database.fill(
        MANY,
        """
        INSERT INTO messages (conversation_id, role, content, created_at)
        SELECT i % 1000 + 1, 'user', 'text', <time>
        """);
    database.fill(
        MANY / 10, "INSERT INTO transcripts (video_id, transcript) SELECT 'video' || i, '[]'");
    fillWithJobs(database);
    database.settle();
  }

  private static void fillWithJobs(PlannedDatabase database) {
    tasks(database, MANY, "pending", "NULL", "NULL", "i");
    tasks(database, MANY, "delayed", "NULL", "NULL", "NULL");
    tasks(database, 1_000, "in_progress", "<time>", "NULL", "i");
    for (String ended : List.of("completed", "failed", "cancelled")) {
      tasks(database, MANY, ended, "NULL", "<time>", "NULL");
    }
    database.fill(
        MANY,
        """
        INSERT INTO outbox (kind, video_id, note_id, status, available_at, created_at, updated_at)
        SELECT CASE i % 2 WHEN 0 THEN 'ai_note' ELSE 'summary' END, 'video' || i, i,
               CASE i % 3 WHEN 0 THEN 'waiting' ELSE 'dead' END, <time>, <time>, <time>
        """);
  }

  /** Adds tasks of users and guests, ten each; delayed ones are pending without a turn. */
  private static void tasks(
      PlannedDatabase database,
      int count,
      String state,
      String startedAt,
      String completedAt,
      String turn) {
    database.fill(
        count,
        """
        INSERT INTO tasks (task_type, video_id, status, task_details, retry_count, available_at,
                           started_at, completed_at, created_at, updated_at, requested_by,
                           for_guest, turn, claim_id)
        SELECT CASE i %% 2 WHEN 0 THEN 'fetch_transcript' ELSE 'fetch_metadata' END,
               '%1$s' || i, '%2$s', '{}', 0, <time>, %3$s, %4$s, <time>, <time>,
               CASE i / 2 %% 2 WHEN 0 THEN 'user:' ELSE 'guest:' END || i / 10, i / 2 %% 2 = 1, %5$s,
               'claim-' || i
        """
            .formatted(state, state.replace("delayed", "pending"), startedAt, completedAt, turn));
  }

  @Override
  public void close() throws IOException {
    databases.forEach(PlannedDatabase::close);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Fills them for the first test that asks; they are closed after the last test of all. */
  static final class Provider implements ArgumentsProvider {
    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      OnFilledDatabases test =
          context.getRequiredTestMethod().getAnnotation(OnFilledDatabases.class);
      return context
          .getRoot()
          .getStore(Namespace.create(FilledDatabases.class))
          .computeIfAbsent("filled", key -> new FilledDatabases(), FilledDatabases.class)
          .databases
          .stream()
          .filter(database -> List.of(test.value()).contains(database.kind()))
          .map(Arguments::of);
    }
  }
}
