package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.note.Timestamp;
import java.time.Instant;

/** Converts notes. */
final class NoteRules implements TableRules {

  private final ImportedIds imported;

  NoteRules(ImportedIds imported) {
    this.imported = imported;
  }

  @Override
  public OldTable table() {
    return OldTable.NOTES;
  }

  @Override
  public NewRow convert(RowReader reader) throws UnusableRowException {
    Instant createdAt = reader.createdAt();
    return NewRow.of(reader.id())
        .with("user_id", reader.importedId("user_id", imported.users(), "user"))
        .with("video_id", reader.importedVideo(imported.videos()))
        .with("timestamp", timestamp(reader))
        .with("text", reader.nonBlank("text"))
        .with("generated_by_ai", reader.flag("generated_by_ai"))
        .with("created_at", createdAt)
        .with("updated_at", reader.updatedAt(createdAt))
        .build(reader);
  }

  private static String timestamp(RowReader reader) throws UnusableRowException {
    String text = reader.raw("timestamp");
    if (text == null) {
      throw new UnusableRowException("it has no timestamp");
    }
    Timestamp timestamp =
        OldTimestamp.parse(text)
            .orElseThrow(
                () -> new UnusableRowException("its timestamp names no moment of a video"));
    if (!timestamp.value().equals(text)) {
      reader.alter("timestamp", "had another form");
    }
    return timestamp.value();
  }
}
