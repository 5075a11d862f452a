package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.video.VideoId;

/**
 * A question to Wiz.
 *
 * @param address the network address of the client, for the quota of guests
 * @param text trimmed here; never blank
 */
public record Question(Target target, Owner owner, String address, String text) {

  /** The conversation of a question. */
  public sealed interface Target {

    /** An existing conversation of the owner. */
    record Existing(long conversationId) implements Target {}

    /** A new conversation, created when the question is accepted. */
    record New(VideoId videoId) implements Target {}
  }

  /** The bounds of the text. */
  public static final TextRule RULE = new TextRule(1, 8_000);

  /** A question in an existing conversation. */
  public Question(long conversationId, Owner owner, String address, String text) {
    this(new Target.Existing(conversationId), owner, address, text);
  }

  /** Trims and checks the text. */
  public Question {
    text = text.strip();
    RULE.check(text).orThrow();
  }

  /** A question of a user, whose quota does not depend on an address. */
  public Question(Target target, long userId, String text) {
    this(target, new Owner.RegisteredUser(userId), "", text);
  }
}
