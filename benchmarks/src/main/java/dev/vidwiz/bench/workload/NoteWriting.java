package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.http.Response;
import dev.vidwiz.bench.load.Dialogue;
import dev.vidwiz.bench.seed.KnownUser;
import java.util.SplittableRandom;

/**
 * Writes notes on videos, half of which are new; the others are complete. The work is the same on
 * an empty and a full database.
 */
final class NoteWriting implements Dialogue {

  private static final int CREATED = 201;

  private static final String NOTE =
      """
      {"timestamp": "1:23", "text": "a note of an ordinary length, as people write them", \
      "video_title": "Title of a video"}\
      """;

  private final SplittableRandom random = new SplittableRandom();
  private final int oldVideos;

  NoteWriting(int oldVideos) {
    this.oldVideos = oldVideos;
  }

  @Override
  public byte[] begin() {
    String video =
        random.nextBoolean()
            ? KnownUser.videoId(1 + random.nextInt(oldVideos))
            : "n%010x".formatted(random.nextLong(1L << 40));
    return Request.post("/v2/videos/" + video + "/notes", Tokens.USER, NOTE);
  }

  @Override
  public boolean isExpected(Response response) {
    return response.status() == CREATED;
  }
}
