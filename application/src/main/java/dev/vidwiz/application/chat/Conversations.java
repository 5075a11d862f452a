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
 * The conversations of users and guests with Wiz. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Conversations {

  /** Adds a conversation about an existing video. */
  Conversation insert(VideoId videoId, Owner owner, Instant now);

  /** Returns a conversation of this owner. */
  Optional<Conversation> findOwn(long id, Owner owner);

  /** Returns a part of the messages, oldest first. */
  List<Message> messages(long conversationId, ListPart part);

  /** Returns the last messages that are not blank, oldest first. */
  List<Message> lastMessages(long conversationId, int count);

  /** Adds a message of the user. */
  Message addQuestion(long conversationId, String content, Instant now);

  /** Adds a message of the assistant. */
  Message addAnswer(long conversationId, String content, AnswerDetails details, Instant now);

  /** Deletes a message. */
  void removeMessage(long messageId);

  /**
   * Deletes the conversations of guests without a message since a time, with all messages. Returns
   * their number.
   */
  int removeOfGuests(Instant before);

  /** Deletes a conversation without messages. */
  void remove(long id);
}
