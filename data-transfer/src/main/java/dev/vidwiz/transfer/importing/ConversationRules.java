package dev.vidwiz.transfer.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Converts conversations. */
final class ConversationRules extends TableRules {

  ConversationRules(ImportedIds imported) {
    super(OldTable.CONVERSATIONS, imported);
  }

  @Override
  NewRow convert(RowReader reader) throws UnusableRowException {
    Long userId =
        reader.raw("user_id") == null
            ? null
            : reader.importedId("user_id", imported().users(), "user");
    Instant createdAt = reader.createdAt();
    return reader
        .newRow()
        .with("video_id", reader.importedVideo(imported().videos()))
        .with("user_id", userId)
        .with("guest_session_id", guest(reader, userId))
        .with("created_at", createdAt)
        .with("updated_at", reader.updatedAt(createdAt));
  }

  @Override
  void recordPresent(NewRow row) {
    imported().conversations().add(row.id());
  }

  private static @Nullable String guest(RowReader reader, @Nullable Long userId)
      throws UnusableRowException {
    String guest = reader.key("guest_session_id");
    if (guest == null && userId == null) {
      throw new UnusableRowException("it belongs to neither a user nor a guest");
    }
    return guest;
  }
}
