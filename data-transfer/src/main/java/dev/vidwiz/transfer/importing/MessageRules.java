package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.chat.Role;
import java.util.Arrays;
import java.util.Locale;

/** Converts messages. */
final class MessageRules implements TableRules {

  private final ImportedIds imported;

  MessageRules(ImportedIds imported) {
    this.imported = imported;
  }

  @Override
  public OldTable table() {
    return OldTable.MESSAGES;
  }

  @Override
  public NewRow convert(RowReader reader) throws UnusableRowException {
    return NewRow.of(reader.id())
        .with(
            "conversation_id",
            reader.importedId("conversation_id", imported.conversations(), "conversation"))
        .with("role", role(reader))
        .with("content", content(reader))
        .with("metadata", reader.object("metadata"))
        .with("created_at", reader.createdAt())
        .build(reader);
  }

  private static String role(RowReader reader) throws UnusableRowException {
    String text = reader.raw("role");
    String code = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    if (Arrays.stream(Role.values()).noneMatch(role -> role.code().equals(code))) {
      throw new UnusableRowException("its role is neither user nor assistant");
    }
    return code;
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
