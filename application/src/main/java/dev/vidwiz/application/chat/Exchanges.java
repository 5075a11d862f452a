package dev.vidwiz.application.chat;

import dev.vidwiz.application.chat.Question.Place;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.video.VideoId;
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
