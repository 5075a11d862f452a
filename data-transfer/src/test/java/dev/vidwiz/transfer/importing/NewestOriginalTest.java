package dev.vidwiz.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports what the newest Python server has more than the older ones. */
@ParameterizedClass
@CsvSource({"SQLITE, POSTGRESQL", "POSTGRESQL, SQLITE"})
final class NewestOriginalTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private static final String QUESTIONS = "[\"Why?\",\"How?\",\"When?\"]";

  @TempDir Path folder;

  @Parameter(0)
  OldServer.Kind from;

  @Parameter(1)
  NewServer.Kind to;

  private OldServer old;
  private NewServer here;

  @BeforeEach
  void create() {
    old = OldServer.create(from, folder);
    old.execute(
        "ALTER TABLE videos ADD COLUMN miscellaneous_data JSON NOT NULL DEFAULT '{}'",
        """
        INSERT INTO videos (id, video_id, transcript_available, created_at, updated_at) VALUES
          (1, 'dQw4w9WgXcQ', TRUE, '2024-05-06 07:08:09', '2024-05-06 07:08:09')
        """);
    here = NewServer.create(to, folder);
  }

  @AfterEach
  void close() {
    here.close();
    old.close();
  }

  @Test
  void suggested_questions_are_kept() {
    miscellaneous("{\"suggested_questions\": " + QUESTIONS + "}");

    RecordingListener report = here.importFrom(old);

    assertThat(imported().suggestedQuestions()).isEqualTo(new JsonText(QUESTIONS));
    assertThat(report.issues()).isEmpty();
    assertThat(report.left()).isEmpty();
    assertThat(here.importFrom(old).count("videos").same()).isEqualTo(1);
  }

  @Test
  void a_column_of_their_own_is_read_too() {
    old.execute(
        "ALTER TABLE videos ADD COLUMN suggested_questions JSON",
        "UPDATE videos SET suggested_questions = '" + QUESTIONS + "'");

    RecordingListener report = here.importFrom(old);

    assertThat(imported().suggestedQuestions()).isEqualTo(new JsonText(QUESTIONS));
    assertThat(report.issues()).isEmpty();
    assertThat(report.left()).isEmpty();
  }

  @Test
  void no_questions_are_none() {
    here.importFrom(old);

    assertThat(imported().suggestedQuestions()).isNull();
  }

  @Test
  void what_is_no_list_of_questions_is_left_out_and_reported() {
    miscellaneous("{\"suggested_questions\": [\"Why?\", \" \", 7], \"mood\": \"calm\"}");

    RecordingListener report = here.importFrom(old);

    assertThat(imported().suggestedQuestions()).isNull();
    assertThat(report.about("videos"))
        .containsExactly(
            "1 ALTERED: miscellaneous_data had other keys than suggested_questions: left out",
            "1 ALTERED: miscellaneous_data had no list of suggested questions: left out");
  }

  @Test
  void a_video_whose_transcript_is_in_no_store_gets_it_fetched_again() {
    here.importFrom(old);
    Transcripts transcripts =
        new Transcripts(
            here.storage().transcripts(),
            json -> {
              throw new AssertionError("there is none");
            });
    FindTranscript finding =
        TestUseCases.finding(here.storage(), transcripts, InstantSource.system());

    assertThat(finding.find(imported(), new Requester.Nobody()))
        .isEqualTo(new FindTranscript.Outcome.Missing());

    assertThat(imported().transcriptAvailable()).isFalse();
    assertThat(here.storage().tasks().isActive(TaskType.TRANSCRIPT, VIDEO)).isTrue();
  }

  private void miscellaneous(String json) {
    old.execute("UPDATE videos SET miscellaneous_data = '" + json + "'");
  }

  private Video imported() {
    return here.storage().videos().find(VIDEO).orElseThrow();
  }
}
