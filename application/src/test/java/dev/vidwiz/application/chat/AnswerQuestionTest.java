package dev.vidwiz.application.chat;

import static dev.vidwiz.application.storage.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Citation;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a question that is answered, and of one whose answer breaks off. */
class AnswerQuestionTest extends QuestionFixture {

  private final ChatModelException down =
      new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "down", null, null);

  @Test
  void an_answer_is_stored_with_its_details() throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    model.willStream(text("**This** "), text("[1:05] and [9:99] and [2:00]."), finished());

    try (Answer answer = asked(conversation, "What is the point?")) {
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Text("**This** "));
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Stored.class);
    }

    List<Message> messages = storage.conversations().messages(conversation.id(), ALL);
    assertThat(messages).extracting(Message::role).containsExactly(Role.USER, Role.ASSISTANT);
    assertThat(messages.getLast().content()).isEqualTo("**This** [1:05] and [9:99] and [2:00].");
    assertThat(messages.getLast().answer())
        .isEqualTo(
            new AnswerDetails("scripted", "stop", USAGE, List.of(new Citation("1:05", 65)), false));
    assertThat(model.closedEarly()).isZero();
  }

  @Test
  void the_prompt_has_the_transcript_and_the_last_ten_messages() throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    for (int i = 0; i < 6; i++) {
      converse(conversation, "question " + i, "answer " + i);
      clock.advance(Duration.ofDays(1));
    }

    ChatPrompt prompt = model.prompts().getLast();

    assertThat(prompt.system()).contains("BEGIN\n0:00 hello\n1:05 the point is this\nEND\n");
    assertThat(prompt.maxTokens()).isEqualTo(500);
    assertThat(prompt.turns()).hasSize(11);
    assertThat(prompt.turns().getFirst().content()).isEqualTo("question 0");
    assertThat(prompt.turns().getLast()).isEqualTo(new ChatPrompt.Turn(Role.USER, "question 5"));
  }

  @Test
  void a_failure_before_the_first_word_discards_the_question() throws InterruptedException {
    Conversation conversation = begin(VIDEO, GUEST);
    model.willStream(new StreamedAnswer.Next.Failed(down));

    try (Answer answer = asked(conversation, "Anybody there?")) {
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Discarded(down));
    }

    assertThat(storage.conversations().messages(conversation.id(), ALL)).isEmpty();
    converse(conversation, "one", "1");
    converse(conversation, "two", "2");
    assertThat(ask(conversation, "three")).isInstanceOf(Outcome.QuotaSpent.class);
  }

  @Test
  void an_answer_may_continue_for_ten_seconds_after_the_first_close() throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    model.willStream(text("One"), text("two"), text("three"), finished());

    try (Answer answer = asked(conversation, "Anybody there?")) {
      answer.next(Duration.ZERO);
      useCases.endWaits();
      clock.advance(Duration.ofSeconds(10));
      useCases.endWaits();
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Text("two"));
      clock.advance(Duration.ofSeconds(1));
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Partial.class);
    }

    Message kept = storage.conversations().messages(conversation.id(), ALL).getLast();
    assertThat(kept.content()).isEqualTo("Onetwo");
    assertThat(kept.answer().partial()).isTrue();
    assertThat(model.closedEarly()).isEqualTo(1);
  }

  @Test
  void a_question_without_an_answer_is_discarded_after_close() throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    model.willStream(text("Too late"), finished());

    try (Answer answer = asked(conversation, "Anybody there?")) {
      useCases.endWaits();
      clock.advance(Duration.ofSeconds(11));
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Discarded.class);
    }

    assertThat(storage.conversations().messages(conversation.id(), ALL)).isEmpty();
  }

  @Test
  void a_failure_after_the_first_words_stores_them() throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    model.willStream(text("The point [0:00]"), new StreamedAnswer.Next.Failed(down));

    try (Answer answer = asked(conversation, "What is the point?")) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Partial(down));
    }

    assertPartial(conversation, "The point [0:00]");
  }

  @Test
  void an_answer_whose_client_disconnects_is_stored_partially() throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    model.willStream(text("The point "), new StreamedAnswer.Next.TimedOut());

    try (Answer answer = asked(conversation, "What is the point?")) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.TimedOut());
    }

    assertPartial(conversation, "The point ");
    assertThat(model.closedEarly()).isEqualTo(1);
  }

  @Test
  void nothing_is_stored_when_the_client_disconnects_before_the_first_word()
      throws InterruptedException {
    Conversation conversation = begin(VIDEO, USER);
    model.willStream(new StreamedAnswer.Next.TimedOut());

    asked(conversation, "What is the point?").close();

    assertThat(storage.conversations().messages(conversation.id(), ALL))
        .extracting(Message::role)
        .containsExactly(Role.USER);
  }

  private void assertPartial(Conversation conversation, String text) {
    Message last = storage.conversations().messages(conversation.id(), ALL).getLast();
    assertThat(last.role()).isEqualTo(Role.ASSISTANT);
    assertThat(last.content()).isEqualTo(text);
    assertThat(last.answer()).extracting(AnswerDetails::partial).isEqualTo(true);
    assertThat(last.answer()).extracting(AnswerDetails::finishReason).isNull();
  }
}
