package dev.vidwiz.application.chat;

import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Questions that were accepted, and what becomes of them. */
final class Exchanges {

  /** How a question fares. */
  sealed interface Begun {

    record Accepted(Exchange exchange) implements Begun {}

    record Refused(SpentQuota quota) implements Begun {}
  }

  private final Transactions transactions;
  private final Conversations conversations;
  private final QuotaPolicy quotas;
  private final InstantSource clock;

  Exchanges(Storage storage, QuotaPolicy quotas, InstantSource clock) {
    this.transactions = storage.transactions();
    this.conversations = storage.conversations();
    this.quotas = quotas;
    this.clock = clock;
  }

  /** Spends the quota and stores the question, or does neither. */
  Begun begin(Question question, Instant now) {
    return transactions.inTransaction(
        () -> {
          Optional<SpentQuota> spent = quotas.take(question.owner(), question.address(), now);
          if (spent.isPresent()) {
            return new Begun.Refused(spent.get());
          }
          Message stored =
              conversations.addQuestion(question.conversationId(), question.text(), now);
          return new Begun.Accepted(new Exchange(this, question, stored));
        });
  }

  /** Takes the question back, and the quota too: the model never said a word. */
  void takeBack(Question question, Message stored) {
    transactions.inTransaction(
        () -> {
          conversations.removeMessage(stored.id());
          quotas.giveBack(question.owner(), question.address(), stored.createdAt());
        });
  }

  /** Stores the answer. */
  Message keep(Question question, String text, AnswerDetails details) {
    return transactions.inTransaction(
        () -> conversations.addAnswer(question.conversationId(), text, details, clock.instant()));
  }
}
