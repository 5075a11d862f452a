package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.http.Response;
import dev.vidwiz.bench.load.Dialogue;
import dev.vidwiz.bench.server.Program;
import org.jspecify.annotations.Nullable;

/** A worker: claims a task and sends its result, with typical metadata of YouTube. */
final class TaskWork implements Dialogue {

  private static final byte[] CLAIM =
      Request.get("/v2/internal/tasks?type=metadata&timeout=10", Program.ADMIN_TOKEN);

  private boolean claimed;

  @Override
  public byte[] begin() {
    claimed = false;
    return CLAIM;
  }

  @Override
  public boolean isExpected(Response response) {
    return response.status() == 200;
  }

  @Override
  public byte @Nullable [] goOn(Response response) {
    if (claimed) {
      return null;
    }
    claimed = true;
    TaskInProgress task = TaskInProgress.of(response);
    return Request.post(
        "/v2/internal/tasks/" + task.id() + "/result", Program.ADMIN_TOKEN, result(task.video()));
  }

  private static String result(String video) {
    return """
    {"video_id": "%1$s", "success": true, "metadata": {"title": "A lecture on queues", \
    "description": "What this is about, who made it and where to read on. With chapters, \
    exercises and the slides, which are free to use and to change. Part three of seven.", \
    "channel": "Channel 17", "channel_url": "https://www.youtube.com/channel/UC%1$s%1$s", \
    "duration": 2731, "duration_string": "45:31", "view_count": 123456, \
    "upload_date": "2025-03-14", "thumbnail": "https://i.ytimg.com/vi/%1$s/maxresdefault.jpg"}}\
    """
        .formatted(video);
  }
}
