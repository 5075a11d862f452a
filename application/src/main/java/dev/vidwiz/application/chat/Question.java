package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.input.TextRule;

/**
 * A question to Wiz.
 *
 * @param address the network address it came from, for the quota of guests
 * @param text trimmed here; never blank
 */
public record Question(long conversationId, Owner owner, String address, String text) {

  /** The bounds of the text. */
  public static final TextRule RULE = new TextRule(1, 8_000);

  /** Trims and checks the text. */
  public Question {
    text = text.strip();
    RULE.check(text).orThrow();
  }
}
