package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.chat.Role;
import java.util.Arrays;
import java.util.Locale;

/** Messages of conversations. */
final class MessageRules implements Rules {

  private final Known known;

  MessageRules(Known known) {
    this.known = known;
  }

  @Override
  public OldTable table() {
    return OldTable.MESSAGES;
  }

  @Override
  public NewRow convert(Cells cells) throws Unusable {
    return NewRow.of(cells.id())
        .with(
            "conversation_id",
            cells.knownId("conversation_id", known.conversations(), "conversation"))
        .with("role", role(cells))
        .with("content", content(cells))
        .with("metadata", cells.object("metadata"))
        .with("created_at", cells.createdAt())
        .build(cells);
  }

  private static String role(Cells cells) throws Unusable {
    String text = cells.raw("role");
    String code = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    if (Arrays.stream(Role.values()).noneMatch(role -> role.code().equals(code))) {
      throw new Unusable("its role is neither user nor assistant");
    }
    return code;
  }

  private static String content(Cells cells) {
    String text = cells.text("content");
    if (text == null) {
      cells.alter("content", "was missing: empty");
      return "";
    }
    return text;
  }
}
