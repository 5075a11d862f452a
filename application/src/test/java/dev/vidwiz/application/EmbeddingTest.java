package dev.vidwiz.application;

import static dev.vidwiz.application.storage.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.chat.AnswerQuestion.Outcome.Answering;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.Question;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program meets that runs VidWiz without a server around it. */
class EmbeddingTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final ScriptedChatModel model = new ScriptedChatModel();
  private final Instant nanos = Instant.parse("2026-01-02T03:04:05.123456789Z");
  private final VidWiz vidwiz =
      new VidWiz(
          Ports.of(storage, () -> nanos).with(model),
          new Options(new UserDefaults(false), WizSettings.DEFAULTS, true, false));

  @AfterEach
  void close() {
    vidwiz.close();
    storage.close();
  }

  @Test
  void a_storage_and_any_clock_are_enough_for_notes() {
    Note note =
        vidwiz
            .useCases()
            .createNote
            .create(new NoteDraft(1, VIDEO, new Timestamp("1:23"), "What a chorus", null));

    assertThat(storage.notes().findByUserAndVideo(1, VIDEO, ALL)).containsExactly(note);
    assertThat(note.createdAt()).isEqualTo("2026-01-02T03:04:05.123456Z");
  }

  @Test
  void accounts_need_ports() {
    assertThatThrownBy(vidwiz.useCases()::accounts)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("accounts");
  }

  @Test
  void an_answer_can_be_awaited_as_a_whole() throws InterruptedException {
    model.willStream(
        new Next.Text("Never "),
        new Next.TimedOut(),
        new Next.Text("to."),
        new Next.Finished(null, null));

    Message answer = ask();

    assertThat(answer.content()).isEqualTo("Never to.");
    assertThat(storage.conversations().messages(answer.conversationId(), ALL).getLast())
        .isEqualTo(answer);
  }

  @Test
  void awaiting_an_answer_throws_the_failure_of_the_model() {
    ChatModelException reason =
        new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "down", null, null);
    model.willStream(new Next.Failed(reason));
    assertThatThrownBy(this::ask).isSameAs(reason);

    model.willStream(new Next.Text("Nev"), new Next.Failed(reason));
    assertThatThrownBy(this::ask).isSameAs(reason);
  }

  private Message ask() throws InterruptedException {
    vidwiz.useCases().storeTranscript.store(VIDEO, new JsonText("[]"));
    Question question = new Question(new Question.Target.New(VIDEO), 1, "What does he promise?");
    try (var answer = ((Answering) vidwiz.useCases().answerQuestion.ask(question)).answer()) {
      return answer.await();
    }
  }
}
