package dev.vidwiz.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Options;
import dev.vidwiz.application.Ports;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of questions share: a video with a transcript, a scripted model, small quotas. */
abstract class QuestionFixture {

  static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  static final Owner USER = new Owner.RegisteredUser(7);
  static final Owner GUEST = new Owner.Guest("browser-1");
  static final AddressPrefix ADDRESS = new AddressPrefix("192.0.2.1");
  static final TokenUsage USAGE = new TokenUsage(100, 20, 120);
  static final Transcript TRANSCRIPT =
      new Transcript(List.of(new Segment(0, 5, "hello"), new Segment(65, 5, "the point is this")));

  final InMemoryStorage storage = new InMemoryStorage(TRANSCRIPT);
  final SettableClock clock = new SettableClock();
  final ScriptedChatModel model = new ScriptedChatModel();
  final UseCases useCases = useCases(model);
  final AnswerQuestion answerQuestion = useCases.answerQuestion;
  final BeginConversation begin = TestUseCases.over(storage, clock).beginConversation;

  @BeforeEach
  final void storeTranscript() {
    storage.videos().ensure(VIDEO, null, clock.instant());
    storage.transcripts().put(VIDEO, new JsonText("[]"));
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());
  }

  final UseCases useCases(@Nullable ChatModel chosen) {
    return useCases(storage, chosen, new WizSettings(500, 10_000, 3, 2, 4), clock);
  }

  static UseCases useCases(
      Storage storage, @Nullable ChatModel chosen, WizSettings settings, InstantSource clock) {
    Ports ports = Ports.of(storage, clock);
    return new UseCases(
        chosen == null ? ports : ports.with(chosen),
        new Options(new UserDefaults(false), settings, false, false),
        Observer.NONE);
  }

  final Conversation begin(VideoId videoId, Owner owner) {
    Requester requester =
        owner instanceof Owner.RegisteredUser(long id)
            ? new Requester.User(id)
            : new Requester.Guest(ADDRESS);
    return begin.begin(videoId, owner, requester);
  }

  final void converse(Conversation conversation, String question, String reply)
      throws InterruptedException {
    model.willStream(text(reply), finished());
    try (Answer answer = asked(conversation, question)) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Stored.class);
    }
  }

  final Answer asked(Conversation conversation, String question) {
    Outcome outcome = ask(conversation, question);
    assertThat(outcome).isInstanceOf(Outcome.Answering.class);
    return ((Outcome.Answering) outcome).answer();
  }

  final Outcome ask(Conversation conversation, String text) {
    return answerQuestion.ask(question(conversation, text));
  }

  static Question question(Conversation conversation, String text) {
    return new Question(conversation.id(), conversation.owner(), ADDRESS, text);
  }

  static StreamedAnswer.Next text(String text) {
    return new StreamedAnswer.Next.Text(text);
  }

  static StreamedAnswer.Next finished() {
    return new StreamedAnswer.Next.Finished("stop", USAGE);
  }
}
