package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.chat.TranscriptLine;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryPromptsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final int BUDGET = 2_000;
  private static final Transcript LONG =
      new Transcript(
          IntStream.range(0, 1_000)
              .mapToObj(i -> new Segment(i, 1, "sentence number " + i + " of the talk"))
              .toList());

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();

  @Test
  void a_long_transcript_is_summarized_in_parts_without_gaps() throws InterruptedException {
    storage.videos().ensure(VIDEO, null, clock.instant());
    storage.transcripts().put(VIDEO, new JsonText("[]"));
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());
    ScriptedChatModel model = new ScriptedChatModel();
    String summary = "The whole talk in a few words. ".repeat(10).strip();
    for (int i = 0; i < 100; i++) {
      model.willComplete(summary);
    }
    FindTranscript transcripts =
        TestUseCases.finding(storage, new Transcripts(storage.transcripts(), json -> LONG), clock);

    storage.outbox().add(AiJobKind.SUMMARY, VIDEO, null, clock.instant());
    AiJob job =
        storage
            .outbox()
            .claim(AiJobKind.SUMMARY, 1, clock.instant(), clock.instant().plusSeconds(60))
            .getFirst();

    new WriteSummary(storage.videos(), storage.signals(), transcripts, model, BUDGET, clock)
        .write(job)
        .run();

    assertThat(storage.videos().find(VIDEO).orElseThrow().summary()).isEqualTo(summary);
    String told =
        model.prompts().stream().map(SummaryPromptsTest::material).collect(Collectors.joining());
    assertThat(LONG.segments())
        .allSatisfy(segment -> assertThat(told).contains(TranscriptLine.of(segment) + "\n"));
    assertThat(model.prompts())
        .allSatisfy(
            prompt -> assertThat(TranscriptLine.tokens(material(prompt))).isLessThan(BUDGET + 100));
  }

  @Test
  void a_long_answer_of_the_model_cannot_make_the_parts_longer() {
    SummaryPrompts prompts =
        new SummaryPrompts(storage.videos().ensure(VIDEO, null, clock.instant()), BUDGET);

    List<String> joined =
        prompts.joined(
            IntStream.range(0, 20)
                .mapToObj(i -> prompts.shortened("word ".repeat(100_000)))
                .toList());

    assertThat(joined).hasSizeLessThanOrEqualTo(10);
  }

  private static String material(ChatPrompt prompt) {
    return prompt.turns().getFirst().content();
  }
}
