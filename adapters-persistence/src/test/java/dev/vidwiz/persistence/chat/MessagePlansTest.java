package dev.vidwiz.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.PlannedDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last messages of a conversation are read by an index, backwards. */
final class MessagePlansTest {

  @Test
  void reads_the_last_messages_by_their_index_in_sqlite(@TempDir Path folder) {
    try (PlannedDatabase database = filled(PlannedDatabase.sqlite(folder))) {
      assertThat(plan(database))
          .contains("messages_of_conversation")
          .doesNotContain("SCAN", "TEMP B-TREE");
    }
  }

  @Test
  void reads_the_last_messages_by_their_index_in_postgres() {
    try (PlannedDatabase database = filled(PlannedDatabase.postgres())) {
      assertThat(plan(database)).contains("messages_of_conversation").doesNotContain("Seq Scan");
    }
  }

  private static String plan(PlannedDatabase database) {
    return database.plan(
        JdbiConversations.LAST_MESSAGES, Map.of("conversationId", 7L, "count", 10));
  }

  private static PlannedDatabase filled(PlannedDatabase database) {
    database.fill(
        1_000,
        "INSERT INTO videos (video_id, created_at, updated_at) SELECT 'video' || i, <time>,"
            + " <time>");
    database.fill(
        1_000,
        "INSERT INTO conversations (video_id, user_id, created_at, updated_at)"
            + " SELECT 'video' || i, i, <time>, <time>");
    database.fill(
        100_000,
        """
        INSERT INTO messages (conversation_id, role, content, created_at)
        SELECT i % 1000 + 1, 'user', 'text', <time>
        """);
    database.settle();
    return database;
  }
}
