package dev.vidwiz.application.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptsWithFallbackTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final JsonText TRANSCRIPT = new JsonText("[]");

  private final FlakyStore elsewhere = new FlakyStore();
  private final InMemoryTranscriptStore here = new InMemoryTranscriptStore();
  private final TranscriptsWithFallback transcripts = new TranscriptsWithFallback(elsewhere, here);

  @Test
  void are_kept_in_the_primary_store_only() {
    transcripts.put(VIDEO, TRANSCRIPT);

    assertThat(elsewhere.find(VIDEO)).contains(TRANSCRIPT);
    assertThat(here.find(VIDEO)).isEmpty();
    assertThat(transcripts.find(VIDEO)).contains(TRANSCRIPT);
    assertThat(transcripts.isInFinalStore(VIDEO)).isTrue();
  }

  @Test
  void are_kept_in_the_fallback_while_the_primary_store_is_down_and_moved_later() {
    elsewhere.down = true;
    transcripts.put(VIDEO, TRANSCRIPT);
    assertThat(transcripts.find(VIDEO)).contains(TRANSCRIPT);
    assertThat(transcripts.isInFinalStore(VIDEO)).isFalse();
    assertThatExceptionOfType(StorageException.class).isThrownBy(transcripts::move);

    elsewhere.down = false;
    transcripts.move();

    assertThat(elsewhere.find(VIDEO)).contains(TRANSCRIPT);
    assertThat(here.find(VIDEO)).isEmpty();
    assertThat(transcripts.isInFinalStore(VIDEO)).isTrue();
  }

  @Test
  void in_the_database_before_a_primary_store_was_configured_are_found() {
    here.put(VIDEO, TRANSCRIPT);

    assertThat(transcripts.find(VIDEO)).contains(TRANSCRIPT);
  }

  @Test
  void are_not_reported_missing_while_the_primary_store_is_down() {
    elsewhere.down = true;

    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> transcripts.find(VIDEO));
  }

  @Test
  void are_looked_for_here_alone_once_elsewhere_has_failed() {
    here.put(VIDEO, TRANSCRIPT);
    elsewhere.down = true;
    for (int i = 0; i < 3; i++) {
      assertThat(transcripts.find(VIDEO)).contains(TRANSCRIPT);
      transcripts.put(VIDEO, TRANSCRIPT);
    }
    assertThat(elsewhere.calls).isEqualTo(1);

    elsewhere.down = false;
    assertThat(transcripts.find(VIDEO)).contains(TRANSCRIPT);
    assertThat(elsewhere.calls).isEqualTo(1);
    transcripts.move();

    assertThat(transcripts.find(VIDEO)).contains(TRANSCRIPT);
    assertThat(here.find(VIDEO)).isEmpty();
  }

  /** A store that can be switched off. */
  private static final class FlakyStore implements TranscriptStore {

    private final InMemoryTranscriptStore store = new InMemoryTranscriptStore();
    private boolean down;
    private int calls;

    @Override
    public void put(VideoId videoId, JsonText transcript) {
      check();
      store.put(videoId, transcript);
    }

    @Override
    public Optional<JsonText> find(VideoId videoId) {
      check();
      return store.find(videoId);
    }

    private void check() {
      calls++;
      if (down) {
        throw StorageException.unavailable("switched off", null);
      }
    }
  }
}
