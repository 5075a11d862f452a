package dev.vidwiz.application.chat;

import dev.vidwiz.application.chat.Question.Place;
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

/** Questions that were accepted, and what becomes of them. */
public final class Exchanges {

  /** How a question fares. */
  sealed interface Begun {

    record Accepted(Exchange exchange) implements Begun {}

    record Refused(SpentQuota quota) implements Begun {}
  }

  /** How many earlier messages the model is told. */
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

  /** Returns the conversation, if it is the owner's. */
  Optional<Conversation> findOwn(long id, Owner owner) {
    return conversations.findOwn(id, owner);
  }

  /** Returns the last messages of the question's conversation, oldest first. */
  List<Message> history(Question question) {
    return question.place() instanceof Place.Known(long id)
        ? conversations.lastMessages(id, HISTORY)
        : List.of();
  }

  /** Returns the quota that keeps the question from being asked, if there is one. */
  Optional<SpentQuota> spentQuota(Question question) {
    return quotas.spent(question.owner(), question.address(), clock.instant());
  }

  /** Spends the quota and stores the question, or does neither. */
  Begun begin(Question question) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> {
          Optional<SpentQuota> spent = quotas.take(question.owner(), question.address(), now);
          if (spent.isPresent()) {
            return new Begun.Refused(spent.get());
          }
          long conversationId =
              switch (question.place()) {
                case Place.Known(long id) -> id;
                case Place.New(VideoId videoId) ->
                    conversations.insert(videoId, question.owner(), now).id();
              };
          Message stored = conversations.addQuestion(conversationId, question.text(), now);
          return new Begun.Accepted(new Exchange(this, question, stored));
        });
  }

  /**
   * Takes back the question, the conversation if it began with it, and the quota: the model never
   * said a word.
   */
  void takeBack(Question question, Message stored) {
    transactions.inTransaction(
        () -> {
          conversations.removeMessage(stored.id());
          if (question.place() instanceof Place.New) {
            conversations.remove(stored.conversationId());
          }
          quotas.giveBack(question.owner(), question.address(), stored.createdAt());
        });
  }

  /** Stores the answer. */
  Message keep(Message question, String text, AnswerDetails details) {
    return transactions.inTransaction(
        () -> conversations.addAnswer(question.conversationId(), text, details, clock.instant()));
  }
}
