package dev.vidwiz.application.chat;

import static dev.vidwiz.application.storage.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.observer.Quota;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Which questions are not put to the model, and what quotas have to do with it. */
class QuestionRefusalsTest extends QuestionFixture {

  @Test
  void refuses_in_a_fixed_order_without_storing_anything() throws InterruptedException {
    VideoId fresh = new VideoId("fresh-video");
    Conversation conversation = begin(fresh, USER);
    AnswerQuestion withoutModel = useCases(null).answerQuestion;

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
    assertThat(withoutModel.ask(question(conversation, "?")))
        .isEqualTo(new Outcome.TranscriptPending(null, true));
    storage.videos().markTranscriptAvailable(fresh, clock.instant());
    storage.transcripts().put(fresh, new JsonText("[]"));
    assertThat(withoutModel.ask(question(conversation, "?"))).isEqualTo(new Outcome.NoModel());
    assertThat(storage.conversations().messages(conversation.id(), ALL)).isEmpty();

    converse(conversation, "one", "1");
    converse(conversation, "two", "2");
    converse(conversation, "three", "3");
    assertThat(withoutModel.ask(question(conversation, "?")))
        .isEqualTo(
            new Outcome.QuotaSpent(
                new SpentQuota(3, Quota.USER, Duration.parse("PT11H59M59.876544S"))));
  }

  @Test
  void a_quota_is_reset_at_midnight_utc() throws InterruptedException {
    Conversation conversation = begin(VIDEO, GUEST);
    converse(conversation, "one", "1");
    converse(conversation, "two", "2");
    assertThat(ask(conversation, "three")).isInstanceOf(Outcome.QuotaSpent.class);

    clock.advance(Duration.ofHours(12));

    converse(conversation, "four", "4");
  }

  @Test
  void guests_of_one_address_share_a_quota() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      converse(begin(VIDEO, new Owner.Guest("browser-" + i)), "question", "answer");
    }
    Owner fifth = new Owner.Guest("browser-5");
    Conversation conversation = begin(VIDEO, fifth);

    assertThat(ask(conversation, "question")).isInstanceOf(Outcome.QuotaSpent.class);
    model.willStream(text("answer"), finished());
    assertThat(
            answerQuestion.ask(
                new Question(
                    conversation.id(), fifth, new AddressPrefix("192.0.2.2"), "from elsewhere")))
        .isInstanceOf(Outcome.Answering.class);
  }

  @Test
  void concurrent_questions_never_exceed_the_quota() throws Exception {
    Conversation conversation = begin(VIDEO, USER);
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
}
