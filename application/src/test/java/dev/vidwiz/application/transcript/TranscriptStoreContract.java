package dev.vidwiz.application.transcript;

import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TranscriptStore} promises. */
public abstract class TranscriptStoreContract {

  private static final JsonText TRANSCRIPT =
      new JsonText("[{\"text\":\"Grüße 👋\\n\",\"offset\":1.50,  \"duration\":2,\"x\":null}]");

  private final VideoId videoId = newVideoId();
  private TranscriptStore store;

  /** Returns a store, which stays the subclass's to close. */
  protected abstract TranscriptStore store();

  @BeforeEach
  final void takeStore() {
    store = store();
  }

  @Test
  void keeps_a_transcript_unchanged() {
    store.put(videoId, TRANSCRIPT);

    assertThat(store.find(videoId)).contains(TRANSCRIPT);
  }

  @Test
  void finds_nothing_for_other_videos() {
    store.put(videoId, TRANSCRIPT);

    assertThat(store.find(newVideoId())).isEmpty();
  }

  @Test
  void replaces_an_earlier_transcript() {
    store.put(videoId, TRANSCRIPT);
    store.put(videoId, new JsonText("[]"));

    assertThat(store.find(videoId)).contains(new JsonText("[]"));
  }

  @Test
  void keeps_a_transcript_of_many_hours() {
    String entries =
        IntStream.range(0, 60_000)
            .mapToObj(
                "{\"text\":\"and then, as I said before, it went on\",\"offset\":%d}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    store.put(videoId, new JsonText(entries));

    assertThat(store.find(videoId).orElseThrow().value().equals(entries)).isTrue();
  }

  @Test
  void keeps_one_whole_transcript_of_concurrent_writes() throws InterruptedException {
    List<JsonText> written =
        Race.run(
            20,
            runner -> {
              JsonText transcript = new JsonText("[{\"text\":\"%d\"}]".formatted(runner));
              store.put(videoId, transcript);
              return transcript;
            });

    assertThat(written).contains(store.find(videoId).orElseThrow());
  }
}
