package dev.vidwiz.application.chat;

import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What users and guests talked about with Wiz. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Conversations {

  /** Begins a conversation about a video that exists. */
  Conversation insert(VideoId videoId, Owner owner, Instant now);

  /** Returns a conversation, if it belongs to this owner. */
  Optional<Conversation> findOwn(long id, Owner owner);

  /** Returns all messages, oldest first. */
  List<Message> messages(long conversationId);

  /** Returns a part of the messages, oldest first. */
  List<Message> messages(long conversationId, ListPart part);

  /** Returns the last messages that are not blank, oldest first. */
  List<Message> lastMessages(long conversationId, int count);

  /** Adds what the user said. */
  Message addQuestion(long conversationId, String content, Instant now);

  /** Adds what the assistant said. */
  Message addAnswer(long conversationId, String content, AnswerDetails details, Instant now);

  /** Takes a message back, as if it had never been said. */
  void removeMessage(long messageId);

  /** Removes a conversation in which nothing was said. */
  void remove(long id);
}
