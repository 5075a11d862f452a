package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.chat.Role;

/** Converts messages. */
final class MessageRules extends TableRules {

  MessageRules(ImportedIds imported) {
    super(OldTable.MESSAGES, imported);
  }

  @Override
  NewRow convert(RowReader reader) throws UnusableRowException {
    return reader
        .newRow()
        .with(
            "conversation_id",
            reader.importedId("conversation_id", imported().conversations(), "conversation"))
        .with(
            "role",
            reader.code("role", Role::ofCode, "its role is neither user nor assistant").code())
        .with("content", content(reader))
        .with("metadata", reader.object("metadata"))
        .with("created_at", reader.createdAt());
  }

  private static String content(RowReader reader) {
    String text = reader.text("content");
    if (text == null) {
      reader.alter("content", "was missing: empty");
      return "";
    }
    return text;
  }
}
