package dev.vidwiz.application.transcript;

import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import org.junit.jupiter.api.Test;

/** What {@link DatabaseTranscripts} promises beyond {@link TranscriptStore}. */
public abstract class DatabaseTranscriptsContract extends StorageContract {

  private static final JsonText TRANSCRIPT = new JsonText("[]");

  @Test
  void lists_the_videos_of_its_transcripts() {
    DatabaseTranscripts transcripts = storage.transcripts();
    VideoId kept = newVideoId();
    VideoId removed = newVideoId();
    transcripts.put(kept, TRANSCRIPT);
    transcripts.put(removed, TRANSCRIPT);

    assertThat(transcripts.videoIds(10)).containsExactlyInAnyOrder(kept, removed);
    assertThat(transcripts.videoIds(1)).hasSize(1);
    transcripts.remove(removed);
    transcripts.remove(newVideoId());

    assertThat(transcripts.videoIds(10)).containsExactly(kept);
    assertThat(transcripts.find(removed)).isEmpty();
  }
}
