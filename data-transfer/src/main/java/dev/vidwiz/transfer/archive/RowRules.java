package dev.vidwiz.transfer.archive;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of the domain for the values in a row, in addition to the types of the columns. */
final class RowRules {

  /** The maximum length of a number in PostgreSQL: digits, sign and point. */
  static final int MAX_NUMBER = 131_072 + 16_383 + 2;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** The parsers of required texts. They throw when a text is invalid. */
  private static final Map<String, Consumer<String>> TEXTS =
      Map.ofEntries(
          entry("users.email", Email::new),
          entry("videos.video_id", VideoId::new),
          entry("transcripts.video_id", VideoId::new),
          entry("notes.video_id", VideoId::new),
          entry("notes.timestamp", Timestamp::new),
          entry("conversations.video_id", VideoId::new),
          entry("messages.role", Role::ofCode),
          entry("messages.content", text -> {}),
          entry("tasks.task_type", TaskType::ofCode),
          entry("tasks.video_id", VideoId::new),
          entry("tasks.status", TaskState::ofCode),
          entry("quotas.subject", text -> {}),
          entry("quotas.day", LocalDate::parse),
          entry("outbox.kind", AiJobKind::ofCode),
          entry("outbox.video_id", VideoId::new),
          entry("outbox.status", text -> {}));

  /** Other columns that have a value in every row. */
  private static final Set<String> REQUIRED =
      Set.of(
          "videos.transcript_available",
          "videos.requested_by",
          "transcripts.transcript",
          "notes.user_id",
          "notes.generated_by_ai",
          "messages.conversation_id",
          "tasks.task_details",
          "tasks.worker_details",
          "tasks.retry_count",
          "tasks.available_at",
          "tasks.requested_by",
          "tasks.for_guest",
          "quotas.used",
          "outbox.attempts",
          "outbox.errors",
          "outbox.available_at");

  private static final Set<String> REQUIRED_EVERYWHERE = Set.of("id", "created_at", "updated_at");

  private RowRules() {}

  /**
   * Checks a row.
   *
   * @throws IllegalArgumentException when a value breaks a rule; the message names the column and
   *     never the value
   */
  static void check(Table table, List<? extends @Nullable Object> row) {
    for (int i = 0; i < row.size(); i++) {
      Column column = table.columns().get(i);
      String name = table.name() + "." + column.name();
      try {
        check(name, column.name(), row.get(i));
      } catch (IllegalArgumentException | DateTimeException | IOException e) {
        // Without the cause, whose message may repeat the value.
        throw new IllegalArgumentException("a value of " + name + " is not allowed there");
      }
    }
  }

  private static void check(String name, String column, @Nullable Object value) throws IOException {
    switch (value) {
      case null ->
          require(
              !TEXTS.containsKey(name)
                  && !REQUIRED.contains(name)
                  && !REQUIRED_EVERYWHERE.contains(column));
      case Long id -> require(id > 0);
      case Integer count -> require(count >= 0);
      case Instant time -> require(!time.isBefore(EARLIEST) && !time.isAfter(LATEST));
      case String text -> {
        require(TextRule.isStorable(text));
        TEXTS.getOrDefault(name, any -> {}).accept(text);
      }
      case JsonText document -> readAll(document);
      default -> {
        // A boolean has no rules.
      }
    }
  }

  private static void readAll(JsonText document) throws IOException {
    try (JsonParser parser = JSON.createParser(document.value())) {
      require(parser.nextToken() != null);
      parser.skipChildren();
      parser.finishToken();
      require(parser.nextToken() == null);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }
}
