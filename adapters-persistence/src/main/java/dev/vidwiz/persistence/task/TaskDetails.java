package dev.vidwiz.persistence.task;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;

/** The JSON in the column {@code task_details}. */
public final class TaskDetails {

  private TaskDetails() {}

  /** Returns the value for a video. */
  public static JsonText of(VideoId videoId) {
    return new JsonText(
        JsonNodeFactory.instance.objectNode().put("video_id", videoId.value()).toString());
  }
}
