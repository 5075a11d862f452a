package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.video.VideoId;

/**
 * A question to Wiz.
 *
 * @param address where it came from, for the quota of guests
 * @param text trimmed here; never blank
 */
public record Question(Place place, Owner owner, AddressPrefix address, String text) {

  /** Where the question is asked. */
  public sealed interface Place {

    /** In a conversation of the owner's. */
    record Known(long conversationId) implements Place {}

    /** In a new conversation, which begins when the question is accepted. */
    record New(VideoId videoId) implements Place {}
  }

  /** The bounds of the text. */
  public static final TextRule RULE = new TextRule(1, 8_000);

  /** A question in a conversation of the owner's. */
  public Question(long conversationId, Owner owner, AddressPrefix address, String text) {
    this(new Place.Known(conversationId), owner, address, text);
  }

  /** Trims and checks the text. */
  public Question {
    text = text.strip();
    RULE.check(text).orThrow();
  }

  /** A question of a user, whose quota does not look at addresses. */
  public Question(Place place, long userId, String text) {
    this(place, new Owner.RegisteredUser(userId), AddressPrefix.NONE, text);
  }
}
