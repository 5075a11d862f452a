package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.note.Timestamp;
import java.time.Instant;

/** Notes. */
final class NoteRules implements Rules {

  private final Known known;

  NoteRules(Known known) {
    this.known = known;
  }

  @Override
  public OldTable table() {
    return OldTable.NOTES;
  }

  @Override
  public NewRow convert(Cells cells) throws Unusable {
    Instant createdAt = cells.createdAt();
    return NewRow.of(cells.id())
        .with("user_id", cells.knownId("user_id", known.users(), "user"))
        .with("video_id", cells.knownVideo(known.videos()))
        .with("timestamp", timestamp(cells))
        .with("text", cells.filled("text"))
        .with("generated_by_ai", cells.flag("generated_by_ai"))
        .with("created_at", createdAt)
        .with("updated_at", cells.updatedAt(createdAt))
        .build(cells);
  }

  private static String timestamp(Cells cells) throws Unusable {
    String text = cells.raw("timestamp");
    if (text == null) {
      throw new Unusable("it has no timestamp");
    }
    Timestamp timestamp =
        OldTimestamp.parse(text)
            .orElseThrow(() -> new Unusable("its timestamp names no moment of a video"));
    if (!timestamp.value().equals(text)) {
      cells.alter("timestamp", "had another form");
    }
    return timestamp.value();
  }
}
