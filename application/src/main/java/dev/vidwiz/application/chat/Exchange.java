package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Message;

/** An accepted question, which is either answered or discarded. */
record Exchange(Exchanges exchanges, Question question, Message stored) {

  void discard() {
    exchanges.discard(question, stored);
  }

  Message storeAnswer(String text, AnswerDetails details) {
    return exchanges.storeAnswer(stored, text, details);
  }
}
