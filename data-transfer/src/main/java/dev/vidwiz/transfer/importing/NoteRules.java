package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.note.Timestamp;
import java.time.Instant;

/** Converts notes. */
final class NoteRules extends TableRules {

  NoteRules(ImportedIds imported) {
    super(OldTable.NOTES, imported);
  }

  @Override
  NewRow convert(RowReader reader) throws UnusableRowException {
    Instant createdAt = reader.createdAt();
    return reader
        .newRow()
        .with("user_id", reader.importedId("user_id", imported().users(), "user"))
        .with("video_id", reader.importedVideo(imported().videos()))
        .with("timestamp", timestamp(reader))
        .with("text", reader.nonBlank("text"))
        .with("generated_by_ai", reader.flag("generated_by_ai"))
        .with("created_at", createdAt)
        .with("updated_at", reader.updatedAt(createdAt));
  }

  private static String timestamp(RowReader reader) throws UnusableRowException {
    String text = reader.raw("timestamp");
    if (text == null) {
      throw new UnusableRowException("it has no timestamp");
    }
    Timestamp timestamp =
        OldTimestamp.parse(text)
            .orElseThrow(
                () -> new UnusableRowException("its timestamp is not a moment of a video"));
    if (!timestamp.value().equals(text)) {
      reader.alter("timestamp", "had another form");
    }
    return timestamp.value();
  }
}
