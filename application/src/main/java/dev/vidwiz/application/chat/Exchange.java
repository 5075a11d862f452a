package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Message;

/** One question that was accepted: it is either answered or taken back. */
record Exchange(Exchanges exchanges, Question question, Message stored) {

  void takeBack() {
    exchanges.takeBack(question, stored);
  }

  Message keep(String text, AnswerDetails details) {
    return exchanges.keep(stored, text, details);
  }
}
