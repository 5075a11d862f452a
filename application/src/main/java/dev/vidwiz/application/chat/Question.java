package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.VideoId;
import java.util.Objects;

/**
 * A question to Wiz.
 *
 * @param address where it came from, for the quota of guests
 * @param text trimmed here; never blank
 */
public record Question(Target target, Owner owner, AddressPrefix address, String text) {

  /** The conversation of a question. */
  public sealed interface Target {

    /** An existing conversation of the owner. */
    record Existing(long conversationId) implements Target {}

    /** A new conversation, created when the question is accepted. */
    record New(VideoId videoId) implements Target {
      /** Rejects null. */
      public New {
        Objects.requireNonNull(videoId, "videoId");
      }
    }
  }

  /** The bounds of the text. */
  public static final TextRule RULE = new TextRule(1, 8_000);

  /** A question in a conversation of the owner's. */
  public Question(long conversationId, Owner owner, AddressPrefix address, String text) {
    this(new Target.Existing(conversationId), owner, address, text);
  }

  /** Trims and checks the text. */
  public Question {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(text, "text");
    text = Blank.strip(text);
    RULE.check(text).orThrow();
  }

  /** A question of a user, whose quota does not look at addresses. */
  public Question(Target target, long userId, String text) {
    this(target, new Owner.RegisteredUser(userId), AddressPrefix.NONE, text);
  }

  /** Returns who waits for the tasks of the video. */
  Requester requester() {
    return switch (owner) {
      case Owner.RegisteredUser(long id) -> new Requester.User(id);
      case Owner.Guest ignored -> new Requester.Guest(address);
    };
  }
}
