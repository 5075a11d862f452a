package dev.vidwiz.application.video;

import static dev.vidwiz.application.storage.Samples.ALL;
import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Videos#search} finds after many have changed something at once. */
public abstract class VideoSearchRaces extends StorageContract {

  private static final long ANN = 41;
  private static final int RUNNERS = 16;
  private static final int ROUNDS = 20;

  @Test
  void finds_a_video_whose_other_notes_were_deleted_while_one_was_added()
      throws InterruptedException {
    VideoId videoId = addVideo(storage, "Busy").videoId();

    Race.run(
        RUNNERS,
        runner -> {
          long last = 0;
          for (int round = 0; round < ROUNDS; round++) {
            last = note(ANN, videoId);
            if (runner > 0 || round < ROUNDS - 1) {
              storage.notes().deleteOwn(ANN, last);
            }
          }
          return last;
        });

    assertThat(storage.notes().findByUserAndVideo(ANN, videoId, ALL)).hasSize(1);
    assertThat(search(ANN).total()).isEqualTo(1);
  }

  @Test
  void does_not_find_a_video_whose_last_notes_were_deleted_at_once() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      VideoId videoId = addVideo(storage, "Busy").videoId();
      List<Long> notes = List.of(note(ANN, videoId), note(ANN, videoId), note(ANN, videoId));

      Race.run(notes.size(), runner -> storage.notes().deleteOwn(ANN, notes.get(runner)));
    }

    assertThat(search(ANN)).isEqualTo(new VideoPage(List.of(), 0));
  }

  @Test
  void finds_titles_added_concurrently_with_the_first_notes() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      VideoId videoId = addVideo(storage).videoId();

      Race.run(
          RUNNERS,
          runner -> {
            if (runner == RUNNERS / 2) {
              storage.videos().storeMetadata(videoId, new JsonText("{}"), new Title("Busy"), NOW);
            }
            return note(runner, videoId);
          });
    }

    for (int user = 0; user < RUNNERS; user++) {
      assertThat(search(user).total()).isEqualTo(ROUNDS);
    }
  }

  private VideoPage search(long userId) {
    return storage.videos().search(new VideoSearch(userId, "busy", 1, 10, Sort.TITLE_ASC));
  }

  private long note(long userId, VideoId videoId) {
    return storage
        .notes()
        .insert(new NewNote(userId, videoId, new Timestamp("0:01"), "text", NOW))
        .id();
  }
}
