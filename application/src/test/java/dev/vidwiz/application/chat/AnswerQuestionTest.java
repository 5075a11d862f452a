package dev.vidwiz.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Observer;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.video.Transcripts;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Citation;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerQuestionTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final Owner USER = new Owner.RegisteredUser(7);
  private static final Owner GUEST = new Owner.Guest("browser-1");
  private static final String ADDRESS = "192.0.2.1";
  private static final TokenUsage USAGE = new TokenUsage(100, 20, 120);
  private final ChatModelException down =
      new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "down", null, null);
  private static final Transcript TRANSCRIPT =
      new Transcript(List.of(new Segment(0, 5, "hello"), new Segment(65, 5, "the point is this")));

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final ScriptedChatModel model = new ScriptedChatModel();
  private final AnswerQuestion answerQuestion = answering(model);
  private final BeginConversation begin =
      new BeginConversation(storage, new ScheduleFetches(storage), clock);

  @BeforeEach
  void storeTranscript() {
    storage.videos().ensure(VIDEO, null, clock.instant());
    storage.transcripts().put(VIDEO, new JsonText("[]"));
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());
  }

  @Test
  void an_answer_is_stored_with_what_is_known_about_it() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
    model.willStream(text("**This** "), text("[1:05] and [9:99] and [2:00]."), finished());

    try (Answer answer = asked(conversation, "What is the point?")) {
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Text("**This** "));
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Stored.class);
    }

    List<Message> messages = storage.conversations().messages(conversation.id());
    assertThat(messages).extracting(Message::role).containsExactly(Role.USER, Role.ASSISTANT);
    assertThat(messages.getLast().content()).isEqualTo("**This** [1:05] and [9:99] and [2:00].");
    assertThat(messages.getLast().answer())
        .isEqualTo(
            new AnswerDetails("scripted", "stop", USAGE, List.of(new Citation("1:05", 65)), false));
    assertThat(model.closedEarly()).isZero();
  }

  @Test
  void the_model_is_told_the_transcript_and_the_last_ten_messages() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
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
  void a_failure_before_the_first_word_takes_everything_back() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, GUEST);
    model.willStream(new StreamedAnswer.Next.Failed(down));

    try (Answer answer = asked(conversation, "Anybody there?")) {
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.TakenBack(down));
    }

    assertThat(storage.conversations().messages(conversation.id())).isEmpty();
    converse(conversation, "one", "1");
    converse(conversation, "two", "2");
    assertThat(ask(conversation, "three")).isInstanceOf(Outcome.QuotaSpent.class);
  }

  @Test
  void an_answer_may_go_on_for_ten_seconds_after_the_first_closing() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
    model.willStream(text("One"), text("two"), text("three"), finished());

    try (Answer answer = asked(conversation, "Anybody there?")) {
      answer.next(Duration.ZERO);
      answerQuestion.close();
      clock.advance(Duration.ofSeconds(10));
      answerQuestion.close();
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Text("two"));
      clock.advance(Duration.ofSeconds(1));
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.BrokenOff.class);
    }

    Message kept = storage.conversations().messages(conversation.id()).getLast();
    assertThat(kept.content()).isEqualTo("Onetwo");
    assertThat(kept.answer().partial()).isTrue();
    assertThat(model.closedEarly()).isEqualTo(1);
  }

  @Test
  void a_question_without_a_word_of_answer_is_taken_back_after_the_closing()
      throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
    model.willStream(text("Too late"), finished());

    try (Answer answer = asked(conversation, "Anybody there?")) {
      answerQuestion.close();
      clock.advance(Duration.ofSeconds(11));
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.TakenBack.class);
    }

    assertThat(storage.conversations().messages(conversation.id())).isEmpty();
  }

  @Test
  void a_failure_after_the_first_words_keeps_them() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
    model.willStream(text("The point [0:00]"), new StreamedAnswer.Next.Failed(down));

    try (Answer answer = asked(conversation, "What is the point?")) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.BrokenOff(down));
    }

    assertPartial(conversation, "The point [0:00]");
  }

  @Test
  void an_answer_whose_reader_goes_away_is_kept_as_far_as_it_came() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
    model.willStream(text("The point "), new StreamedAnswer.Next.Quiet());

    try (Answer answer = asked(conversation, "What is the point?")) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isEqualTo(new Answer.Next.Quiet());
    }

    assertPartial(conversation, "The point ");
    assertThat(model.closedEarly()).isEqualTo(1);
  }

  @Test
  void nothing_is_stored_when_the_reader_goes_away_before_the_first_word()
      throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, USER);
    model.willStream(new StreamedAnswer.Next.Quiet());

    asked(conversation, "What is the point?").close();

    assertThat(storage.conversations().messages(conversation.id()))
        .extracting(Message::role)
        .containsExactly(Role.USER);
  }

  @Test
  void refuses_in_a_fixed_order_and_stores_nothing_then() throws InterruptedException {
    VideoId fresh = new VideoId("fresh-video");
    Conversation conversation = begin.begin(fresh, USER);
    AnswerQuestion withoutModel = answering(null);

    assertThat(withoutModel.ask(new Question(conversation.id(), GUEST, ADDRESS, "?")))
        .isEqualTo(new Outcome.UnknownConversation());
    assertThat(withoutModel.ask(question(conversation, "?")))
        .isEqualTo(new Outcome.TranscriptPending(null, true));
    storage.videos().storeTranscriptError(fresh, "This video has no captions.", clock.instant());
    assertThat(withoutModel.ask(question(conversation, "?")))
        .isEqualTo(new Outcome.TranscriptPending("This video has no captions.", true));
    storage.videos().markTranscriptAvailable(fresh, clock.instant());
    assertThat(withoutModel.ask(question(conversation, "?")))
        .isEqualTo(new Outcome.TranscriptMissing());
    storage.transcripts().put(fresh, new JsonText("[]"));
    assertThat(withoutModel.ask(question(conversation, "?"))).isEqualTo(new Outcome.NoModel());
    assertThat(storage.conversations().messages(conversation.id())).isEmpty();

    converse(conversation, "one", "1");
    converse(conversation, "two", "2");
    converse(conversation, "three", "3");
    assertThat(withoutModel.ask(question(conversation, "?")))
        .isEqualTo(
            new Outcome.QuotaSpent(
                new SpentQuota(3, SpentQuota.Quota.USER, Duration.parse("PT11H59M59.876544S"))));
  }

  @Test
  void a_quota_begins_anew_at_midnight_in_utc() throws InterruptedException {
    Conversation conversation = begin.begin(VIDEO, GUEST);
    converse(conversation, "one", "1");
    converse(conversation, "two", "2");
    assertThat(ask(conversation, "three")).isInstanceOf(Outcome.QuotaSpent.class);

    clock.advance(Duration.ofHours(12));

    converse(conversation, "four", "4");
  }

  @Test
  void guests_of_one_address_share_a_quota() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      converse(begin.begin(VIDEO, new Owner.Guest("browser-" + i)), "question", "answer");
    }
    Owner fifth = new Owner.Guest("browser-5");
    Conversation conversation = begin.begin(VIDEO, fifth);

    assertThat(ask(conversation, "question")).isInstanceOf(Outcome.QuotaSpent.class);
    model.willStream(text("answer"), finished());
    assertThat(
            answerQuestion.ask(
                new Question(conversation.id(), fifth, "192.0.2.2", "from elsewhere")))
        .isInstanceOf(Outcome.Answering.class);
  }

  @Test
  void however_many_ask_at_once_no_more_than_the_quota_are_answered() throws Exception {
    Conversation conversation = begin.begin(VIDEO, USER);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      model.willStream(text("answer"), finished());
    }
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        outcomes.add(askers.submit(() -> ask(conversation, "question")));
      }
    }

    int answered = 0;
    for (Future<Outcome> outcome : outcomes) {
      answered += outcome.get() instanceof Outcome.Answering ? 1 : 0;
    }
    assertThat(answered).isEqualTo(3);
  }

  private AnswerQuestion answering(@Nullable ChatModel chosen) {
    return new AnswerQuestion(
        storage,
        new Transcripts(storage.transcripts(), json -> TRANSCRIPT),
        chosen,
        new WizSettings(500, 10_000, 3, 2, 4),
        clock,
        Observer.NONE);
  }

  private void converse(Conversation conversation, String question, String reply)
      throws InterruptedException {
    model.willStream(text(reply), finished());
    try (Answer answer = asked(conversation, question)) {
      answer.next(Duration.ZERO);
      assertThat(answer.next(Duration.ZERO)).isInstanceOf(Answer.Next.Stored.class);
    }
  }

  private Answer asked(Conversation conversation, String question) {
    Outcome outcome = ask(conversation, question);
    assertThat(outcome).isInstanceOf(Outcome.Answering.class);
    return ((Outcome.Answering) outcome).answer();
  }

  private Outcome ask(Conversation conversation, String text) {
    return answerQuestion.ask(question(conversation, text));
  }

  private static Question question(Conversation conversation, String text) {
    return new Question(conversation.id(), conversation.owner(), ADDRESS, text);
  }

  private void assertPartial(Conversation conversation, String text) {
    Message last = storage.conversations().messages(conversation.id()).getLast();
    assertThat(last.role()).isEqualTo(Role.ASSISTANT);
    assertThat(last.content()).isEqualTo(text);
    assertThat(last.answer()).extracting(AnswerDetails::partial).isEqualTo(true);
    assertThat(last.answer()).extracting(AnswerDetails::finishReason).isNull();
  }

  private static StreamedAnswer.Next text(String text) {
    return new StreamedAnswer.Next.Text(text);
  }

  private static StreamedAnswer.Next finished() {
    return new StreamedAnswer.Next.Finished("stop", USAGE);
  }
}
