package dev.vidwiz.application.chat;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. */
public final class InMemoryConversations implements Conversations {

  private final InMemoryTransactions transactions;
  private final Videos videos;
  private final InMemoryTable<Long, Conversation> rows;
  private final InMemoryTable<Long, Message> messages;

  /** Makes an empty store. */
  public InMemoryConversations(InMemoryTransactions transactions, Videos videos) {
    this.transactions = transactions;
    this.videos = videos;
    this.rows = new InMemoryTable<>(transactions);
    this.messages = new InMemoryTable<>(transactions);
  }

  @Override
  public Conversation insert(VideoId videoId, Owner owner, Instant now) {
    return transactions.inTransaction(
        () -> {
          if (videos.find(videoId).isEmpty()) {
            throw StorageException.broken("a conversation needs its video", null);
          }
          long id = rows.nextId();
          return rows.put(id, new Conversation(id, videoId, owner, now, now));
        });
  }

  @Override
  public Optional<Conversation> findOwn(long id, Owner owner) {
    return transactions.inTransaction(
        () -> rows.get(id).filter(conversation -> conversation.owner().equals(owner)));
  }

  private List<Message> messages(long conversationId) {
    return transactions.inTransaction(
        () ->
            messages.rows().filter(message -> message.conversationId() == conversationId).toList());
  }

  @Override
  public List<Message> messages(long conversationId, ListPart part) {
    return messages(conversationId).stream()
        .filter(message -> part.comesBefore(message.createdAt(), message.id()))
        .skip(part.skip())
        .limit(part.count())
        .toList();
  }

  @Override
  public List<Message> lastMessages(long conversationId, int count) {
    List<Message> said =
        messages(conversationId).stream().filter(message -> !message.content().isBlank()).toList();
    return said.subList(Math.max(0, said.size() - count), said.size());
  }

  @Override
  public Message addQuestion(long conversationId, String content, Instant now) {
    return add(conversationId, Role.USER, content, null, now);
  }

  @Override
  public Message addAnswer(
      long conversationId, String content, AnswerDetails details, Instant now) {
    return add(conversationId, Role.ASSISTANT, content, details, now);
  }

  @Override
  public void removeMessage(long messageId) {
    transactions.inTransaction(() -> messages.remove(messageId));
  }

  @Override
  public int removeOfGuests(Instant before) {
    return transactions.inTransaction(
        () -> {
          List<Conversation> old =
              rows.rows()
                  .filter(each -> each.owner() instanceof Owner.Guest)
                  .filter(each -> each.updatedAt().isBefore(before))
                  .toList();
          for (Conversation each : old) {
            messages(each.id()).forEach(message -> messages.remove(message.id()));
            rows.remove(each.id());
          }
          return old.size();
        });
  }

  @Override
  public void remove(long id) {
    transactions.inTransaction(
        () -> {
          if (!messages(id).isEmpty()) {
            throw StorageException.broken("the conversation has messages", null);
          }
          rows.remove(id);
        });
  }

  private Message add(
      long conversationId,
      Role role,
      String content,
      @Nullable AnswerDetails details,
      Instant now) {
    return transactions.inTransaction(
        () -> {
          rows.get(conversationId).ifPresent(conversation -> touch(conversation, now));
          long id = messages.nextId();
          return messages.put(id, new Message(id, conversationId, role, content, details, now));
        });
  }

  private void touch(Conversation conversation, Instant now) {
    rows.put(
        conversation.id(),
        new Conversation(
            conversation.id(),
            conversation.videoId(),
            conversation.owner(),
            conversation.createdAt(),
            now));
  }
}
