package dev.vidwiz.transfer.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conversations. */
final class ConversationRules implements Rules {

  private final Known known;

  ConversationRules(Known known) {
    this.known = known;
  }

  @Override
  public OldTable table() {
    return OldTable.CONVERSATIONS;
  }

  @Override
  public NewRow convert(Cells cells) throws Unusable {
    Long userId =
        cells.raw("user_id") == null ? null : cells.knownId("user_id", known.users(), "user");
    Instant createdAt = cells.createdAt();
    return NewRow.of(cells.id())
        .with("video_id", cells.knownVideo(known.videos()))
        .with("user_id", userId)
        .with("guest_session_id", guest(cells, userId))
        .with("created_at", createdAt)
        .with("updated_at", cells.updatedAt(createdAt))
        .build(cells);
  }

  @Override
  public void isHere(NewRow row) {
    known.conversations().add(row.id());
  }

  private static @Nullable String guest(Cells cells, @Nullable Long userId) throws Unusable {
    String guest = cells.key("guest_session_id");
    if (guest == null && userId == null) {
      throw new Unusable("it belongs to neither a user nor a guest");
    }
    return guest;
  }
}
