package dev.vidwiz.persistence.chat;

import dev.vidwiz.application.chat.Conversations;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations in the tables {@code conversations} and {@code messages}. */
public final class JdbiConversations implements Conversations {

  private static final String INSERT =
      """
      INSERT INTO conversations (video_id, user_id, guest_session_id, created_at, updated_at)
      VALUES (:videoId, :userId, :guest, :now, :now)
      RETURNING %s
      """
          .formatted(ConversationMapper.COLUMNS);

  private static final String FIND_OF_USER =
      "SELECT %s FROM conversations WHERE id = :id AND user_id = :userId"
          .formatted(ConversationMapper.COLUMNS);

  private static final String FIND_OF_GUEST =
      """
      SELECT %s FROM conversations
      WHERE id = :id AND user_id IS NULL AND guest_session_id = :guest
      """
          .formatted(ConversationMapper.COLUMNS);

  static final String MESSAGES_PART =
      """
      SELECT %s FROM messages
      WHERE conversation_id = :conversationId AND (created_at, id) > (:time, :afterId)
      ORDER BY created_at, id
      LIMIT :count OFFSET :skip
      """
          .formatted(MessageMapper.COLUMNS);

  static final String LAST_MESSAGES =
      """
      SELECT %s FROM messages
      WHERE conversation_id = :conversationId AND trim(content) <> ''
      ORDER BY created_at DESC, id DESC
      LIMIT :count
      """
          .formatted(MessageMapper.COLUMNS);

  private static final String ADD_MESSAGE =
      """
      INSERT INTO messages (conversation_id, role, content, metadata, created_at)
      VALUES (:conversationId, :role, :content, :metadata, :now)
      RETURNING %s
      """
          .formatted(MessageMapper.COLUMNS);

  private static final String TOUCH =
      "UPDATE conversations SET updated_at = :now WHERE id = :conversationId";

  private static final String REMOVE_MESSAGE = "DELETE FROM messages WHERE id = :id";

  private static final String REMOVE = "DELETE FROM conversations WHERE id = :id";

  /** So many are removed at a time, so that others are not kept from writing for long. */
  private static final int REMOVED_AT_ONCE = 500;

  static final String FIND_OLD_OF_GUESTS =
      """
      SELECT id FROM conversations WHERE user_id IS NULL AND updated_at < :before
      ORDER BY updated_at, id LIMIT :limit
      """;

  /** Keeps others from adding a message until the end of the transaction. */
  private static final String HOLD_OLD =
      """
      UPDATE conversations SET updated_at = updated_at
      WHERE id IN (<ids>) AND updated_at < :before
      RETURNING id
      """;

  private static final String REMOVE_MESSAGES_OF_ALL =
      "DELETE FROM messages WHERE conversation_id IN (<ids>)";

  private static final String REMOVE_ALL = "DELETE FROM conversations WHERE id IN (<ids>)";

  private static final RecordMapper<Long> ID = row -> row.getLong("id");

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiConversations(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Conversation insert(VideoId videoId, Owner owner, Instant now) {
    return transactions
        .updateReturning(
            INSERT,
            new ConversationMapper(),
            query ->
                query
                    .bind("videoId", videoId.value())
                    .bind("userId", owner instanceof Owner.RegisteredUser(long id) ? id : null)
                    .bind("guest", owner instanceof Owner.Guest(String session) ? session : null)
                    .bind("now", now))
        .orElseThrow();
  }

  @Override
  public Optional<Conversation> findOwn(long id, Owner owner) {
    return switch (owner) {
      case Owner.RegisteredUser(long userId) ->
          transactions.find(
              FIND_OF_USER,
              new ConversationMapper(),
              query -> query.bind("id", id).bind("userId", userId));
      case Owner.Guest(String session) ->
          transactions.find(
              FIND_OF_GUEST,
              new ConversationMapper(),
              query -> query.bind("id", id).bind("guest", session));
    };
  }

  @Override
  public List<Message> messages(long conversationId, ListPart part) {
    return transactions.list(
        MESSAGES_PART,
        new MessageMapper(),
        query ->
            query
                .bind("conversationId", conversationId)
                .bind("time", part.time())
                .bind("afterId", part.id())
                .bind("count", part.count())
                .bind("skip", part.skip()));
  }

  @Override
  public List<Message> lastMessages(long conversationId, int count) {
    return transactions
        .list(
            LAST_MESSAGES,
            new MessageMapper(),
            query -> query.bind("conversationId", conversationId).bind("count", count))
        .reversed();
  }

  @Override
  public Message addQuestion(long conversationId, String content, Instant now) {
    return add(conversationId, Role.USER, content, null, now);
  }

  @Override
  public Message addAnswer(
      long conversationId, String content, AnswerDetails details, Instant now) {
    return add(conversationId, Role.ASSISTANT, content, AnswerDetailsJson.write(details), now);
  }

  @Override
  public void removeMessage(long messageId) {
    transactions.update(REMOVE_MESSAGE, update -> update.bind("id", messageId));
  }

  @Override
  public int removeOfGuests(Instant before) {
    int removed = 0;
    List<Long> old;
    do {
      old =
          transactions.list(
              FIND_OLD_OF_GUESTS,
              ID,
              query -> query.bind("before", before).bind("limit", REMOVED_AT_ONCE));
      if (!old.isEmpty()) {
        List<Long> found = old;
        removed += transactions.inTransaction(() -> removeIfOld(found, before));
      }
    } while (old.size() == REMOVED_AT_ONCE);
    return removed;
  }

  private int removeIfOld(List<Long> ids, Instant before) {
    List<Long> held =
        transactions.write(
            handle ->
                handle
                    .createQuery(HOLD_OLD)
                    .bindList("ids", ids)
                    .bind("before", before)
                    .map(ID)
                    .list());
    if (held.isEmpty()) {
      return 0;
    }
    transactions.update(REMOVE_MESSAGES_OF_ALL, update -> update.bindList("ids", held));
    return transactions.update(REMOVE_ALL, update -> update.bindList("ids", held));
  }

  @Override
  public void remove(long id) {
    transactions.update(REMOVE, update -> update.bind("id", id));
  }

  private Message add(
      long conversationId, Role role, String content, @Nullable JsonText metadata, Instant now) {
    return transactions.inTransaction(
        () -> {
          transactions.update(
              TOUCH, update -> update.bind("conversationId", conversationId).bind("now", now));
          return transactions
              .updateReturning(
                  ADD_MESSAGE,
                  new MessageMapper(),
                  query ->
                      query
                          .bind("conversationId", conversationId)
                          .bind("role", role.code())
                          .bind("content", content)
                          .bind("metadata", metadata)
                          .bind("now", now))
              .orElseThrow();
        });
  }
}
