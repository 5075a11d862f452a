package dev.vidwiz.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.time.Instant;
import java.util.Map;

/** The last messages of a conversation are read by an index, backwards. */
final class MessagePlansTest {

  @OnFilledDatabases
  void reads_the_last_messages_by_their_index(PlannedDatabase database) {
    assertThat(plan(database))
        .contains("messages_of_conversation")
        .doesNotContain("Seq Scan", "SCAN", "TEMP B-TREE");
  }

  @OnFilledDatabases
  void reads_a_part_of_the_messages_by_their_index(PlannedDatabase database) {
    assertThat(
            database.plan(
                JdbiConversations.MESSAGES_PART,
                Map.of(
                    "conversationId",
                    7L,
                    "time",
                    Instant.EPOCH,
                    "afterId",
                    7L,
                    "count",
                    9,
                    "skip",
                    0L)))
        .contains("messages_of_conversation")
        .doesNotContain("Seq Scan", "SCAN", "TEMP B-TREE", "Sort");
  }

  private static String plan(PlannedDatabase database) {
    return database.plan(
        JdbiConversations.LAST_MESSAGES, Map.of("conversationId", 7L, "count", 10));
  }
}
