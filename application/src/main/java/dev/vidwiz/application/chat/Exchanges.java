package dev.vidwiz.application.chat;

import dev.vidwiz.application.chat.Question.Target;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Stores questions with their answers, and spends quotas. */
public final class Exchanges {

  /** The outcome of {@link #begin}. */
  sealed interface Begun {

    record Accepted(Exchange exchange) implements Begun {}

    record Refused(SpentQuota quota) implements Begun {}
  }

  /** How many earlier messages the prompt contains. */
  private static final int HISTORY = 10;

  private final Transactions transactions;
  private final Conversations conversations;
  private final QuotaPolicy quotas;
  private final InstantSource clock;

  /** Stores in the given conversations. */
  public Exchanges(
      Transactions transactions,
      Conversations conversations,
      Quotas quotas,
      WizSettings settings,
      InstantSource clock) {
    this.transactions = transactions;
    this.conversations = conversations;
    this.quotas = new QuotaPolicy(quotas, settings);
    this.clock = clock;
  }

  /** Returns a conversation of this owner. */
  Optional<Conversation> findOwn(long id, Owner owner) {
    return conversations.findOwn(id, owner);
  }

  /** Returns the last messages of the question's conversation, oldest first. */
  List<Message> history(Question question) {
    return question.target() instanceof Target.Existing(long id)
        ? conversations.lastMessages(id, HISTORY)
        : List.of();
  }

  /** Returns the used-up quota of the question, if there is one. */
  Optional<SpentQuota> spentQuota(Question question) {
    return quotas.spent(question.owner(), question.address(), clock.instant());
  }

  /** Spends the quota and stores the question, or does neither. */
  Begun begin(Question question) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> {
          Optional<SpentQuota> spent = quotas.spend(question.owner(), question.address(), now);
          if (spent.isPresent()) {
            return new Begun.Refused(spent.get());
          }
          long conversationId =
              switch (question.target()) {
                case Target.Existing(long id) -> id;
                case Target.New(VideoId videoId) ->
                    conversations.insert(videoId, question.owner(), now).id();
              };
          Message stored = conversations.addQuestion(conversationId, question.text(), now);
          return new Begun.Accepted(new Exchange(this, question, stored));
        });
  }

  /** Deletes the question, and the conversation that it started, and refunds the quota. */
  void discard(Question question, Message stored) {
    transactions.inTransaction(
        () -> {
          conversations.removeMessage(stored.id());
          if (question.target() instanceof Target.New) {
            conversations.remove(stored.conversationId());
          }
          quotas.refund(question.owner(), question.address(), stored.createdAt());
        });
  }

  /** Stores the answer. */
  Message storeAnswer(Message question, String text, AnswerDetails details) {
    return transactions.inTransaction(
        () -> conversations.addAnswer(question.conversationId(), text, details, clock.instant()));
  }
}
