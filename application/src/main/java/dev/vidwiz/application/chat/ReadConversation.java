package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import java.util.List;
import java.util.Optional;

/** Shows a conversation to its owner. */
public final class ReadConversation {

  private final Conversations conversations;

  /** Works on the given conversations. */
  public ReadConversation(Conversations conversations) {
    this.conversations = conversations;
  }

  /** Returns the conversation, if it is the owner's. */
  public Optional<Conversation> read(long id, Owner owner) {
    return conversations.findOwn(id, owner);
  }

  /** Returns its messages, oldest first, if it is the owner's. */
  public Optional<List<Message>> messages(long id, Owner owner) {
    return conversations.findOwn(id, owner).map(own -> conversations.messages(own.id()));
  }
}
