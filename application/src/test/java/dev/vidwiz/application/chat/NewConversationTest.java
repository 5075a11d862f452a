package dev.vidwiz.application.chat;

import static dev.vidwiz.application.storage.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Questions that begin a conversation. */
class NewConversationTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final Owner GUEST = new Owner.Guest("browser-1");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final ScriptedChatModel model = new ScriptedChatModel();
  private final AnswerQuestion answerQuestion =
      QuestionFixture.useCases(storage, model, new WizSettings(500, 10_000, 3, 1, 4), clock)
          .answerQuestion;

  @Test
  void an_accepted_question_starts_a_conversation() throws InterruptedException {
    storeTranscript();
    model.willStream(
        new StreamedAnswer.Next.Text("An answer"), new StreamedAnswer.Next.Finished("stop", null));

    try (Answer answer = ((Outcome.Answering) ask()).answer()) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Stored.class);
    }

    assertThat(storage.conversations().findOwn(1, GUEST)).isPresent();
    assertThat(storage.conversations().messages(1, ALL))
        .extracting(Message::content)
        .containsExactly("What?", "An answer");
  }

  @Test
  void a_failure_before_the_first_word_removes_the_conversation() throws InterruptedException {
    storeTranscript();
    model.willStream(
        new StreamedAnswer.Next.Failed(
            new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "down", null, null)));

    try (Answer answer = ((Outcome.Answering) ask()).answer()) {
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Discarded.class);
    }

    assertThat(storage.conversations().findOwn(1, GUEST)).isEmpty();
    model.willStream(new StreamedAnswer.Next.Text("now"));
    assertThat(ask()).isInstanceOf(Outcome.Answering.class);
  }

  @Test
  void a_refused_question_starts_no_conversation() {
    assertThat(ask()).isEqualTo(new Outcome.UnknownVideo());

    Video video = storage.videos().ensure(VIDEO, null, clock.instant());
    assertThat(ask()).isEqualTo(new Outcome.TranscriptPending(null, false));
    TestUseCases.scheduling(storage).schedule(video, new Requester.Nobody(), clock.instant());
    assertThat(ask()).isEqualTo(new Outcome.TranscriptPending(null, true));

    storeTranscript();
    model.willStream(new StreamedAnswer.Next.Text("An answer"));
    assertThat(ask()).isInstanceOf(Outcome.Answering.class);
    assertThat(ask()).isInstanceOf(Outcome.QuotaSpent.class);
    assertThat(storage.conversations().findOwn(2, GUEST)).isEmpty();
  }

  private void storeTranscript() {
    storage.videos().ensure(VIDEO, null, clock.instant());
    storage.transcripts().put(VIDEO, new JsonText("[]"));
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());
  }

  private Outcome ask() {
    return answerQuestion.ask(
        new Question(
            new Question.Target.New(VIDEO), GUEST, new AddressPrefix("192.0.2.1"), "What?"));
  }
}
